import { CONFIG_NAME, ConfigSearch, type FoundConfig } from '../service/config';
import { folderOf, pathIn } from '../service/files';
import type { Language } from '../words';
import type { Machine } from './machine';

/** Tells whether a URI is that of a config file. */
export function isConfigFile(uri: string): boolean {
  return uri.endsWith(`/${CONFIG_NAME}`);
}

/** Finds the config files of documents. Reads each only once until one of them changes. */
export class ConfigFiles {
  private readonly search: ConfigSearch<string>;
  private readonly isTop: (folder: string) => Promise<boolean>;
  private readonly read = new Map<string, FoundConfig<string>>();

  /** @param roots the workspace folders, where a search ends. */
  constructor(
    private readonly machine: Machine,
    readonly language: Language,
    roots: readonly string[],
  ) {
    const folders = machine.foldersIn(language.say);
    this.isTop = async (folder) => roots.includes(folder) || folders.isTop(folder);
    this.search = new ConfigSearch({ ...folders, isTop: this.isTop }, language, (found) => {
      this.read.set(this.uriIn(found.folder), found);
    });
  }

  /** Returns the nearest config at or above a file's folder. */
  nearest(path: string): Promise<FoundConfig<string> | undefined> {
    return this.search.nearest(folderOf(path));
  }

  /** Returns the config files that were read since they were last forgotten, by their URI. */
  known(): ReadonlyMap<string, FoundConfig<string>> {
    return this.read;
  }

  /** Returns the URI of the config in a folder. */
  uriIn(folder: string): string {
    return this.machine.uriOf(pathIn(folder, CONFIG_NAME));
  }

  /** Returns the topmost folder of the search, where a new config applies to most files of the workspace. */
  async folderForNew(path: string): Promise<string> {
    let folder = folderOf(path);
    for (;;) {
      const above = folderOf(folder);
      // A file outside any repository and workspace gets its config beside it.
      if (above === folder) return folderOf(path);
      if (await this.isTop(folder)) return folder;
      folder = above;
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
