import { spellOut } from '../words';

/**
 * A file's path on a line of its own: a name can hold a line break, a terminal's commands or letters that nobody sees, or
 * begin like a command of a CI's log (`::error`).
 */
export function sayPath(path: string): string {
  const shown = spellOut(path);
  return /^(?:::|##)/.test(shown) ? `./${shown}` : shown;
}
