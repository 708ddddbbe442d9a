// biome-ignore-all lint/suspicious/noTemplateCurlyInString: other languages have them in strings, too
import type { Dice } from '../dice';
import {
  anyOf,
  asByte,
  asCode,
  byLetter,
  dedented,
  escapeText,
  hex,
  indented,
  type Literal,
  letterEscapes,
  OCTAL,
  octal,
  U_BRACES,
  U4,
  VERBS,
  X2,
} from './literal';

const HOLES = ['#{id}', '#{ids.map { |i| "<#{i}>" }.join("}")}'];
const PIECES = [letterEscapes('abefnrstv\\\\"#\'\\n'), X2, U4, U_BRACES, OCTAL];
const PLAIN = [/\\([\\'])/y, ([, letter = '']: RegExpExecArray) => letter] as const;
const MAY = anyOf(
  asByte((code) => `\\x${hex(code, 2)}`),
  asByte((code) => `\\${octal(code)}`),
  asCode('\\u', 4),
  (_, code) => [`\\u{${code.toString(16)}}`],
);
const escaped = (text: string, dice: Dice, more: Readonly<Record<string, string>> = {}) =>
  escapeText(text, dice, byLetter({ '\\': '\\\\', '\r': '\\r', ...more }), MAY).replace(/#(?=[{$@])/g, '\\#');

const PAIRS: Readonly<Record<string, string>> = {
  '(': ')',
  '[': ']',
  '{': '}',
  '<': '>',
  '|': '|',
  '!': '!',
};

/** True where every bracket in a text has its other one. */
function isBalanced(text: string, open: string): boolean {
  const close = PAIRS[open] ?? '';
  if (close === open) return !text.includes(open);
  let depth = 0;
  for (const letter of text) {
    if (letter === open) depth += 1;
    if (letter === close) depth -= 1;
    if (depth < 0) return false;
  }
  return depth === 0;
}

/** Between percent signs and brackets. */
function percent(sign: 'q' | 'Q', open: string): Literal {
  const close = PAIRS[open] ?? '';
  const isPlain = sign === 'q';
  return {
    name: `Ruby, %${sign}${open}`,
    write(text, dice) {
      if (!isBalanced(text, open)) return undefined;
      const prefix = isPlain ? '%q' : dice.pick(PAIRS[open] === open ? ['%Q'] : ['%Q', '%']);
      return (
        prefix +
        open +
        (isPlain
          ? text.replaceAll('\\', '\\\\')
          : text.replaceAll('\\', '\\\\').replace(/#(?=[{$@])/g, '\\#')) +
        close
      );
    },
    scan: {
      opens: new RegExp(`%${isPlain ? 'q' : 'Q?'}\\${open}`, 'y'),
      closes: () => new RegExp(`\\${close}`, 'y'),
      ...(close !== open && { brackets: [open, close] as const }),
      pieces: isPlain ? [[/\\(\\)/y, () => '\\']] : PIECES,
    },
    holes: isPlain ? VERBS : HOLES.slice(0, 1),
    ...(!isPlain && { interpolates: true as const }),
  };
}

const linesOf = (text: string) => text.split('\n').length;

/** A document on the lines below its name. */
function here(name: string, dash: '' | '-' | '~', quote: string): Literal {
  const isPlain = quote === "'";
  return {
    name: `Ruby, <<${dash}${quote}${name}${quote}`,
    write(text, dice) {
      // The last line break of a document belongs to it.
      if (new RegExp(`^\\s*${name}$`, 'm').test(text)) return undefined;
      const indent = dash === '~' ? '  '.repeat(dice.below(4)) : '';
      const body = isPlain ? text : escaped(text, dice);
      // Behind an escaped line break, the margin stays that is taken from the lines.
      const hasMargin = dash === '~' && text.split('\n').every((line) => !/^\S/.test(line));
      if (hasMargin && linesOf(body) < linesOf(text)) return undefined;
      const behind = dice.pick(['', '.strip', ' # it’s "the" body']);
      return `<<${dash}${quote}${name}${quote}${behind}\n${indented(body, indent)}\n${dash === '' ? '' : indent.slice(2)}${name}`;
    },
    scan: {
      opens: new RegExp(`<<${dash}${quote}${name}${quote}[^\\n]*\\n`, 'y'),
      closes: () => new RegExp(`\\n${dash === '' ? '' : '[ \\t]*'}${name}(?=\\n|$)`, 'y'),
      ...(!isPlain && { pieces: PIECES }),
      ...(dash === '~' && { layout: (letters: string) => dedented(letters, 'as others') }),
    },
    holes: isPlain ? VERBS : HOLES,
    ...(!isPlain && { interpolates: true as const }),
  };
}

/** Ruby's doc/syntax/literals.rdoc. */
export const RUBY: readonly Literal[] = [
  {
    name: 'Ruby, in "',
    write: (text, dice) => `"${escaped(text, dice, { '"': '\\"', '\n': dice.pick(['\n', '\\n']) })}"`,
    scan: { opens: /"/y, closes: () => /"/y, pieces: PIECES },
    holes: HOLES,
    interpolates: true,
  },
  {
    name: "Ruby, in '",
    write: (text) => `'${text.replace(/[\\']/g, '\\$&')}'`,
    scan: { opens: /'/y, closes: () => /'/y, pieces: [PLAIN] },
    holes: VERBS,
  },
  percent('q', '('),
  percent('q', '{'),
  percent('q', '['),
  percent('q', '|'),
  percent('Q', '('),
  percent('Q', '{'),
  percent('Q', '!'),
  here('JSON', '~', ''),
  here('EOS', '-', ''),
  here('BODY_1', '', ''),
  here('EOS', '~', "'"),
  here('json', '~', ''),
  here('EOS', '', '"'),
];
