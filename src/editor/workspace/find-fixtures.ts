import { FileType, type Uri, workspace } from 'vscode';
import { type Entry, endingsOf, searchFolder, type Tree } from '../../service/files';
import { servedLanguages } from '../settings';

/** The files that a search found. */
export interface FoundFiles {
  readonly files: readonly Uri[];
  /** The folders that cannot be read, and why. */
  readonly unread: readonly { readonly uri: Uri; readonly error: unknown }[];
}

/**
 * Finds what the command line would check in these folders: the files of the served languages, without what .gitignore
 * leaves out. What the search settings leave out counts, since the command line does not know them.
 *
 * @param isWanted false ends the search.
 */
export async function findFixtures(
  folders: readonly Uri[],
  isWanted: () => boolean = () => true,
): Promise<FoundFiles> {
  const endings = endingsOf(servedLanguages());
  const files = new Map<string, Uri>();
  const unread: { uri: Uri; error: unknown }[] = [];
  for (const folder of folders) {
    const found = await searchFolder(treeOf(folder), pathOf(folder), endings, isWanted);
    for (const path of found.files) {
      const uri = at(folder, path);
      files.set(uri.toString(), uri);
    }
    for (const { path, error } of found.unread) unread.push({ uri: at(folder, path), error });
  }
  return { files: [...files.values()], unread };
}

/** The folders of the workspace. */
export function workspaceFolders(): Uri[] {
  return (workspace.workspaceFolders ?? []).map(({ uri }) => uri);
}

/** A folder's path without the slash that a root's has. */
function pathOf({ path }: Uri): string {
  return path.length > 1 && path.endsWith('/') ? path.slice(0, -1) : path;
}

function at(folder: Uri, path: string): Uri {
  const root = pathOf(folder);
  return path === '' ? folder : folder.with({ path: root === '/' ? `/${path}` : `${root}/${path}` });
}

/** The files around a folder, whichever file system it stands in. */
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
  if (type & FileType.File) return { name, kind: 'file' };
  return { name, kind: type === FileType.Directory ? 'folder' : 'other' };
}
