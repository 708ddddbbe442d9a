// biome-ignore-all lint/suspicious/noTemplateCurlyInString: other languages have them in strings, too
import {
  anyOf,
  asCode,
  byLetter,
  dedented,
  escapeText,
  indented,
  type Literal,
  letterEscapes,
  ONE_LINE,
  U4,
  U8,
  VERBS,
} from './literal';

const HOLES = ['{id}', '{ids[0]:x}', '{f("}")}'];
const BRACES = { '{': '{{', '}': '}}' };
const MAY = anyOf(asCode('\\u', 4), asCode('\\U', 8));
const PIECES = [letterEscapes('abfnrtv0\'\\\\"'), U4, U8];
const twice = (letter: string) => [new RegExp(`${letter}${letter}`, 'y'), () => letter] as const;
const DOUBLED_BRACES = [twice('\\{'), twice('\\}')].map(
  ([pattern]) => [pattern, ([all]: RegExpExecArray) => all[0] ?? ''] as const,
);

/** The letters between the quotes of a raw string, without the indentation of its last line. */
function rawLetters(letters: string): string {
  return letters.startsWith('\n') ? dedented(letters, 'counts').replace(/^\n|\n[ \t]*$/g, '') : letters;
}

/** Raw strings with so many dollars. */
function raw(dollars: number): Literal {
  return {
    name: `C#, raw with ${dollars} dollars`,
    write(text, dice) {
      // As many braces as dollars would be an expression.
      if (dollars > 0 && new RegExp(`[{]{${dollars}}|[}]{${dollars}}`).test(text)) return undefined;
      const quotes = '"'.repeat(3 + dice.below(3));
      if (text.includes(quotes)) return undefined;
      const open = '$'.repeat(dollars) + quotes;
      if (!/\n/.test(text) && !/^"|"$/.test(text) && dice.isLucky(0.5)) return open + text + quotes;
      const indent = ' '.repeat(4 * dice.below(4));
      return `${open}\n${indented(text, indent)}\n${indent}${quotes}`;
    },
    scan: {
      opens: new RegExp(`${'\\$'.repeat(dollars)}("{3,})[ \\t]*`, 'y'),
      closes: ([, quotes = '']) => new RegExp(quotes, 'y'),
      layout: rawLetters,
    },
    holes:
      dollars === 0 ? VERBS : HOLES.map((hole) => '{'.repeat(dollars - 1) + hole + '}'.repeat(dollars - 1)),
    ...(dollars > 0 && { interpolates: true as const }),
  };
}

/** C# language specification, 6.4.5.6 and 12.8.3, and the feature specification of raw string literals. */
export const CSHARP: readonly Literal[] = [
  {
    name: 'C#',
    write: (text, dice) => `"${escapeText(text, dice, byLetter({ ...ONE_LINE, '"': '\\"' }), MAY)}"`,
    scan: { opens: /"(?!"")/y, closes: () => /"/y, pieces: PIECES },
    holes: VERBS,
  },
  {
    name: 'C#, verbatim',
    write: (text) => `@"${text.replaceAll('"', '""')}"`,
    scan: { opens: /@"/y, closes: () => /"/y, pieces: [twice('"')] },
    holes: VERBS,
  },
  {
    name: 'C#, interpolated',
    write: (text, dice) =>
      `$"${escapeText(text, dice, byLetter({ ...ONE_LINE, '"': '\\"', ...BRACES }), (letter, code) => (/[{}]/.test(letter) ? [] : MAY(letter, code)))}"`,
    scan: { opens: /\$"(?!"")/y, closes: () => /"/y, pieces: [...PIECES, ...DOUBLED_BRACES] },
    holes: HOLES,
    interpolates: true,
  },
  {
    name: 'C#, interpolated and verbatim',
    write: (text, dice) => `${dice.pick(['$@', '@$'])}"${text.replace(/["{}]/g, '$&$&')}"`,
    scan: { opens: /(?:\$@|@\$)"/y, closes: () => /"/y, pieces: [twice('"'), ...DOUBLED_BRACES] },
    holes: ['{id}', '{ids[0]:x}'],
    interpolates: true,
  },
  raw(0),
  raw(2),
  raw(3),
];
