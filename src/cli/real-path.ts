import { realpathSync } from 'node:fs';

/** Returns a file's path with all links resolved; undefined if that fails. Synchronous: called for every file. */
export function realPathOf(path: string): string | undefined {
  try {
    return realpathSync.native(path);
  } catch {
    return undefined;
  }
}
