import { CONFIG_NAME } from '../config';
import type { GitIgnore } from './git-ignore';
import { pathIn } from './path-in';
import type { Entry, Tree, Unread, Wanted } from './types';

/** The content of a folder. Paths are relative to it, with slashes. */
interface Walked {
  readonly files: string[];
  /** The folders that cannot be read; the walked one has an empty path. */
  readonly unread: Unread[];
  /** True if a wanted file, or a folder that may hold one, was ignored. */
  hasIgnored: boolean;
}

/** Folders that are never searched. */
const NEVER: ReadonlySet<string> = new Set(['node_modules', '.git']);

/**
 * Walks a folder and its subfolders. Names may contain any character, even line breaks. Does not enter ignored folders,
 * as build output can be larger than everything else.
 *
 * @param goesOn is called before each folder; if it returns false, the walk ends.
 */
export async function walkFolder(
  tree: Tree,
  root: string,
  wanted: Wanted,
  ignored: GitIgnore | undefined,
  goesOn: () => boolean,
): Promise<Walked> {
  const walked: Walked = { files: [], unread: [], hasIgnored: false };
  const waiting = [''];
  for (let folder = waiting.pop(); folder !== undefined && goesOn(); folder = waiting.pop()) {
    const prefix = folder === '' ? '' : `${folder}/`;
    const entries = await tree.list(pathIn(root, folder)).catch((error: unknown) => {
      walked.unread.push({ path: folder as string, error });
      return [] as Entry[];
    });
    if (entries.some(({ name }) => name === '.gitignore')) await ignored?.add(tree, folder);
    for (const { name, kind } of entries) {
      const path = prefix + name;
      const isFolder = kind === 'folder' && !NEVER.has(name) && wanted.folder(path);
      const isFile = kind === 'file' && name !== CONFIG_NAME && wanted.file(path);
      if (!isFolder && !isFile) continue;
      if (ignored?.has(isFolder ? `${path}/` : path)) walked.hasIgnored = true;
      else (isFolder ? waiting : walked.files).push(path);
    }
  }
  return walked;
}
