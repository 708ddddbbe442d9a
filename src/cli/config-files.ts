import { lstat, stat } from 'node:fs/promises';
import { dirname, join, relative, resolve } from 'node:path';
import type { Cloud } from '../mapping';
import { positionsIn } from '../service';
import {
  CONFIG_NAME,
  ConfigSearch,
  type ConfigText,
  type Folders,
  type FoundConfig,
  foundIn,
} from '../service/config';
import type { Language, Say } from '../words';
import { FileError, readText } from './read-text';
import { sayPath } from './say-path';
import { BrokenConfig, UsageError } from './usage';

/** The options of every command that reads config files. */
export const CONFIG_OPTIONS = {
  config: { type: 'string' },
  'no-config': { type: 'boolean', default: false },
} as const;

/** The config options of a call. */
export interface ConfigAsked {
  readonly config?: string;
  readonly 'no-config': boolean;
}

/** Finds and reads the config files of one run, each once. */
export class ConfigFiles {
  private readonly problems: string[] = [];
  private readonly search: ConfigSearch<string>;
  private readonly named: string | undefined;
  private readonly none: boolean;
  private read: Promise<FoundConfig<string>> | undefined;

  /** @throws UsageError if `--config` and `--no-config` are both given. */
  constructor(
    { config, 'no-config': none }: ConfigAsked,
    private readonly language: Language,
  ) {
    if (config !== undefined && none) {
      throw new UsageError(language.say('--config and --no-config cannot be combined.'));
    }
    this.named = config;
    this.none = none;
    this.search = new ConfigSearch(foldersOf(language.say), language, (found) => this.note(found));
  }

  /**
   * Returns the config of a folder: the one that the call names, or else the nearest in this folder and those above.
   * The search ends at the first folder that contains `.git`.
   *
   * @throws UsageError if the named config does not exist.
   */
  async nearest(folder: string): Promise<FoundConfig<string> | undefined> {
    if (this.none) return undefined;
    if (this.named === undefined) return this.search.nearest(resolve(folder));
    this.read ??= this.readNamed(this.named);
    return this.read;
  }

  /** Returns a config's path as the user would write it. */
  pathOf({ folder }: FoundConfig<string>): string {
    return this.named ?? relative('', join(folder, CONFIG_NAME));
  }

  /** @throws BrokenConfig if a config that was read so far has a mistake. */
  assertSound(): void {
    if (this.problems.length > 0) throw new BrokenConfig(this.problems.join('\n'));
  }

  /** Returns the clouds that a folder's config knows. @throws BrokenConfig, UsageError */
  async cloudsAt(folder: string): Promise<ReadonlyMap<string, Cloud>> {
    const found = await this.nearest(folder);
    this.assertSound();
    return found?.config.clouds ?? this.language.clouds;
  }

  private async readNamed(path: string): Promise<FoundConfig<string>> {
    const { say } = this.language;
    const read = await readConfigText(say, resolve(path));
    if (read === undefined) throw new UsageError(say('--config {path} does not exist.', { path }));
    const found = foundIn(dirname(resolve(path)), read, this.language);
    this.note(found);
    return found;
  }

  private note(found: FoundConfig<string>): void {
    const positionOf = positionsIn(found.text);
    for (const { message, span } of found.problems) {
      const { line, column } = positionOf(span.start);
      this.problems.push(`${sayPath(this.pathOf(found))}:${line}:${column}: ${message}`);
    }
  }
}

/** Reads folders from disk, by their absolute paths. */
export function foldersOf(say: Say): Folders<string> {
  return {
    keyOf: (folder: string) => folder,
    above: (folder: string) => (dirname(folder) === folder ? undefined : dirname(folder)),
    isTop: (folder: string) => exists(join(folder, '.git')),
    read: (folder: string) => readConfigText(say, join(folder, CONFIG_NAME)),
  };
}

async function readConfigText(say: Say, path: string): Promise<ConfigText | undefined> {
  if (!(await exists(path))) {
    // A broken link was meant to lead to a config, so it is reported.
    const isLink = await lstat(path).then(
      () => true,
      () => false,
    );
    return isLink
      ? { unreadable: say('The config {problem}.', { problem: say('is a broken link') }) }
      : undefined;
  }
  const isPipe = await stat(path).then(
    (stats) => !stats.isFile() && !stats.isDirectory(),
    () => false,
  );
  // Reading a pipe that nothing writes to would never end.
  if (isPipe) return { unreadable: say('The config {problem}.', { problem: say('is not a regular file') }) };
  try {
    return { text: readText(say, path) };
  } catch (error) {
    if (!(error instanceof FileError)) throw error;
    return { unreadable: say('The config {problem}.', { problem: error.message }) };
  }
}

function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    ({ code }: NodeJS.ErrnoException) => code !== 'ENOENT' && code !== 'ENOTDIR',
  );
}
