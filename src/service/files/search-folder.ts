import { GitIgnore } from './git-ignore';
import type { Tree, Unread, Wanted } from './types';
import { walkFolder } from './walk-folder';

/** The result of a search. Paths are relative to the folder, with slashes. */
export interface Searched {
  /** Sorted by path. */
  readonly files: readonly string[];
  /** The folders that cannot be read; the searched one has an empty path. */
  readonly unread: readonly Unread[];
  /** True if there are files, but .gitignore ignores all of them. */
  readonly isAllIgnored: boolean;
}

/**
 * Searches a folder for files. Skips those that .gitignore ignores, node_modules, .git and config files. Does not follow
 * links to folders.
 *
 * @param root the folder's absolute path.
 * @param goesOn is called before each folder; if it returns false, the search ends.
 */
export async function searchFolder(
  tree: Tree,
  root: string,
  wanted: Wanted,
  goesOn: () => boolean = () => true,
): Promise<Searched> {
  const ignored = await GitIgnore.above(tree, root);
  const { files, unread, hasIgnored } = await walkFolder(tree, root, wanted, ignored, goesOn);
  const isAllIgnored =
    files.length === 0 &&
    hasIgnored &&
    (await walkFolder(tree, root, wanted, undefined, goesOn)).files.length > 0;
  return { files: files.sort(), unread, isAllIgnored };
}
