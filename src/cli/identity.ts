import { statSync } from 'node:fs';

/** Returns what all names of a file have in common, symbolic and hard links among them; its path if that fails. */
export function identityOf(path: string): string {
  try {
    const { dev, ino } = statSync(path, { bigint: true });
    return `${dev}:${ino}`;
  } catch {
    return path;
  }
}
