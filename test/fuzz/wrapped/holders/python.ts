import type { Dice } from '../dice';
import {
  anyOf,
  asByte,
  asCode,
  byLetter,
  type Escapes,
  escapeText,
  hex,
  isAscii,
  type Literal,
  ONE_LINE,
  octal,
} from './literal';

/** The prefixes in their kinds (The Python Language Reference, 2.5): what each of them makes of the letters. */
const KINDS = [
  { name: 'plain', prefixes: ['', 'u', 'U'] },
  { name: 'bytes', prefixes: ['b', 'B'], isBytes: true },
  { name: 'raw', prefixes: ['r', 'R'], isRaw: true },
  { name: 'raw bytes', prefixes: ['rb', 'Rb', 'bR', 'BR'], isRaw: true, isBytes: true },
  { name: 'f-string', prefixes: ['f', 'F'], isFormatted: true },
  { name: 'raw f-string', prefixes: ['rf', 'fR', 'Rf', 'FR'], isRaw: true, isFormatted: true },
] as const;

const QUOTES = ['"', "'", '"""', "'''"];

interface Kind {
  readonly name: string;
  readonly prefixes: readonly string[];
  readonly isRaw?: true;
  readonly isBytes?: true;
  readonly isFormatted?: true;
}

function write(kind: Kind, quote: string, text: string, dice: Dice): string | undefined {
  if (kind.isBytes && !isAscii(text)) return undefined;
  const body = kind.isRaw ? rawBody(text, quote) : escapedBody(kind, quote, text, dice);
  if (body === undefined) return undefined;
  const braced = kind.isFormatted ? body.replace(/[{}]/g, '$&$&') : body;
  return dice.pick(kind.prefixes) + quote + braced + quote;
}

/** A raw string cannot hold its quotes, nor end with a backslash, nor stand on two lines between single ones. */
function rawBody(text: string, quote: string): string | undefined {
  if (text.includes(quote) || text.endsWith('\\') || text.endsWith(quote[0] ?? '')) return undefined;
  return quote.length === 1 && text.includes('\n') ? undefined : text;
}

function escapedBody(kind: Kind, quote: string, text: string, dice: Dice): string {
  const mark = quote[0] ?? '';
  const isLong = quote.length > 1;
  const must = isLong ? { '\\': '\\\\' } : { ...ONE_LINE, [mark]: `\\${mark}` };
  // A quote before the quotes that close the string would be one of them.
  const [last = ''] = isLong ? (/["'][\uE000\uE001]?$/.exec(text) ?? []) : [];
  const body = escapeText(text.slice(0, text.length - last.length), dice, byLetter(must), mayOf(kind));
  const ends = isLong ? body.replaceAll(quote, [...quote].map((letter) => `\\${letter}`).join('')) : body;
  const opening = isLong && dice.isLucky(0.3) ? '\\\n' : '';
  return opening + ends + (last === '' ? '' : `\\${last}`);
}

/** Escapes that a letter does not need. */
function mayOf({ isBytes, isFormatted }: Kind): Escapes {
  const asText: Escapes = isBytes ? () => [] : anyOf(asCode('\\u', 4), asCode('\\U', 8));
  const may = anyOf(
    asText,
    asByte((code) => `\\x${hex(code, 2)}`),
    asByte((code) => `\\${octal(code)}`),
    byLetter({ "'": "\\'", '"': '\\"' }),
  );
  return (letter, code) => (isFormatted && /[{}]/.test(letter) ? [] : may(letter, code));
}

/** What a value looks like that is filled in; one of them has quotes of the other sort in it. */
function holesOf({ isFormatted, isRaw }: Kind, quote: string): string[] {
  if (!isFormatted) return ['%s', '%(id)s', '%-5d'];
  const other = quote.startsWith('"') ? "'" : '"';
  return ['{id}', '{id!r:>10}', '{(id)}', ...(isRaw ? [] : [`{ids[0]}`]), `{id or ${other}}${other}}`];
}

/** Every prefix with every sort of quotes. Python itself reads them back. */
export const PYTHON: readonly Literal[] = KINDS.flatMap((kind: Kind) =>
  QUOTES.map((quote) => ({
    name: `Python, ${kind.name} in ${quote}`,
    write: (text: string, dice: Dice) => write(kind, quote, text, dice),
    scan: { opens: /(?!)/y, closes: () => /(?!)/y },
    holes: holesOf(kind, quote),
    ...(kind.isFormatted && { interpolates: true as const }),
  })),
);
