import type { Node } from 'jsonc-parser';
import picomatch from 'picomatch/posix';
import { quote, type Text } from '../../words';
import { itemsOf, spanOf, textOf } from './nodes';
import type { Notes, PathTest } from './types';

/** Reads a list of globs. Invalid ones are reported and ignored. */
export function readGlobs(node: Node, what: string, notes: Notes): PathTest {
  const tests = itemsOf(node, what, notes).flatMap((item) => {
    const glob = textOf(item, notes.say('A glob in {list}', { list: what }), notes);
    if (glob === undefined) return [];
    const test = compile(glob);
    if (typeof test === 'function') return [test];
    notes.add(
      notes.say(test.text, { glob: quote(glob), inside: quote(`${glob}**`), most: test.most ?? 0 }),
      spanOf(item),
    );
    return [];
  });
  return (path) => tests.some((test) => test(path));
}

/** How many stars and braces a part of a glob may have: each multiplies the time to match. */
const MAX_WILDCARDS = 3;

const isFolderOrFile = (part: string) => part !== '..';

/** How many characters a glob may have: no path is that long. */
const MAX_LENGTH = 1000;

/** A mistake in a glob; `most` is the limit that it exceeds. */
interface Mistake {
  readonly text: Text;
  readonly most?: number;
}

function mistakeIn(glob: string): Mistake | undefined {
  if (glob === '') return { text: 'The glob is empty.' };
  if (glob.length > MAX_LENGTH)
    return { text: 'The glob {glob} is longer than {most} characters.', most: MAX_LENGTH };
  if (glob.startsWith('!'))
    return { text: 'The glob {glob} starts with !, but globs here can only add files.' };
  if (glob.startsWith('/'))
    return { text: "The glob {glob} starts with /, but globs are relative to this file's folder." };
  if (/(^|\/)\.\.(\/|$)/.test(glob))
    return { text: "The glob {glob} contains .., but globs match only files below this file's folder." };
  if (/\\(?![[\]{}])/.test(glob))
    return { text: 'The glob {glob} contains a backslash; folders are separated by / on every system.' };
  if (glob.endsWith('/'))
    return { text: 'The glob {glob} names a folder; to match everything in it, write {inside}.' };
  if (hasSlashInBraces(glob))
    return { text: 'The glob {glob} contains a / in braces; write a separate glob for each alternative.' };
  if (glob.split('/').some((part) => wildcardsIn(part) > MAX_WILDCARDS))
    return {
      text: 'The glob {glob} contains more than {most} stars or braces between two /.',
      most: MAX_WILDCARDS,
    };
  return undefined;
}

/** Compiles a glob to a test of paths. Returns the mistake if it is invalid. */
function compile(glob: string): PathTest | Mistake {
  const mistake = mistakeIn(glob);
  if (mistake) return mistake;
  const parts = glob.replace(/^(?:\.\/)+/, '').split('/');
  try {
    const tests = parts.map((part) => (part === '**' ? part : compilePart(part)));
    return (path) => {
      // A config from `--config` can be outside the files' folders. Only a glob that starts with `**` reaches those.
      if (path.startsWith('../') && parts[0] !== '**') return false;
      return matchParts(tests, path.split('/').filter(isFolderOrFile));
    };
  } catch {
    return { text: '{glob} is not a valid glob: a bracket is not closed or not opened.' };
  }
}

function hasSlashInBraces(glob: string): boolean {
  let isOpen = false;
  for (let at = 0; at < glob.length; at += 1) {
    if (glob[at] === '{' && glob[at - 1] !== '\\') isOpen = true;
    else if (glob[at] === '}') isOpen = false;
    else if (glob[at] === '/' && isOpen) return true;
  }
  return false;
}

/** Counts the runs of stars and the braces of a glob's part, without escaped and bracketed ones. */
function wildcardsIn(part: string): number {
  let count = 0;
  for (let at = 0; at < part.length; at += 1) {
    if (part[at] === '\\') at += 1;
    else if (part[at] === '[') {
      const end = part.indexOf(']', at);
      // An unclosed bracket makes the glob invalid, so the rest does not matter.
      if (end < 0) return count;
      at = end;
    } else if (part[at] === '{' || (part[at] === '*' && part[at - 1] !== '*')) count += 1;
  }
  return count;
}

function compilePart(part: string): PathTest {
  // Only [ ] and { } are special; other brackets are literal, not part of a regular expression.
  const literal = part.replace(/[()|+$]|(?<!\[)\^/g, '\\$&');
  // An exclamation mark is a letter: only that at the start of a whole glob means anything, and is a mistake.
  return picomatch(literal, {
    dot: true,
    nonegate: true,
    noextglob: true,
    strictBrackets: true,
    debug: true,
  });
}

/**
 * Matches a path part by part. As one regular expression, a glob could take exponential time, and a config may come
 * from an untrusted folder.
 */
function matchParts(tests: readonly (PathTest | '**')[], names: readonly string[]): boolean {
  /** reached[i] is true if the first i parts match the names so far. */
  let reached = openEnds(tests, [true]);
  for (const name of names) {
    const next = tests.map((test, i) =>
      test === '**' ? reached[i + 1] === true : reached[i] === true && test(name),
    );
    reached = openEnds(tests, [false, ...next]);
  }
  return reached[tests.length] === true;
}

/** Also marks the positions after each `**`, which can match no name at all. */
function openEnds(tests: readonly (PathTest | '**')[], reached: readonly boolean[]): boolean[] {
  const open = [reached[0] === true];
  for (const [i, test] of tests.entries())
    open.push(reached[i + 1] === true || (test === '**' && open[i] === true));
  return open;
}
