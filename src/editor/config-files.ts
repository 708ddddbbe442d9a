import { Disposable, EventEmitter, FileSystemError, Uri, workspace } from 'vscode';
import { CONFIG_NAME, ConfigSearch, type ConfigText, type FoundConfig } from '../service/config';
import { clouds, say } from './language';

/** A config file as it stands on the disk. */
export type LoadedConfig = FoundConfig<Uri>;

/** True for a place where a config file stands. */
export function isConfigFile({ path }: Uri): boolean {
  return path.endsWith(`/${CONFIG_NAME}`);
}

/** The path of a file from a folder above it, with forward slashes. */
export function pathIn(folder: Uri, { path }: Uri): string {
  return path.slice(folder.path.length).replace(/^\//, '');
}

/** The place of the config in a folder. */
export function configIn(folder: Uri): Uri {
  return Uri.joinPath(folder, CONFIG_NAME);
}

/** Finds the config files of documents, and reads each once until one of them changes. */
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
    // Above a file that was opened by itself nothing is watched.
    workspace.onDidSaveTextDocument(({ uri }) => {
      if (isConfigFile(uri)) this.forget();
    }),
    workspace.onDidChangeWorkspaceFolders(() => this.forget()),
  );

  /** Fires when what {@link nearest} gave may no longer hold. */
  readonly onDidChange = this.changed.event;
  /** Fires when a config was read. */
  readonly onDidLoad = this.loaded.event;

  /**
   * The nearest config upwards of a file, up to its workspace folder or the first folder that holds `.git`.
   * Never rejects.
   */
  async nearest(file: Uri): Promise<LoadedConfig | undefined> {
    // An untitled document stands nowhere yet.
    return file.scheme === 'untitled' ? undefined : this.nearestIn(Uri.joinPath(file, '..'));
  }

  /** As {@link nearest}, from a folder on. */
  nearestIn(folder: Uri): Promise<LoadedConfig | undefined> {
    return this.search.nearest(folder);
  }

  /** Where a new config for a file would hold for most: at the end of the search, but never outside the workspace. */
  async folderForNew(file: Uri): Promise<Uri> {
    let folder = Uri.joinPath(file, '..');
    const top = workspace.getWorkspaceFolder(file)?.uri.toString() ?? folder.toString();
    while (folder.toString() !== top && !(await exists(Uri.joinPath(folder, '.git')))) {
      folder = Uri.joinPath(folder, '..');
    }
    return folder;
  }

  /** Reads the configs again when they are next asked for. */
  forget(): void {
    this.search.forget();
    this.changed.fire();
  }

  dispose(): void {
    this.listeners.dispose();
    this.search.forget();
  }
}

/** Folders of whatever file system VS Code knows. */
const FOLDERS = {
  keyOf: (folder: Uri) => folder.toString(),
  above: (folder: Uri) => {
    const above = Uri.joinPath(folder, '..');
    return above.path === folder.path ? undefined : above;
  },
  isTop: async (folder: Uri) =>
    workspace.getWorkspaceFolder(folder)?.uri.toString() === folder.toString() ||
    exists(Uri.joinPath(folder, '.git')),
  read: readIn,
};

async function readIn(folder: Uri): Promise<ConfigText | undefined> {
  try {
    const bytes = await workspace.fs.readFile(configIn(folder));
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes) };
  } catch (error) {
    const unreadable = sayUnreadable(error);
    return unreadable === undefined ? undefined : { unreadable };
  }
}

/** Why a config cannot be read; undefined where there is none, or no files at all. */
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
