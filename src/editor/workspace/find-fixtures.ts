import { FileType, type Uri, workspace } from 'vscode';
import { type Entry, endingsOf, searchFolder, type Tree, withEndings } from '../../service/files';
import { servedLanguages } from '../settings';

/** The result of a search. */
export interface FoundFiles {
  readonly files: readonly Uri[];
  /** The folders that cannot be read, with the errors. */
  readonly unread: readonly { readonly uri: Uri; readonly error: unknown }[];
}

/**
 * Finds the files in these folders that the command line would check: those in served languages that .gitignore does
 * not ignore. Like the command line, it ignores VS Code's search settings.
 *
 * @param isWanted ends the search when it returns false.
 */
export async function findFixtures(
  folders: readonly Uri[],
  isWanted: () => boolean = () => true,
): Promise<FoundFiles> {
  const wanted = withEndings(endingsOf(servedLanguages()));
  const files = new Map<string, Uri>();
  const unread: { uri: Uri; error: unknown }[] = [];
  for (const folder of folders) {
    const found = await searchFolder(treeOf(folder), pathOf(folder), wanted, isWanted);
    for (const path of found.files) {
      const uri = at(folder, path);
      files.set(uri.toString(), uri);
    }
    for (const { path, error } of found.unread) unread.push({ uri: at(folder, path), error });
  }
  return { files: [...files.values()], unread };
}

/** Returns the folders of the workspace. */
export function workspaceFolders(): Uri[] {
  return (workspace.workspaceFolders ?? []).map(({ uri }) => uri);
}

/** Returns a folder's path without a slash at its end, which a root has. */
function pathOf({ path }: Uri): string {
  return path.length > 1 && path.endsWith('/') ? path.slice(0, -1) : path;
}

function at(folder: Uri, path: string): Uri {
  const root = pathOf(folder);
  return path === '' ? folder : folder.with({ path: root === '/' ? `/${path}` : `${root}/${path}` });
}

/** Returns the file tree of a folder's file system. */
function treeOf(folder: Uri): Tree {
  const place = (path: string) => folder.with({ path });
  return {
    list: async (path) => (await workspace.fs.readDirectory(place(path))).map(toEntry),
    text: async (path) => {
      try {
        return new TextDecoder().decode(await workspace.fs.readFile(place(path)));
      } catch {
        return undefined;
      }
    },
    has: async (path) => {
      try {
        await workspace.fs.stat(place(path));
        return true;
      } catch {
        return false;
      }
    },
  };
}

function toEntry([name, type]: [string, FileType]): Entry {
  // A link to a folder is not followed, like on the command line.
  if (type & FileType.File) return { name, kind: 'file' };
  return { name, kind: type === FileType.Directory ? 'folder' : 'other' };
}
