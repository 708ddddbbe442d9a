import type { Dice } from '../dice';
import { HOLE, isMarker } from './place';

/** One way in which a language writes a string, made from the language's reference and not from the product. */
export interface Literal {
  /** What it is called in the name of a test. */
  readonly name: string;
  /** The string in source code; undefined where it cannot hold the text. */
  write(text: string, dice: Dice): string | undefined;
  /** Finds out what strings like it hold. */
  readonly scan: Scan;
  /** What a value that is filled in looks like: an expression in the string, or a format's verb. */
  readonly holes: readonly string[];
  /** True where those are expressions, and no letters of the string. */
  readonly interpolates?: true;
}

/** How a string is read back: a scanner that knows nothing of the product's. */
export interface Scan {
  readonly opens: RegExp;
  /** What ends the string, given its opening. */
  closes(opening: RegExpExecArray): RegExp;
  /** Brackets that can stand in the string in pairs. */
  readonly brackets?: readonly [open: string, close: string];
  /** What is not a letter like others, with what it stands for. */
  readonly pieces?: readonly Piece[];
  /** What is done to the letters before anything else: indentation goes. */
  layout?(letters: string, opening: RegExpExecArray, closing: RegExpExecArray): string;
}

/** A character that is written as an escape, in any of these ways. */
export type Escapes = (letter: string, code: number) => readonly string[];

/**
 * Escapes a text letter by letter.
 *
 * @param must the escapes of a letter that cannot stand as it is; none for others.
 * @param may escapes of letters that need none; one is used now and then.
 */
export function escapeText(text: string, dice: Dice, must: Escapes, may: Escapes = () => []): string {
  const busy = dice.pick([0, 0, 0.02, 0.3]);
  let isInValue = false;
  return [...text]
    .map((letter) => {
      if (isMarker(letter)) {
        if (letter !== HOLE) isInValue = !isInValue;
        return letter;
      }
      const code = letter.codePointAt(0) ?? 0;
      const needed = must(letter, code);
      // Nobody escapes the letters of a key.
      const isFree = isInValue || !/\w/.test(letter);
      const all = isFree && dice.isLucky(busy) ? [...needed, ...may(letter, code)] : needed;
      return all.length === 0 ? letter : dice.pick(all);
    })
    .join('');
}

export const hex = (code: number, digits: number) => code.toString(16).padStart(digits, '0');
export const octal = (code: number) => code.toString(8).padStart(3, '0');
export const isAscii = (text: string) => !/[^\0-\x7e\uE000-\uE002]/.test(text);

/** The verbs of `printf`: letters in the string, and no value. */
export const VERBS = ['%s', '%v', '%[1]s', '%-5d'];

/** Escapes by their letter. */
export function byLetter(named: Readonly<Record<string, string>>): Escapes {
  return (letter) => (named[letter] === undefined ? [] : [named[letter]]);
}

/** A letter as a code with so many hexadecimal digits, if it has no more. */
export function asCode(prefix: string, digits: number, suffix = ''): Escapes {
  return (_, code) => (code < 16 ** digits ? [prefix + hex(code, digits) + suffix] : []);
}

/** A letter of ASCII as a code. */
export function asByte(write: (code: number) => string): Escapes {
  return (_, code) => (code < 0x80 ? [write(code)] : []);
}

/** Any of several escapes. */
export function anyOf(...all: Escapes[]): Escapes {
  return (letter, code) => all.flatMap((escapes) => escapes(letter, code));
}

/** What a string on one line cannot hold, in most languages. */
export const ONE_LINE = { '\\': '\\\\', '\n': '\\n', '\r': '\\r', '\t': '\\t' };

const NAMED: Readonly<Record<string, string>> = {
  n: '\n',
  r: '\r',
  t: '\t',
  b: '\b',
  f: '\f',
  v: '\v',
  a: '\x07',
  e: '\x1b',
  0: '\0',
  '\n': '',
  s: ' ',
};

type Piece = readonly [RegExp, (match: RegExpExecArray) => string];

/** Escapes that consist of a letter; `s` is a blank, and an escaped line break nothing. */
export function letterEscapes(letters: string): Piece {
  return [new RegExp(`\\\\([${letters}])`, 'y'), ([, letter = '']) => NAMED[letter] ?? letter];
}

/** Escapes that consist of a code. */
export function codeEscapes(pattern: RegExp, base: 8 | 16 = 16): Piece {
  return [pattern, ([, digits = '']) => String.fromCodePoint(Number.parseInt(digits, base))];
}

export const X2 = codeEscapes(/\\x([\da-fA-F]{2})/y);
export const U4 = codeEscapes(/\\u([\da-fA-F]{4})/y);
export const U8 = codeEscapes(/\\U([\da-fA-F]{8})/y);
export const U_BRACES = codeEscapes(/\\u\{([\da-fA-F]+)\}/y);
export const OCTAL = codeEscapes(/\\([0-7]{3})/y, 8);

/** A string that was scanned. */
interface Scanned {
  readonly text: string;
  readonly end: number;
}

/** Reads a string that begins at an offset; undefined where none does, or where it does not end. */
export function scanAt(source: string, at: number, scan: Scan): Scanned | undefined {
  const opening = sticky(scan.opens, source, at);
  if (!opening) return undefined;
  const start = at + opening[0].length;
  const pieces = scan.pieces ?? [];
  let open = 0;
  for (let i = start; i <= source.length; ) {
    const piece = pieces.map(([pattern]) => sticky(pattern, source, i)).find((match) => match !== null);
    if (piece) {
      i += piece[0].length;
      continue;
    }
    const closing = sticky(scan.closes(opening), source, i);
    if (source[i] === scan.brackets?.[0]) open += 1;
    else if (closing && open > 0) open -= 1;
    else if (closing) {
      const raw = source.slice(start, i);
      const letters = scan.layout ? scan.layout(raw, opening, closing) : raw;
      return { text: decoded(letters, pieces), end: i + closing[0].length };
    }
    i += 1;
  }
  return undefined;
}

function decoded(letters: string, pieces: readonly Piece[]): string {
  const parts: string[] = [];
  for (let i = 0; i < letters.length; ) {
    let length = 1;
    let stands = letters[i] ?? '';
    for (const [pattern, decode] of pieces) {
      const match = sticky(pattern, letters, i);
      if (!match) continue;
      stands = decode(match);
      length = match[0].length;
      break;
    }
    parts.push(stands);
    i += length;
  }
  return parts.join('');
}

function sticky(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  const copy = pattern.sticky ? pattern : new RegExp(pattern, `${pattern.flags}y`);
  copy.lastIndex = at;
  return copy.exec(text);
}

/** The text without the indentation that its lines share. Lines with nothing but blanks do not count, unless told. */
export function dedented(text: string, last: 'counts' | 'as others'): string {
  const lines = text.split('\n');
  const widths = lines.flatMap((line, i) =>
    line.trim() !== '' || (last === 'counts' && i === lines.length - 1)
      ? [/^[ \t]*/.exec(line)?.[0].length ?? 0]
      : [],
  );
  const width = Math.min(...widths);
  return lines.map((line) => line.slice(Math.min(width, /^[ \t]*/.exec(line)?.[0].length ?? 0))).join('\n');
}

/** Changes every line; `^` would also fit behind U+2028, which ends no line of a source. */
export function eachLine(text: string, change: (line: string) => string): string {
  return text.split('\n').map(change).join('\n');
}

/** Every line that is not empty, further right. */
export function indented(text: string, indent: string): string {
  return eachLine(text, (line) => (line === '' ? '' : indent + line));
}
