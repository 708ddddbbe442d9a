import { CONFIG_NAME } from '../config';
import type { GitIgnore } from './git-ignore';
import { isOneOf } from './language-of';
import { pathIn } from './path-in';
import type { Entry, Tree, Unread } from './types';

/** What a folder holds, by paths from it with slashes. */
interface Walked {
  /** Those with the endings. */
  readonly files: string[];
  /** The folders that cannot be read; the one itself has an empty path. */
  readonly unread: Unread[];
  /** True where something was left out, files without the endings aside. */
  hasIgnored: boolean;
}

/** Folders that nobody means. */
const NEVER: ReadonlySet<string> = new Set(['node_modules', '.git']);

/**
 * Walks a folder and those below it, and takes every name as it is, a line break in it included. It does not look into
 * what is ignored: a folder of what was built can be larger than all else.
 *
 * @param endings without the dot, in small letters.
 * @param isWanted asked before each folder: false ends the walk there.
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
