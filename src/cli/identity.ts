import { realpathSync, statSync } from 'node:fs';

/** Returns what all names of a file have in common, symbolic and hard links among them; its path if that fails. */
export function identityOf(path: string): string {
  try {
    const { dev, ino } = statSync(path, { bigint: true });
    // Some file systems do not number their files.
    return ino === 0n ? realPathOf(path) : `${dev}:${ino}`;
  } catch {
    return path;
  }
}

/** Returns a file's path with all symbolic links resolved; the path itself if that fails. */
export function realPathOf(path: string): string {
  try {
    return realpathSync.native(path);
  } catch {
    return path;
  }
}
