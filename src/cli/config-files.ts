import { stat } from 'node:fs/promises';
import { dirname, join, relative, resolve } from 'node:path';
import type { Cloud } from '../mapping';
import { CONFIG_NAME, type Config, lineAt, lineStarts, readConfig } from '../service';
import type { Language } from '../words';
import { FileError, readText } from './read-text';
import { UsageError } from './usage';

/** The options of every command that reads config files. */
export const CONFIG_OPTIONS = {
  config: { type: 'string' },
  'no-config': { type: 'boolean', default: false },
} as const;

/** Config files with mistakes; the message has a line for each: `FILE:LINE:COLUMN: …`. */
export class BrokenConfig extends Error {}

/** A config file that was read. */
export interface LoadedConfig {
  /** As a person here would write it. */
  readonly path: string;
  /** The whole path of its folder, which its globs start from. */
  readonly folder: string;
  readonly config: Config;
}

/** Finds and reads the config files of one run, each once. */
export class ConfigFiles {
  private readonly byFolder = new Map<string, Promise<LoadedConfig | undefined>>();
  private readonly problems: string[] = [];
  private readonly named: string | undefined;
  private readonly none: boolean;

  /** @throws UsageError where a config is named and unwanted at once. */
  constructor(
    { config, 'no-config': none }: { readonly config?: string; readonly 'no-config': boolean },
    private readonly language: Language,
  ) {
    if (config !== undefined && none) {
      throw new UsageError(language.say('--config and --no-config exclude each other.'));
    }
    this.named = config;
    this.none = none;
  }

  /**
   * The config that holds in a folder: the one that was named, or the nearest upwards. The search ends at the
   * first folder that holds `.git`.
   *
   * @throws UsageError where the named one does not exist.
   */
  nearest(folder: string): Promise<LoadedConfig | undefined> {
    const key = this.named === undefined ? resolve(folder) : '';
    const known = this.byFolder.get(key);
    if (known !== undefined) return known;
    const found = this.named === undefined ? this.search(key) : this.loadNamed(this.named);
    this.byFolder.set(key, found);
    return found;
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

  private async search(folder: string): Promise<LoadedConfig | undefined> {
    if (this.none) return undefined;
    const path = join(folder, CONFIG_NAME);
    const found = await this.load(path, relative('', path));
    const above = dirname(folder);
    if (found !== undefined || above === folder || (await exists(join(folder, '.git')))) return found;
    return this.nearest(above);
  }

  private async loadNamed(path: string): Promise<LoadedConfig> {
    const found = await this.load(resolve(path), path);
    if (found === undefined) {
      throw new UsageError(this.language.say('--config {path} does not exist.', { path }));
    }
    return found;
  }

  private async load(path: string, shown: string): Promise<LoadedConfig | undefined> {
    if (!(await exists(path))) return undefined;
    const { say } = this.language;
    let text = '{}';
    try {
      text = await readText(say, path);
    } catch (error) {
      if (!(error instanceof FileError)) throw error;
      this.problems.push(`${shown}:1:1: ${say('The config {problem}.', { problem: error.message })}`);
    }
    const { config, problems } = readConfig(text, this.language);
    const starts = lineStarts(text);
    for (const { message, span } of problems) {
      const line = lineAt(starts, span.start);
      this.problems.push(`${shown}:${line + 1}:${span.start - (starts[line] ?? 0) + 1}: ${message}`);
    }
    return { path: shown, folder: dirname(path), config };
  }
}

function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    ({ code }: NodeJS.ErrnoException) => code !== 'ENOENT' && code !== 'ENOTDIR',
  );
}
