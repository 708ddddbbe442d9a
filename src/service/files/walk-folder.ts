import { CONFIG_NAME } from '../config';
import type { GitIgnore } from './git-ignore';
import { isOneOf } from './language-of';
import { pathIn } from './path-in';
import type { Entry, Tree, Unread } from './types';

/** The content of a folder. Paths are relative to it, with slashes. */
interface Walked {
  /** The files with the requested endings. */
  readonly files: string[];
  /** The folders that cannot be read; the walked one has an empty path. */
  readonly unread: Unread[];
  /** True if a folder or a file with such an ending was ignored. */
  hasIgnored: boolean;
}

/** Folders that are never searched. */
const NEVER: ReadonlySet<string> = new Set(['node_modules', '.git']);

/**
 * Walks a folder and its subfolders. Names may contain any character, even line breaks. Does not enter ignored folders,
 * as build output can be larger than everything else.
 *
 * @param endings in lower case, without the dot.
 * @param isWanted is called before each folder; if it returns false, the walk ends.
 */
export async function walkFolder(
  tree: Tree,
  root: string,
  endings: ReadonlySet<string>,
  ignored: GitIgnore | undefined,
  isWanted: () => boolean,
): Promise<Walked> {
  const walked: Walked = { files: [], unread: [], hasIgnored: false };
  const waiting = [''];
  for (let folder = waiting.pop(); folder !== undefined && isWanted(); folder = waiting.pop()) {
    const prefix = folder === '' ? '' : `${folder}/`;
    const entries = await tree.list(pathIn(root, folder)).catch((error: unknown) => {
      walked.unread.push({ path: folder as string, error });
      return [] as Entry[];
    });
    if (entries.some(({ name }) => name === '.gitignore')) await ignored?.add(tree, folder);
    for (const { name, kind } of entries) {
      const path = prefix + name;
      const isFolder = kind === 'folder' && !NEVER.has(name);
      const isFile = kind === 'file' && name !== CONFIG_NAME && isOneOf(endings, name);
      if (!isFolder && !isFile) continue;
      if (ignored?.has(isFolder ? `${path}/` : path)) walked.hasIgnored = true;
      else (isFolder ? waiting : walked.files).push(path);
    }
  }
  return walked;
}
