import { Disposable, EventEmitter, FileSystemError, Uri, workspace } from 'vscode';
import { CONFIG_NAME, type Config, type ConfigProblem, readConfig } from '../service';
import { clouds, say } from './language';

/** A config file as it stands on the disk. */
export interface LoadedConfig {
  readonly uri: Uri;
  /** Its globs start from here. */
  readonly folder: Uri;
  readonly text: string;
  readonly config: Config;
  readonly problems: readonly ConfigProblem[];
}

/** True for a place where a config file stands. */
export function isConfigFile({ path }: Uri): boolean {
  return path.endsWith(`/${CONFIG_NAME}`);
}

/** Finds the config files of documents, and reads each once until one of them changes. */
export class ConfigFiles implements Disposable {
  private byFolder = new Map<string, Promise<LoadedConfig | undefined>>();
  private readonly changed = new EventEmitter<void>();
  private readonly loaded = new EventEmitter<LoadedConfig>();
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
    const key = folder.toString();
    const known = this.byFolder.get(key);
    if (known !== undefined) return known;
    const found = this.search(folder);
    this.byFolder.set(key, found);
    return found;
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
    this.byFolder = new Map();
    this.changed.fire();
  }

  dispose(): void {
    this.listeners.dispose();
    this.byFolder.clear();
  }

  private async search(folder: Uri): Promise<LoadedConfig | undefined> {
    const search = this.byFolder;
    const found = await load(folder);
    // What was read before a change must not be told after it.
    if (found !== undefined && search === this.byFolder) this.loaded.fire(found);
    const above = Uri.joinPath(folder, '..');
    const isTop =
      above.path === folder.path ||
      workspace.getWorkspaceFolder(folder)?.uri.toString() === folder.toString();
    if (found !== undefined || isTop || (await exists(Uri.joinPath(folder, '.git')))) return found;
    return this.nearestIn(above);
  }
}

async function load(folder: Uri): Promise<LoadedConfig | undefined> {
  const uri = Uri.joinPath(folder, CONFIG_NAME);
  try {
    const bytes = await workspace.fs.readFile(uri);
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return { uri, folder, text, ...readConfig(text, { clouds, say }) };
  } catch (error) {
    const problem = sayUnreadable(error);
    if (problem === undefined) return undefined;
    const { config } = readConfig('{}', { clouds, say });
    return { uri, folder, text: '', config, problems: [{ message: problem, span: { start: 0, end: 0 } }] };
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
