import picomatch from 'picomatch/posix';
import type { Wanted } from '../service/files';

/** A glob of a call: the folder that is searched, and what is wanted there. */
export interface Glob extends Wanted {
  /** Empty for the current folder. */
  readonly base: string;
}

/** `[!a]` is a negation, as in a shell. */
const OPTIONS = { dot: true, posix: true };

/** Reads a glob; undefined for a name without wildcards, and for one that begins with `!`, which adds no files. */
export function readGlob(name: string): Glob | undefined {
  // A name with two slashes is that with one, and behind the last one is everything in the folder.
  const plain = name
    .replace(/^(?:\.\/+)+/, '')
    .replaceAll(/(?<=[^/])\/{2,}/g, '/')
    .replace(/\/$/, '/**');
  const { base, glob, isGlob, negated } = picomatch.scan(plain);
  if (!isGlob || negated) return undefined;
  const folders = foldersIn(glob).map((part) => (part.includes('**') ? part : picomatch(part, OPTIONS)));
  return {
    base: base.replaceAll(/\\(.)/g, '$1'),
    file: picomatch(glob, OPTIONS),
    folder: (path) => mayHold(folders, path.split('/')),
  };
}

/** Returns the parts of a glob that stand for folders. */
function foldersIn(glob: string): string[] {
  // Brackets may have slashes inside, so nobody knows how deep the files are.
  if (/[{(]/.test(glob)) return ['**'];
  const parts = glob.split('/');
  return parts.at(-1)?.includes('**') ? parts : parts.slice(0, -1);
}

type Part = string | ((name: string) => boolean);

/** Tells whether a glob may match below a folder: its names match the parts up to one with `**`. */
function mayHold(parts: readonly Part[], names: readonly string[]): boolean {
  for (const [i, name] of names.entries()) {
    const part = parts[i];
    if (typeof part === 'string') return true;
    if (part?.(name) !== true) return false;
  }
  return true;
}
