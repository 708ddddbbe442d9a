import { relative, sep } from 'node:path';

/**
 * Returns a path with slashes, relative to a folder (default: the current one). Returns an absolute path for another
 * drive of Windows.
 */
export function pathFromHere(path: string, folder = ''): string {
  return relative(folder, path).split(sep).join('/');
}
