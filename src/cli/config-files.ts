import { lstat, stat } from 'node:fs/promises';
import { dirname, join, relative, resolve } from 'node:path';
import type { Cloud } from '../mapping';
import { positionsIn } from '../service';
import { CONFIG_NAME, ConfigSearch, type ConfigText, type FoundConfig, foundIn } from '../service/config';
import type { Language, Say } from '../words';
import { FileError, readText } from './read-text';
import { sayPath } from './say-path';
import { BrokenConfig, UsageError } from './usage';

/** The options of every command that reads config files. */
export const CONFIG_OPTIONS = {
  config: { type: 'string' },
  'no-config': { type: 'boolean', default: false },
} as const;

/** What a call says of config files. */
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

  /** @throws UsageError where a config is named and unwanted at once. */
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
   * The config that holds in a folder: the one that was named, or the nearest upwards. The search ends at the
   * first folder that holds `.git`.
   *
   * @throws UsageError where the named one does not exist.
   */
  async nearest(folder: string): Promise<FoundConfig<string> | undefined> {
    if (this.none) return undefined;
    if (this.named === undefined) return this.search.nearest(resolve(folder));
    this.read ??= this.readNamed(this.named);
    return this.read;
  }

  /** A config's path as a person here would write it. */
  pathOf({ folder }: FoundConfig<string>): string {
    return this.named ?? relative('', join(folder, CONFIG_NAME));
  }

  /** @throws BrokenConfig where one of the configs read so far has a mistake. */
  assertSound(): void {
    if (this.problems.length > 0) throw new BrokenConfig(this.problems.join('\n'));
  }

  /** The clouds that are known in a folder. @throws BrokenConfig, UsageError */
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

/** Folders by their whole paths. */
function foldersOf(say: Say) {
  return {
    keyOf: (folder: string) => folder,
    above: (folder: string) => (dirname(folder) === folder ? undefined : dirname(folder)),
    isTop: (folder: string) => exists(join(folder, '.git')),
    read: (folder: string) => readConfigText(say, join(folder, CONFIG_NAME)),
  };
}

async function readConfigText(say: Say, path: string): Promise<ConfigText | undefined> {
  if (!(await exists(path))) {
    // A link that leads nowhere was meant to lead to a config.
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
  // Nobody may ever write into it.
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
