import ignore, { type Ignore } from 'ignore';
import { folderOf, pathIn } from './path-in';
import type { Tree } from './types';

/** The .gitignore files of a folder: those above it in the repository, and those below it that the search reaches. */
export class GitIgnore {
  /** The rules of each .gitignore, by its folder's absolute path. */
  private readonly rules = new Map<string, Ignore>();

  private constructor(
    private readonly root: string,
    /** The folders above, outermost first: the rules of inner folders take precedence. */
    private readonly above: readonly string[],
  ) {}

  /** Reads the .gitignore files above a folder. */
  static async above(tree: Tree, root: string): Promise<GitIgnore> {
    const ignored = new GitIgnore(root, await foldersAbove(tree, root));
    for (const folder of ignored.above) await ignored.read(tree, folder);
    return ignored;
  }

  /** Reads the .gitignore of a folder, relative to the searched one. */
  add(tree: Tree, folder: string): Promise<void> {
    return this.read(tree, pathIn(this.root, folder));
  }

  /**
   * Tells whether git would ignore a file or folder. Check the parent folders first: git does not enter an ignored
   * folder, so no rule can include a file below it again.
   *
   * @param path relative to the searched folder; ends with a slash for a folder.
   */
  has(path: string): boolean {
    if (this.rules.size === 0) return false;
    const whole = pathIn(this.root, path);
    let isIgnored = false;
    for (const folder of this.foldersOver(path)) {
      const verdict = this.rules.get(folder)?.test(whole.slice(pathIn(folder, '-').length - 1));
      if (verdict?.ignored) isIgnored = true;
      else if (verdict?.unignored) isIgnored = false;
    }
    return isIgnored;
  }

  private async read(tree: Tree, folder: string): Promise<void> {
    const text = await tree.text(pathIn(folder, '.gitignore'));
    // Git compares names as they are written, unless a file system does not.
    if (text !== undefined) this.rules.set(folder, ignore({ ignorecase: false }).add(text));
  }

  /** Returns the folders that contain a path, outermost first. */
  private foldersOver(path: string): string[] {
    const parts = path.split('/').slice(0, path.endsWith('/') ? -2 : -1);
    const below = parts.map((_, i) => pathIn(this.root, parts.slice(0, i + 1).join('/')));
    return [...this.above, this.root, ...below];
  }
}

/** Returns the folders from the repository's root to the parent of `folder`; none outside a repository. */
async function foldersAbove(tree: Tree, folder: string): Promise<string[]> {
  const above: string[] = [];
  for (let at = folder; ; at = folderOf(at)) {
    if (at !== folder) above.unshift(at);
    if (await tree.has(pathIn(at, '.git'))) return above;
    if (folderOf(at) === at) return [];
  }
}
