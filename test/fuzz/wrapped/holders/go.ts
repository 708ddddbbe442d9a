import {
  anyOf,
  asByte,
  asCode,
  byLetter,
  escapeText,
  hex,
  type Literal,
  letterEscapes,
  OCTAL,
  ONE_LINE,
  octal,
  U4,
  U8,
  VERBS,
  X2,
} from './literal';

/** The Go Programming Language Specification, String literals. */
export const GO: readonly Literal[] = [
  {
    name: 'Go, raw',
    write: (text) => (text.includes('`') ? undefined : `\`${text}\``),
    scan: { opens: /`/y, closes: () => /`/y },
    holes: VERBS,
  },
  {
    name: 'Go, interpreted',
    write(text, dice) {
      const may = anyOf(
        asByte((code) => `\\x${hex(code, 2)}`),
        asByte((code) => `\\${octal(code)}`),
        asCode('\\u', 4),
        asCode('\\U', 8),
      );
      return `"${escapeText(text, dice, byLetter({ ...ONE_LINE, '"': '\\"' }), may)}"`;
    },
    scan: { opens: /"/y, closes: () => /"/y, pieces: [letterEscapes('abfnrtv\\\\"'), X2, OCTAL, U4, U8] },
    holes: VERBS,
  },
];
