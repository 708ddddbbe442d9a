import { relative, sep } from 'node:path';

/** A path with slashes, relative to the folder of the run; on another drive of Windows the whole path. */
export function pathFromHere(path: string, folder = ''): string {
  return relative(folder, path).split(sep).join('/');
}
