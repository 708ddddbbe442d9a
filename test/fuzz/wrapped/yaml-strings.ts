import { MARK } from './broken-server';
import type { Dice } from './dice';

/** A way to write a text as a scalar of YAML. */
export interface ScalarForm {
  /** Says whether the text can be written so. */
  fits(text: string): boolean;
  /** The scalar, for a key in this column (-1: the document itself is the scalar). Continued lines stand further in. */
  write(text: string, column: number, dice: Dice): string;
}

const always = () => true;
const isOneLine = (text: string) => !/[\r\n]/.test(text);
const pad = (column: number, dice: Dice) => ' '.repeat(column + 1 + dice.below(4));

/** Breaks a line at single blanks that stand within words, as libyaml and psych do beyond 80 columns. */
function foldAt(text: string, width: number, indent: string): string {
  let column = 0;
  return text.replace(/(?<=[^ \t])( )(?=[^ \t])|./gsu, (part, blank?: string) => {
    column += part.length;
    if (blank === undefined || column <= width) return part;
    column = 0;
    return `\n${indent}`;
  });
}

const single = (text: string) => `'${text.replaceAll("'", "''")}'`;

/** A text that a fold may stand in without a blank being lost. */
const hasNoEdgeBlanks = (text: string) => isOneLine(text) && !/^\s|\s$/.test(text);

/** Every letter in one of the ways that double quotes have for it; the mark stays. */
function escaped(text: string, indent: string, dice: Dice, busy: number): string {
  const parts = text.split(new RegExp(`(${MARK})`));
  return parts.map((part) => (part === MARK ? part : escapedPart(part, indent, dice, busy))).join('');
}

function escapedPart(text: string, indent: string, dice: Dice, busy: number): string {
  return text.replace(/./gsu, (letter, offset: number) => {
    const code = letter.codePointAt(0) ?? 0;
    const hex = (digits: number) => code.toString(16).padStart(digits, '0');
    if (dice.isLucky(busy)) {
      const numbers = [`\\U${hex(8)}`];
      if (code <= 0xffff) numbers.push(`\\u${hex(4)}`);
      if (code <= 0xff) numbers.push(`\\x${hex(2)}`);
      if (letter === '/') numbers.push('\\/');
      return dice.pick(numbers);
    }
    const named = { '"': '\\"', '\\': '\\\\', '\n': '\\n', '\r': '\\r', '\t': '\\t', '\u2028': '\\L' }[
      letter
    ];
    if (named !== undefined) return named;
    const isInWords = /\S/.test(text[offset - 1] ?? ' ') && /\S/.test(text[offset + 1] ?? ' ');
    if (letter === ' ' && isInWords && dice.isLucky(busy))
      return dice.pick([`\n${indent}`, ` \t\n${indent}`]);
    // An escaped line break stands for nothing; a blank behind it has to be escaped too.
    if (dice.isLucky(busy / 2)) return `\\\n${indent}${letter === ' ' ? '\\ ' : letter}`;
    return letter;
  });
}

const double = (busy: number): ScalarForm => ({
  fits: always,
  write: (text, column, dice) => `"${escaped(text, pad(column, dice), dice, busy)}"`,
});

/** A block scalar's header and lines, for every way to end one. */
function block(
  sign: '|' | '>',
  chomp: '' | '-' | '+',
  isTold: boolean,
  fold: (line: string, dice: Dice) => string = (line) => line,
): ScalarForm {
  return {
    // The first line says how far the text is indented, unless the header does.
    fits: (text) => isTold || !/^\s/.test(text),
    write(text, column, dice) {
      const depth = 1 + dice.below(4);
      const indent = ' '.repeat(column + depth);
      const told = isTold ? String(depth) : '';
      const header = sign + dice.pick([told + chomp, chomp + told]) + dice.pick(['', ' ', ' # a body']);
      const lines = text.split('\n').flatMap((line) => (dice.isLucky(0.1) ? [line, ''] : [line]));
      const folded = lines.flatMap((line) => fold(line, dice).split('\n'));
      const written = folded.map((line) => (line === '' ? dice.pick(['', indent]) : indent + line));
      return `${header}\n${written.join('\n')}${dice.pick(['', '\n', '\n\n'])}`;
    },
  };
}

/** Lines that stand further in are not folded: their breaks stay in the content. */
const folded = (chomp: '' | '-' | '+', isTold: boolean): ScalarForm =>
  block('>', chomp, isTold, (line, dice) =>
    /^\s/.test(line) ? line : foldAt(line, 20 + dice.below(80), ''),
  );

export const SCALAR_FORMS: Readonly<Record<string, ScalarForm>> = {
  'single quotes': { fits: isOneLine, write: single },
  'single quotes, folded': {
    fits: hasNoEdgeBlanks,
    write: (text, column, dice) => foldAt(single(text), 80, pad(column, dice)),
  },
  'single quotes, folded often': {
    fits: hasNoEdgeBlanks,
    write: (text, column, dice) =>
      foldAt(single(text), 12, pad(column, dice)).replaceAll('\n', dice.pick(['\n', ' \n'])),
  },
  'double quotes': double(0),
  'double quotes, some escapes and folds': double(0.05),
  'double quotes, many escapes and folds': double(0.5),
  'a literal block': block('|', '', false),
  'a literal block, stripped': block('|', '-', false),
  'a literal block, kept': block('|', '+', false),
  'a literal block, its indentation told': block('|', '', true),
  'a literal block, stripped and its indentation told': block('|', '-', true),
  'a literal block, kept and its indentation told': block('|', '+', true),
  'a folded block': folded('', false),
  'a folded block, stripped': folded('-', false),
  'a folded block, kept': folded('+', false),
  'a folded block, its indentation told': folded('', true),
  'a folded block, stripped and its indentation told': folded('-', true),
  'a folded block, kept and its indentation told': folded('+', true),
  'a plain text behind an HTTP head': {
    fits: (text) => hasNoEdgeBlanks(text) && !/: |:$| #|\t/.test(text) && /^[{[]/.test(text),
    write: (text, column, dice) => {
      const indent = pad(column, dice);
      return foldAt(`HTTP/1.1 200 OK\n\n\n${indent}${text}`, 60, indent);
    },
  },
  tagged: { fits: isOneLine, write: (text) => `!!str ${single(text)}` },
  anchored: { fits: always, write: (text, column, dice) => `&body ${double(0.1).write(text, column, dice)}` },
};
