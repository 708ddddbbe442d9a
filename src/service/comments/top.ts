import { lineEnd } from '../../fixture';
import type { Fixture } from '../recognise/types';
import { behindBreak } from '../write/lines';

/** Matches a licence, with a blank line behind it. */
const LICENCE =
  /^(?:(?:(?:#|\/\/)[^\r\n]*(?:\r\n|\r|\n))+|\/\*[\s\S]*?\*\/[ \t]*(?:\r\n|\r|\n))(?=\s*[\r\n])/;

/** Returns the offset after what must come first in a file, and after a licence: where a comment for all of it can be. */
export function topOf(fixture: Fixture): number {
  const { text, language } = fixture;
  const tag = openingTagEnd(fixture, 0, text.length);
  if (tag > 0) return tag;
  const first = (language.reader === 'document' && metadataEnd(text)) || firstLinesEnd(fixture);
  return first + (LICENCE.exec(text.slice(first))?.[0].length ?? 0);
}

/** Returns the end of a byte order mark, a shebang, the encoding of a program in Python (PEP 263) or Ruby, and YAML directives. */
function firstLinesEnd({ text, languageId }: Fixture): number {
  let at = text.startsWith('\uFEFF') ? 1 : 0;
  const behindLine = () => behindBreak(text, lineEnd(text, at));
  if (text.startsWith('#!', at)) at = behindLine();
  if (/^(?:python|ruby)$/.test(languageId) && /^#.*coding[:=]/.test(text.slice(at, lineEnd(text, at))))
    at = behindLine();
  while (text.startsWith('%', at)) at = behindLine();
  return at;
}

/** Returns the end of the metadata at the start of a document, in YAML or TOML, as generators of sites have it; 0 for none. */
function metadataEnd(text: string): number {
  const opening = /^\uFEFF?(?:---|\+\+\+)[ \t]*$/.exec(text.slice(0, lineEnd(text, 0)))?.[0];
  if (opening === undefined) return 0;
  const from = behindBreak(text, opening.length);
  const closing = opening.includes('+') ? /^\+\+\+[ \t]*$/m : /^(?:---|\.\.\.)[ \t]*$/m;
  const found = closing.exec(text.slice(from));
  return found ? behindBreak(text, from + found.index + found[0].length) : 0;
}

/**
 * Returns the end of the first opening tag of PHP between two offsets, with the line break behind it; -1 if there is
 * none. What is before it is no program.
 */
export function openingTagEnd({ text, languageId }: Fixture, from: number, to: number): number {
  if (languageId !== 'php') return -1;
  const found = /<\?(?:php\b|=)(?:[ \t]*(?:\r\n|\r|\n))?/.exec(text.slice(from, to));
  return found ? from + found.index + found[0].length : -1;
}
