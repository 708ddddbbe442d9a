import { readFile, stat } from 'node:fs/promises';
import { dirname, join, relative, resolve } from 'node:path';
import ignore, { type Ignore } from 'ignore';

interface Layer {
  /** The folder of the .gitignore, absolute. */
  readonly folder: string;
  readonly rules: Ignore;
}

/** The .gitignore files that hold in a folder: those above it up to the repository, and those below it. */
export class GitIgnore {
  /** The verdicts on folders: many files share them. */
  private readonly folders = new Map<string, boolean>();

  private constructor(
    private readonly root: string,
    /** Outermost first: an inner file has the last word. */
    private readonly layers: readonly Layer[],
  ) {}

  /** @param inside the .gitignore files below the folder, relative to it. */
  static async load(folder: string, inside: readonly string[]): Promise<GitIgnore> {
    const root = resolve(folder);
    const below = inside.map((path) => join(root, dirname(path)));
    const folders = [...(await foldersAbove(root)), ...below.sort((a, b) => a.length - b.length)];
    const layers: Layer[] = [];
    for (const layer of folders) {
      const text = await readFile(join(layer, '.gitignore'), 'utf8').catch(() => undefined);
      if (text !== undefined) layers.push({ folder: layer, rules: ignore().add(text) });
    }
    return new GitIgnore(root, layers);
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
    for (const { folder, rules } of this.layers) {
      const inside = relative(folder, whole).replaceAll('\\', '/');
      if (inside === '' || inside.startsWith('../')) continue;
      const verdict = rules.test(inside + slash);
      if (verdict.ignored) ignored = true;
      else if (verdict.unignored) ignored = false;
    }
    return ignored;
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
