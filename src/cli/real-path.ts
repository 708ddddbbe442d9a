import { realpathSync } from 'node:fs';

/**
 * Returns a file's path with all links resolved, or undefined if that fails. Synchronous, as a run calls it for every
 * file.
 */
export function realPathOf(path: string): string | undefined {
  try {
    return realpathSync.native(path);
  } catch {
    return undefined;
  }
}
