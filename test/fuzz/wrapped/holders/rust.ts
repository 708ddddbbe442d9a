import {
  anyOf,
  asByte,
  byLetter,
  escapeText,
  hex,
  isAscii,
  type Literal,
  letterEscapes,
  U_BRACES,
  VERBS,
  X2,
} from './literal';

const MUST = byLetter({ '\\': '\\\\', '"': '\\"', '\r': '\\r' });
const asX = asByte((code) => `\\x${hex(code, 2)}`);
const asU = (_: string, code: number) => [`\\u{${code.toString(16)}}`];
/** A line break that is escaped takes the blanks behind it with it. */
const CONTINUED = [/\\\n\s*/y, () => ''] as const;

/** The Rust Reference, Tokens. */
export const RUST: readonly Literal[] = [
  {
    name: 'Rust',
    write: (text, dice) => `${dice.pick(['', 'c'])}"${escapeText(text, dice, MUST, anyOf(asX, asU))}"`,
    scan: {
      opens: /c?"/y,
      closes: () => /"/y,
      pieces: [letterEscapes('nrt\\\\0\'"'), X2, U_BRACES, CONTINUED],
    },
    holes: VERBS,
  },
  {
    name: 'Rust, bytes',
    write: (text, dice) => (isAscii(text) ? `b"${escapeText(text, dice, MUST, asX)}"` : undefined),
    scan: { opens: /b"/y, closes: () => /"/y, pieces: [letterEscapes('nrt\\\\0\'"'), X2, CONTINUED] },
    holes: VERBS,
  },
  {
    name: 'Rust, raw',
    write(text, dice) {
      const signs = '#'.repeat(dice.below(5));
      const prefix = isAscii(text) ? dice.pick(['r', 'br', 'cr']) : dice.pick(['r', 'cr']);
      return text.includes(`"${signs}`) ? undefined : `${prefix}${signs}"${text}"${signs}`;
    },
    scan: { opens: /[bc]?r(#*)"/y, closes: ([, signs = '']) => new RegExp(`"${signs}`, 'y') },
    holes: VERBS,
  },
];
