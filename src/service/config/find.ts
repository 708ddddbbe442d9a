import type { Language } from '../../words';
import { readConfig } from './read-config';
import type { Config, ConfigProblem } from './types';

/** A config file's text, or why it cannot be read. */
export type ConfigText = { readonly text: string } | { readonly unreadable: string };

/** A config file that was read. */
export interface FoundConfig<Folder> {
  /** Its globs start from here. */
  readonly folder: Folder;
  /** Empty where it could not be read. */
  readonly text: string;
  readonly config: Config;
  readonly problems: readonly ConfigProblem[];
}

/** How a search for config files reaches the files: through an editor's file systems, or through Node. */
export interface Folders<Folder> {
  /** Tells folders apart. */
  keyOf(folder: Folder): string;
  /** The folder above; undefined for the root. */
  above(folder: Folder): Folder | undefined;
  /** True where a search ends, whatever it found: the folder holds `.git`, or is a workspace's own. */
  isTop(folder: Folder): Promise<boolean>;
  /** Reads the config of a folder; undefined where there is none. Never rejects. */
  read(folder: Folder): Promise<ConfigText | undefined>;
}

/** Finds the config files of folders, and reads each once, until `forget`. */
export class ConfigSearch<Folder> {
  private byFolder = new Map<string, Promise<FoundConfig<Folder> | undefined>>();

  /** @param onRead is called with every config that was read. */
  constructor(
    private readonly folders: Folders<Folder>,
    private readonly language: Language,
    private readonly onRead: (found: FoundConfig<Folder>) => void,
  ) {}

  /** The config that holds in a folder: the nearest upwards, up to the first folder where a search ends. */
  nearest(folder: Folder): Promise<FoundConfig<Folder> | undefined> {
    const key = this.folders.keyOf(folder);
    const known = this.byFolder.get(key) ?? this.search(folder);
    this.byFolder.set(key, known);
    return known;
  }

  /** Reads the configs again when they are next asked for. */
  forget(): void {
    this.byFolder = new Map();
  }

  private async search(folder: Folder): Promise<FoundConfig<Folder> | undefined> {
    const round = this.byFolder;
    const read = await this.folders.read(folder);
    if (read !== undefined) {
      const found = foundIn(folder, read, this.language);
      // What was read before a change must not be told after it.
      if (round === this.byFolder) this.onRead(found);
      return found;
    }
    const above = this.folders.above(folder);
    if (above === undefined || (await this.folders.isTop(folder))) return undefined;
    return this.nearest(above);
  }
}

/** Reads the config of a folder; what cannot be read counts as an empty one with a problem at its beginning. */
export function foundIn<Folder>(folder: Folder, read: ConfigText, language: Language): FoundConfig<Folder> {
  if ('text' in read) return { folder, text: read.text, ...readConfig(read.text, language) };
  const { config } = readConfig('{}', language);
  return { folder, text: '', config, problems: [{ message: read.unreadable, span: { start: 0, end: 0 } }] };
}
