import type { Fixture } from '../recognise/types';

/** Tells whether a backslash joins a line of source code to the next one. */
function isJoined({ text, language }: Fixture, starts: readonly number[], line: number): boolean {
  const next = starts[line + 1];
  // In a comment, a backslash has no meaning.
  if (/^[ \t]*(?:#|\/\/)/.test(text.slice(starts[line], next))) return false;
  return (
    language.reader === 'source' &&
    next !== undefined &&
    /\\(?:\r\n|\r|\n)$/.test(text.slice(starts[line], next))
  );
}

/** Returns the first of the lines that backslashes join to one with this line: a comment can only be above it. */
export function firstJoined(fixture: Fixture, starts: readonly number[], line: number): number {
  let first = line;
  while (first > 0 && isJoined(fixture, starts, first - 1)) first -= 1;
  return first;
}

/** Returns the last of the lines that backslashes join to one with this line. */
export function lastJoined(fixture: Fixture, starts: readonly number[], line: number): number {
  let last = line;
  while (isJoined(fixture, starts, last)) last += 1;
  return last;
}
