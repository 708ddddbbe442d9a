// biome-ignore-all lint/suspicious/noTemplateCurlyInString: other languages have them in strings, too
import type { Dice } from '../dice';
import {
  anyOf,
  asByte,
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
  VERBS,
  X2,
} from './literal';

const HOLES = ['$id', '{$id}', '{$ids["a"]}', '${id}'];
const PIECES = [letterEscapes('nrtvef\\\\$"'), X2, U_BRACES, OCTAL];
const DOCUMENT_PIECES = [letterEscapes('nrtvef\\\\$'), X2, U_BRACES, OCTAL];
const MAY = anyOf(
  asByte((code) => `\\x${hex(code, 2)}`),
  asByte((code) => `\\${octal(code)}`),
  (_, code) => [`\\u{${code.toString(16)}}`],
);
const MUST = { '\\': '\\\\', $: '\\$' };

/** A document, with or without expressions in it (heredoc, nowdoc). */
function here(quote: string): Literal {
  const isPlain = quote === "'";
  return {
    name: `PHP, <<<${quote}JSON${quote}`,
    write(text, dice) {
      if (/^\s*JSON\b/m.test(text)) return undefined;
      const indent = ' '.repeat(4 * dice.below(3));
      const body = isPlain ? text : escapeHere(text, dice);
      return `<<<${dice.pick(['', ' '])}${quote}JSON${quote}\n${indented(body, indent)}\n${indent}JSON`;
    },
    scan: {
      opens: new RegExp(`<<<[ \\t]*${quote}JSON${quote}\\n`, 'y'),
      closes: () => /\n([ \t]*)JSON\b/y,
      ...(!isPlain && { pieces: DOCUMENT_PIECES }),
      layout: (letters, _, [, indent = '']) => dedented(`${letters}\n${indent}`, 'counts').replace(/\n$/, ''),
    },
    holes: isPlain ? VERBS : HOLES,
    ...(!isPlain && { interpolates: true as const }),
  };
}

/** In a document a backslash stays before a quote, and need not be escaped before most letters. */
function escapeHere(text: string, dice: Dice): string {
  if (dice.isLucky(0.5)) return escapeText(text, dice, byLetter(MUST), MAY);
  return text.replace(/\\(?![\\"/u]|$)|\\(?=\\)|\$/gm, '\\$&');
}

/** The PHP Manual, Strings. */
export const PHP: readonly Literal[] = [
  {
    name: "PHP, in '",
    write: (text, dice) =>
      `'${text.replace(/\\(?=[\\']|$)|'/g, '\\$&').replace(/(?<!\\)\\(?![\\'])/g, (sign) => dice.pick([sign, '\\\\']))}'`,
    scan: { opens: /'/y, closes: () => /'/y, pieces: [[/\\([\\'])/y, ([, letter = '']) => letter]] },
    holes: VERBS,
  },
  {
    name: 'PHP, in "',
    write: (text, dice) => `"${escapeText(text, dice, byLetter({ ...MUST, '"': '\\"' }), MAY)}"`,
    scan: { opens: /"/y, closes: () => /"/y, pieces: PIECES },
    holes: HOLES,
    interpolates: true,
  },
  here(''),
  here('"'),
  here("'"),
];
