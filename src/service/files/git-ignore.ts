import ignore, { type Ignore } from 'ignore';
import { folderOf, pathIn } from './path-in';
import type { Tree } from './types';

/** The .gitignore files that hold in a folder: those above it up to the repository, and those below it as they come up. */
export class GitIgnore {
  /** The rules of a folder's .gitignore, by the folder's whole path. */
  private readonly rules = new Map<string, Ignore>();

  private constructor(
    private readonly root: string,
    /** The folders above, outermost first: an inner file has the last word. */
    private readonly above: readonly string[],
  ) {}

  /** Reads what holds in a folder from above. */
  static async above(tree: Tree, root: string): Promise<GitIgnore> {
    const ignored = new GitIgnore(root, await foldersAbove(tree, root));
    for (const folder of ignored.above) await ignored.read(tree, folder);
    return ignored;
  }

  /** Reads the .gitignore of a folder, relative to the one that is searched. */
  add(tree: Tree, folder: string): Promise<void> {
    return this.read(tree, pathIn(this.root, folder));
  }

  /**
   * True for a file or folder that git would leave out. Git does not look into a folder that it ignores, so nothing
   * below takes a file back: the folders on the way have to be asked first.
   *
   * @param path relative to the folder that is searched; ends in a slash for a folder.
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
    if (text !== undefined) this.rules.set(folder, ignore().add(text));
  }

  /** The folders that a file or folder stands in, outermost first. */
  private foldersOver(path: string): string[] {
    const parts = path.split('/').slice(0, path.endsWith('/') ? -2 : -1);
    const below = parts.map((_, i) => pathIn(this.root, parts.slice(0, i + 1).join('/')));
    return [...this.above, this.root, ...below];
  }
}

/** The folders from the repository's down to the one above `folder`; none outside a repository. */
async function foldersAbove(tree: Tree, folder: string): Promise<string[]> {
  const above: string[] = [];
  for (let at = folder; ; at = folderOf(at)) {
    if (at !== folder) above.unshift(at);
    if (await tree.has(pathIn(at, '.git'))) return above;
    if (folderOf(at) === at) return [];
  }
}
