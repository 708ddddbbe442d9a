import { spellOut } from '../words';

/**
 * Returns a file's path for the start of a line. A name can contain line breaks, invisible characters or those that
 * control a terminal, or begin like a command in a CI log (`::error`).
 */
export function sayPath(path: string): string {
  const shown = spellOut(path);
  return /^(?:::|##)/.test(shown) ? `./${shown}` : shown;
}
