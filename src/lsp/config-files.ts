import { CONFIG_NAME, ConfigSearch, type Folders, type FoundConfig } from '../service/config';
import { folderOf, pathIn } from '../service/files';
import type { Language } from '../words';
import type { Machine } from './machine';

/** Tells whether a URI is that of a config file. */
export function isConfigFile(uri: string): boolean {
  return uri.endsWith(`/${CONFIG_NAME}`);
}

/** Finds the config files of documents. Reads each only once until one of them changes. */
export class ConfigFiles {
  private readonly folders: Folders<string>;
  private readonly search: ConfigSearch<string>;
  private readonly read = new Map<string, FoundConfig<string>>();
  /** The workspace folders, where a search ends. */
  private roots: ReadonlySet<string> = new Set();

  constructor(
    private readonly machine: Machine,
    readonly language: Language,
  ) {
    const folders = machine.foldersIn(language.say);
    this.folders = {
      ...folders,
      isTop: async (folder) => this.roots.has(folder) || folders.isTop(folder),
      async read(folder) {
        const read = await folders.read(folder);
        // No editor counts a byte order mark.
        return read && 'text' in read ? { text: read.text.replace(/^\uFEFF/, '') } : read;
      },
    };
    this.search = new ConfigSearch(this.folders, language, (found) => {
      this.read.set(pathIn(found.folder, CONFIG_NAME), found);
    });
  }

  /** Sets the workspace folders, by their URIs. */
  setRoots(uris: readonly string[]): void {
    const paths = uris.flatMap((uri) => this.machine.pathOf(uri) ?? []);
    this.roots = new Set(paths.map((path) => (path.length > 1 ? path.replace(/\/$/, '') : path)));
  }

  /** Returns the nearest config at or above a file's folder. */
  nearest(path: string): Promise<FoundConfig<string> | undefined> {
    return this.search.nearest(folderOf(path));
  }

  /** Searches like {@link nearest}, and reads all files again. */
  nearestOnDisk(path: string): Promise<FoundConfig<string> | undefined> {
    return new ConfigSearch(this.folders, this.language, () => {}).nearest(folderOf(path));
  }

  /** Tells whether a file has another config than when it was read. */
  async isOutdated(path: string): Promise<boolean> {
    const [known, now] = await Promise.all([this.nearest(path), this.nearestOnDisk(path)]);
    return known?.folder !== now?.folder || known?.text !== now?.text;
  }

  /** Returns the config files that were read since they were last forgotten, by their path. */
  known(): ReadonlyMap<string, FoundConfig<string>> {
    return this.read;
  }

  /** Returns the topmost folder of the search, where a new config applies to most files of the workspace. */
  async folderForNew(path: string): Promise<string> {
    for (let folder = folderOf(path); ; folder = folderOf(folder)) {
      if (await this.folders.isTop(folder)) return folder;
      // A file outside any repository and workspace gets its config beside it.
      if (folderOf(folder) === folder) return folderOf(path);
    }
  }

  /** Discards all configs, so they are read again on demand. */
  forget(): void {
    this.read.clear();
    this.search.forget();
  }
}

/** Returns the path of a file relative to a folder above it. */
export function pathBelow(folder: string, path: string): string {
  return path.slice(folder.length).replace(/^\//, '');
}
