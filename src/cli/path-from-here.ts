import { relative, sep } from 'node:path';

/** Returns a path with slashes, relative to a folder (default: the current one); absolute for another Windows drive. */
export function pathFromHere(path: string, folder = ''): string {
  return relative(folder, path).split(sep).join('/');
}
