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
  /** The file's name in the output. */
  readonly name: string;
  readonly options: Options;
}

/** The options of a call that apply to every file. */
export interface Asked {
  readonly cloud: string;
  /** Severities from `--rule`, which override those of a config. */
  readonly rules: Options['rules'];
  /** The languages to search for; undefined to use those of the config files. */
  readonly languages: readonly string[] | undefined;
  readonly stdinName: string;
}

/**
 * Applies the config files to the options of the call, for each file.
 *
 * @param named the files that the call names directly: each gets a note if a config ignores it.
 * @returns the files to check, and the notes.
 * @throws BrokenConfig for a config with a mistake; UsageError for a cloud that a file's config does not define.
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
  // Before anything else: an unknown cloud may be one that a broken config defines.
  if (files.length === 0) cloudId(say, asked.cloud, true, await configs.cloudsAt('.'));
  configs.assertSound();
  /** The options of all files without a config. */
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

/** Returns a function that finds a folder's config and caches it: most files share the folder of the previous one. */
function configsByFolder(configs: ConfigFiles) {
  const known = new Map<string, Awaited<ReturnType<ConfigFiles['nearest']>>>();
  return async (folder: string) => {
    if (!known.has(folder)) known.set(folder, await configs.nearest(folder));
    return known.get(folder);
  };
}
