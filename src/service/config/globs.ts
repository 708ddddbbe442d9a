import type { Node } from 'jsonc-parser';
import picomatch from 'picomatch/posix';
import { sayValue } from '../say';
import { itemsOf, spanOf, textOf } from './nodes';
import type { PathTest, Report } from './types';

/** Reads a list of globs; those that can match nothing are reported and left out. */
export function readGlobs(node: Node, what: string, report: Report): PathTest {
  const tests = itemsOf(node, what, report).flatMap((item) => {
    const glob = textOf(item, `A glob in ${what}`, report);
    const test = glob === undefined ? undefined : compile(glob);
    if (typeof test === 'string') report(`The glob ${sayValue(glob ?? '')} ${test}.`, spanOf(item));
    return typeof test === 'function' ? [test] : [];
  });
  return (path) => tests.some((test) => test(path));
}

/** The glob as a test of paths, or what is wrong with it. */
function compile(glob: string): PathTest | string {
  if (glob === '') return 'is empty';
  if (glob.startsWith('!')) return 'begins with !, but globs can only add files here';
  if (glob.startsWith('/')) return "begins with /, but globs are relative to this file's folder";
  if (/(^|\/)\.\.(\/|$)/.test(glob)) return "has .., but globs reach only what is below this file's folder";
  if (/\\(?![[\]{}])/.test(glob)) return 'has a backslash, but folders are separated by / on every system';
  if (glob.endsWith('/')) return `names a folder. For everything in it write ${sayValue(glob)}**`;
  // Of brackets only [ ] and { } are special: others are what the file is called, and no regular expression.
  const literal = glob.replace(/[()|+]/g, '\\$&');
  try {
    return picomatch(literal, { dot: true, noextglob: true, strictBrackets: true, debug: true });
  } catch {
    return 'is none: a bracket is not closed or not opened, or it is too long';
  }
}
