import { Disposable, EventEmitter, FileSystemError, Uri, workspace } from 'vscode';
import { CONFIG_NAME, ConfigSearch, type ConfigText, type FoundConfig } from '../service/config';
import { clouds, say } from './language';

/** A config file as it is on disk. */
export type LoadedConfig = FoundConfig<Uri>;

/** Tells whether a URI is that of a config file. */
export function isConfigFile({ path }: Uri): boolean {
  return path.endsWith(`/${CONFIG_NAME}`);
}

/** Returns the path of a file relative to a folder above it, with forward slashes. */
export function pathIn(folder: Uri, { path }: Uri): string {
  return path.slice(folder.path.length).replace(/^\//, '');
}

/**
 * Tells whether a file is in a folder. An untitled document is in none yet, and what an extension makes up (the text of
 * an output channel) often has a mere name for a path.
 */
export function isInFolder({ scheme, path }: Uri): boolean {
  return scheme !== 'untitled' && path.startsWith('/');
}

/** Returns the URI of the config in a folder. */
export function configIn(folder: Uri): Uri {
  return Uri.joinPath(folder, CONFIG_NAME);
}

/** Finds the config files of documents. Reads each only once until one of them changes. */
export class ConfigFiles implements Disposable {
  private readonly changed = new EventEmitter<void>();
  private readonly loaded = new EventEmitter<LoadedConfig>();
  private readonly search = new ConfigSearch(FOLDERS, { clouds, say }, (found) => this.loaded.fire(found));
  private readonly watcher = workspace.createFileSystemWatcher(`**/${CONFIG_NAME}`);
  private readonly listeners = Disposable.from(
    this.changed,
    this.loaded,
    this.watcher,
    this.watcher.onDidCreate(() => this.forget()),
    this.watcher.onDidChange(() => this.forget()),
    this.watcher.onDidDelete(() => this.forget()),
    // VS Code watches no folder for a file that is opened outside a workspace.
    workspace.onDidSaveTextDocument(({ uri }) => {
      if (isConfigFile(uri)) this.forget();
    }),
    workspace.onDidChangeWorkspaceFolders(() => this.forget()),
  );

  /** Fires when a result of {@link nearest} may have changed. */
  readonly onDidChange = this.changed.event;
  /** Fires after a config is read. */
  readonly onDidLoad = this.loaded.event;

  /**
   * Returns the nearest config at or above a file's folder. The search ends at the workspace folder or the first folder
   * that contains `.git`. Never rejects.
   */
  async nearest(file: Uri): Promise<LoadedConfig | undefined> {
    return isInFolder(file) ? this.nearestIn(Uri.joinPath(file, '..')) : undefined;
  }

  /** Searches like {@link nearest}, starting in a folder. */
  nearestIn(folder: Uri): Promise<LoadedConfig | undefined> {
    return this.search.nearest(folder);
  }

  /** Returns the topmost folder of the search, where a new config applies to most files of the workspace. */
  async folderForNew(file: Uri): Promise<Uri> {
    let folder = Uri.joinPath(file, '..');
    const top = workspace.getWorkspaceFolder(file)?.uri.toString() ?? folder.toString();
    while (folder.toString() !== top && !(await exists(Uri.joinPath(folder, '.git')))) {
      folder = Uri.joinPath(folder, '..');
    }
    return folder;
  }

  /** Discards all configs, so they are read again on demand. */
  forget(): void {
    this.search.forget();
    this.changed.fire();
  }

  dispose(): void {
    this.listeners.dispose();
    this.search.forget();
  }
}

/** Reads folders of any file system that VS Code knows. */
const FOLDERS = {
  keyOf: (folder: Uri) => folder.toString(),
  above: (folder: Uri) => {
    const above = Uri.joinPath(folder, '..');
    // Above the root is the root, and above a path that does not begin at one (`.`) a longer one (`..`).
    return above.path.length < folder.path.length ? above : undefined;
  },
  isTop: async (folder: Uri) =>
    workspace.getWorkspaceFolder(folder)?.uri.toString() === folder.toString() ||
    exists(Uri.joinPath(folder, '.git')),
  read: readIn,
};

async function readIn(folder: Uri): Promise<ConfigText | undefined> {
  try {
    // Drops a byte order mark, which VS Code does not count in offsets.
    const bytes = await workspace.fs.readFile(configIn(folder));
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes) };
  } catch (error) {
    const unreadable = sayUnreadable(error);
    return unreadable === undefined ? undefined : { unreadable };
  }
}

/** Says why a config cannot be read; undefined if it does not exist. */
function sayUnreadable(error: unknown): string | undefined {
  if (!(error instanceof FileSystemError)) return say('The config is not UTF-8 text.');
  if (error.code === 'FileIsADirectory') return say('The config is a folder.');
  return error.code === 'NoPermissions' ? say('The config cannot be read: permission denied.') : undefined;
}

function exists(uri: Uri): Promise<boolean> {
  return Promise.resolve(
    workspace.fs.stat(uri).then(
      () => true,
      () => false,
    ),
  );
}
