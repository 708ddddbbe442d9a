import { GitIgnore } from './git-ignore';
import type { Tree, Unread } from './types';
import { walkFolder } from './walk-folder';

/** What a folder was searched for, by paths from it with slashes. */
export interface Searched {
  /** In the order of their names. */
  readonly files: readonly string[];
  /** The folders that cannot be read; the one itself has an empty path. */
  readonly unread: readonly Unread[];
  /** True where there are files, and .gitignore files leave out all of them. */
  readonly isAllIgnored: boolean;
}

/**
 * Searches a folder for files with some endings, without those that .gitignore files leave out, node_modules, .git and
 * config files. It follows no links to folders.
 *
 * @param root the folder's whole path.
 * @param isWanted asked before each folder: false ends the search there.
 */
export async function searchFolder(
  tree: Tree,
  root: string,
  endings: ReadonlySet<string>,
  isWanted: () => boolean = () => true,
): Promise<Searched> {
  const ignored = await GitIgnore.above(tree, root);
  const { files, unread, hasIgnored } = await walkFolder(tree, root, endings, ignored, isWanted);
  const isAllIgnored =
    files.length === 0 &&
    hasIgnored &&
    (await walkFolder(tree, root, endings, undefined, isWanted)).files.length > 0;
  return { files: files.sort(), unread, isAllIgnored };
}
