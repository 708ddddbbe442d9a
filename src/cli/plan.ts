import { dirname, relative, resolve } from 'node:path';
import { DEFAULT_OPTIONS, type Options, once } from '../service';
import { applyConfig } from '../service/config';
import { languageByName } from '../service/files';
import type { Language } from '../words';
import type { ConfigFiles } from './config-files';
import { cloudId } from './usage';

/** A file to check. */
export interface Job {
  /** `-` for standard input. */
  readonly path: string;
  /** What it is called in the output. */
  readonly name: string;
  readonly options: Options;
}

/** What the command line says about every file. */
export interface Asked {
  readonly cloud: string;
  /** Severities that were asked for by hand: they go before those of a config. */
  readonly rules: Options['rules'];
  /** The languages of the files that are searched for; undefined where the config files say. */
  readonly languages: readonly string[] | undefined;
  readonly stdinName: string;
}

/**
 * Lays the config files over the command line, for each file.
 *
 * @param named the files that were asked for one by one: they are missed where a config leaves them out
 * @returns the files to check, and a line for each named one that is left out
 * @throws BrokenConfig for a config with a mistake; UsageError for a cloud that a file's config does not know
 */
export async function planCheck(
  files: readonly string[],
  named: ReadonlySet<string>,
  asked: Asked,
  configs: ConfigFiles,
  { clouds, say }: Language,
): Promise<{ jobs: Job[]; notes: string[] }> {
  const configIn = configsByFolder(configs);
  const found = [];
  for (const path of files) {
    const name = path === '-' ? asked.stdinName : path;
    found.push({ path, name, loaded: await configIn(dirname(name)) });
  }
  // Before anything else: under a broken config, a cloud that is not there may be one that was not understood.
  if (files.length === 0) cloudId(say, asked.cloud, true, await configs.cloudsAt('.'));
  configs.assertSound();
  /** What holds for all files without a config. */
  const plain = once((): Options => {
    const cloud = cloudId(say, asked.cloud, true, clouds);
    return { ...DEFAULT_OPTIONS, cloud, clouds, say, rules: asked.rules };
  });
  const jobs: Job[] = [];
  const notes: string[] = [];
  for (const { path, name, loaded } of found) {
    const searched = asked.languages ?? loaded?.config.languages;
    if (searched && !named.has(path) && !searched.includes(languageByName(name) ?? '')) continue;
    if (loaded === undefined) {
      jobs.push({ path, name, options: plain() });
      continue;
    }
    const known = loaded.config.clouds;
    const cloud = cloudId(say, asked.cloud, true, known, name);
    const base: Options = { ...DEFAULT_OPTIONS, cloud, clouds: known, say };
    const inside = relative(loaded.folder, resolve(name)).replaceAll('\\', '/');
    const { options, ignored } = applyConfig(loaded.config, inside, base);
    if (!ignored)
      jobs.push({ path, name, options: { ...options, rules: { ...options.rules, ...asked.rules } } });
    else if (named.has(path)) {
      notes.push(
        `${name}: ${say('skipped, because {config} ignores it', { config: configs.pathOf(loaded) })}`,
      );
    }
  }
  return { jobs, notes };
}

/** Prepares to find the config of a folder as it is written: most files stand in the folder of the one before. */
function configsByFolder(configs: ConfigFiles) {
  const known = new Map<string, Awaited<ReturnType<ConfigFiles['nearest']>>>();
  return async (folder: string) => {
    if (!known.has(folder)) known.set(folder, await configs.nearest(folder));
    return known.get(folder);
  };
}
