import { realpathSync } from 'node:fs';

/** A file's path behind all links; undefined where it leads nowhere. Synchronous: a run asks for every file of many. */
export function realPathOf(path: string): string | undefined {
  try {
    return realpathSync.native(path);
  } catch {
    return undefined;
  }
}
