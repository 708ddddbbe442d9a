import type { Language } from '../../words';
import { readConfig } from './read-config';
import type { Config, ConfigProblem } from './types';

/** The text of a config file, or why it cannot be read. */
export type ConfigText = { readonly text: string } | { readonly unreadable: string };

/** A config file after reading. */
export interface FoundConfig<Folder> {
  /** The folder that its globs are relative to. */
  readonly folder: Folder;
  /** Empty if it could not be read. */
  readonly text: string;
  readonly config: Config;
  readonly problems: readonly ConfigProblem[];
}

/** Access to folders: through an editor's file systems, or through Node. */
export interface Folders<Folder> {
  /** Returns a unique key of a folder. */
  keyOf(folder: Folder): string;
  /** Returns the parent folder; undefined for the root. */
  above(folder: Folder): Folder | undefined;
  /** Tells whether a search ends at a folder: it contains `.git`, or is a workspace folder. */
  isTop(folder: Folder): Promise<boolean>;
  /** Reads the config of a folder; undefined if it has none. Never rejects. */
  read(folder: Folder): Promise<ConfigText | undefined>;
}

/** Finds the config files of folders. Reads each only once until `forget` is called. */
export class ConfigSearch<Folder> {
  private byFolder = new Map<string, Promise<FoundConfig<Folder> | undefined>>();

  /** @param onRead is called with each config after reading. */
  constructor(
    private readonly folders: Folders<Folder>,
    private readonly language: Language,
    private readonly onRead: (found: FoundConfig<Folder>) => void,
  ) {}

  /** Returns the nearest config at or above a folder, up to the folder where the search ends. */
  nearest(folder: Folder): Promise<FoundConfig<Folder> | undefined> {
    const key = this.folders.keyOf(folder);
    const known = this.byFolder.get(key) ?? this.search(folder);
    this.byFolder.set(key, known);
    return known;
  }

  /** Discards all configs, so they are read again on demand. */
  forget(): void {
    this.byFolder = new Map();
  }

  private async search(folder: Folder): Promise<FoundConfig<Folder> | undefined> {
    const round = this.byFolder;
    const read = await this.folders.read(folder);
    if (read !== undefined) {
      const found = foundIn(folder, read, this.language);
      // Does not report a config that was read before `forget` was called.
      if (round === this.byFolder) this.onRead(found);
      return found;
    }
    const above = this.folders.above(folder);
    if (above === undefined || (await this.folders.isTop(folder))) return undefined;
    return this.nearest(above);
  }
}

/** Reads the config of a folder. An unreadable file counts as empty, with a problem at its start. */
export function foundIn<Folder>(folder: Folder, read: ConfigText, language: Language): FoundConfig<Folder> {
  if ('text' in read) return { folder, text: read.text, ...readConfig(read.text, language) };
  const { config } = readConfig('{}', language);
  return { folder, text: '', config, problems: [{ message: read.unreadable, span: { start: 0, end: 0 } }] };
}
