import { readFile, stat } from 'node:fs/promises';
import { dirname, join, relative, resolve } from 'node:path';
import ignore, { type Ignore } from 'ignore';

/** The .gitignore files that hold in a folder: those above it up to the repository, and those below it. */
export class GitIgnore {
  /** The verdicts on folders: many files share them. */
  private readonly folders = new Map<string, boolean>();

  private constructor(
    private readonly root: string,
    /** The folders above, outermost first: an inner file has the last word. */
    private readonly above: readonly string[],
    /** The rules of a folder's .gitignore, by the folder's whole path. */
    private readonly rules: ReadonlyMap<string, Ignore>,
  ) {}

  /** @param inside the .gitignore files below the folder, relative to it. */
  static async load(folder: string, inside: readonly string[]): Promise<GitIgnore> {
    const root = resolve(folder);
    const above = await foldersAbove(root);
    const rules = new Map<string, Ignore>();
    for (const folder of [...above, ...inside.map((path) => join(root, dirname(path)))]) {
      const text = await readFile(join(folder, '.gitignore'), 'utf8').catch(() => undefined);
      if (text !== undefined) rules.set(folder, ignore().add(text));
    }
    return new GitIgnore(root, above, rules);
  }

  /** True for a file, relative to the folder, that git would leave out. */
  has(file: string): boolean {
    const parts = file.split('/');
    // Git does not look into a folder that it ignores, so nothing below takes a file back.
    for (let depth = 1; depth < parts.length; depth += 1)
      if (this.ignoresFolder(parts.slice(0, depth).join('/'))) return true;
    return this.ignores(file);
  }

  private ignoresFolder(folder: string): boolean {
    const known = this.folders.get(folder) ?? this.ignores(`${folder}/`);
    this.folders.set(folder, known);
    return known;
  }

  /** @param path ends in a slash for a folder. */
  private ignores(path: string): boolean {
    const slash = path.endsWith('/') ? '/' : '';
    const whole = join(this.root, path);
    let ignored = false;
    for (const folder of this.foldersOver(path)) {
      const rules = this.rules.get(folder);
      const inside = rules && relative(folder, whole).replaceAll('\\', '/');
      if (!inside) continue;
      const verdict = rules.test(inside + slash);
      if (verdict.ignored) ignored = true;
      else if (verdict.unignored) ignored = false;
    }
    return ignored;
  }

  /** The folders that a file or folder stands in, outermost first. */
  private foldersOver(path: string): string[] {
    const parts = path.split('/').slice(0, path.endsWith('/') ? -2 : -1);
    const below = parts.map((_, i) => join(this.root, ...parts.slice(0, i + 1)));
    return [...this.above, this.root, ...below];
  }
}

/** The folders from the repository's down to the one above `folder`; none outside a repository. */
async function foldersAbove(folder: string): Promise<string[]> {
  const above: string[] = [];
  for (let at = folder; ; at = dirname(at)) {
    if (at !== folder) above.unshift(at);
    if (await stat(join(at, '.git')).catch(() => undefined)) return above;
    if (dirname(at) === at) return [];
  }
}
