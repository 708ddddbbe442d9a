import { lineEnd, lineStart, PREFIXES, type Span } from '../../fixture';
import { ownTextOf } from '../recognise/own-text';
import type { Fixture, ServerObject } from '../recognise/types';
import { separatorAt } from '../write/insert-field';
import type { KeyPlace } from './types';

/** Finds the place of a key in a map of source code. The new key is written like the object's other keys. */
export function inLiteral(fixture: Fixture, object: ServerObject, offset: number): KeyPlace | undefined {
  const [other] = Object.values(object.fields).filter((field) => typeof field.style !== 'string');
  if (other === undefined) return undefined;
  // Of the arguments of a call, those without a key come first.
  if (fixture.text[object.span.start] === '(' && offset < other.key.start) return undefined;
  const text = withoutComments(fixture, object.span);
  const typed = typedKeyAt(text, object.span.start, offset, IN_SOURCE);
  if (typed === undefined) return undefined;
  const separator = separatorAt(text.slice(other.key.end, other.span.start)) ?? ': ';
  const { gap, next } = behindKey(text, typed.span.end);
  // Where its bracket is on a line of its own, the last one has a comma, too: Go demands it.
  const isLast = CLOSING.test(next) && /[\r\n]/.test(gap);
  return {
    ...typed,
    object,
    ownQuote:
      typed.quote ||
      (/^["'`]/.exec(text.slice(other.key.start, other.key.end))?.[0].replace('`', '"') ?? "'"),
    separator,
    style: other.style,
    hasValue: text.startsWith(separator.trim(), typed.span.end + gap.length),
    comma: isLast || !ENDS_KEY.test(next) ? ',' : '',
    within: [],
  };
}

/** Finds the place of a key in YAML's flow style. The new key and value are written like the object's other ones. */
export function inFlow(fixture: Fixture, object: ServerObject, offset: number): KeyPlace | undefined {
  const own = ownTextOf(fixture, object);
  const start = own.inner(object.span.start);
  const typed = typedKeyAt(own.text, start, own.inner(offset), IN_FLOW);
  const [other] = Object.values(object.fields);
  if (typed === undefined || other === undefined) return undefined;
  if (isTooFarLeft(own.text, { start, end: own.inner(object.span.end) }, typed.span)) return undefined;
  const { next } = behindKey(own.text, typed.span.end);
  const quote = /^["']/.exec(own.text.slice(own.inner(other.key.start)))?.[0] ?? '';
  return {
    ...typed,
    span: own.outer(typed.span),
    object,
    ownQuote: typed.quote || quote,
    separator: ': ',
    style: other.style === 'single' || other.style === 'double' ? other.style : 'plain',
    hasValue: next === ':',
    // Without a blank, a comment would become part of the value.
    comma: (ENDS_KEY.test(next) ? '' : ',') + (own.text[typed.span.end] === '#' ? ' ' : ''),
    within: object.within ?? [],
  };
}

/** Match strings, also one that is still open, and brackets. A quote inside a plain scalar of YAML opens no string. */
const IN_SOURCE =
  /'(?:[^'\\]|\\[\s\S])*(?:'|\\?$)|"(?:[^"\\]|\\[\s\S])*(?:"|\\?$)|`(?:[^`\\]|\\[\s\S])*(?:`|\\?$)|[{}[\]()]/g;
const IN_FLOW = /(?<=[\s,[{:])(?:'(?:[^']|'')*(?:'|$)|"(?:[^"\\]|\\[\s\S])*(?:"|\\?$)|#[^\r\n]*)|[{}[\]]/g;

/** A comment becomes blanks. */
const withoutComment = (token: string) => (token.startsWith('#') ? ' '.repeat(token.length) : token);

const CLOSING = /^[)\]}]/;
/** Matches the sign behind a key without a comma: that of a value, another comma, a bracket, or nothing. */
const ENDS_KEY = /^(?:[:=,)\]}]|$)/;

/** Returns what is typed of a key directly between the brackets of an object; undefined if none can be there. */
function typedKeyAt(
  text: string,
  start: number,
  offset: number,
  tokens: RegExp,
): Pick<KeyPlace, 'quote' | 'span'> | undefined {
  const before = text.slice(start, offset);
  let depth = 0;
  let open = -1;
  for (const { 0: token, index } of before.matchAll(tokens)) {
    if (/^[{[(]/.test(token)) depth += 1;
    else if (CLOSING.test(token)) depth -= 1;
    else if (index + token.length < before.length) continue;
    else if (token.startsWith('#')) return undefined;
    else if (!isClosed(token)) open = index;
  }
  const match = /[{[(,]\s*(["']?)([\w:.-]*)$/.exec(before.replace(tokens, withoutComment));
  if (depth !== 1 || match === null) return undefined;
  const [, quote = '', typed = ''] = match;
  const from = before.length - quote.length - typed.length;
  if (quote === '' ? open >= 0 : open !== from) return undefined;
  // Behind its colon, a key is whole; the colon of a prefix belongs to it.
  if (typed.endsWith(':') && !PREFIXES.some((prefix) => prefix === typed)) return undefined;
  // A quote without a word before it starts the next key.
  const behind = text.slice(offset, offset + 200);
  const word = /^(?:[\w.-]|:(?=[\w.-]))*/.exec(behind)?.[0] ?? '';
  const isQuoted = quote + typed + word !== '' && /["']/.test(behind.charAt(word.length));
  return { quote, span: { start: start + from, end: offset + word.length + Number(isQuoted) } };
}

/**
 * Tells whether a key would start a line further left than every other line of its map. YAML may take such a line for
 * the end of the map, even between brackets.
 */
function isTooFarLeft(text: string, { start, end }: Span, key: Span): boolean {
  const line = lineStart(text, key.start);
  if (line <= start || text.slice(line, key.start).trim() !== '') return false;
  const others = text.slice(start, key.start) + text.slice(key.end, lineEnd(text, end));
  const columns = others
    .split('\n')
    .slice(1)
    .map((one) => (/^\s*#/.test(one) ? -1 : one.search(/\S/)))
    .filter((column) => column >= 0);
  return columns.length > 0 && key.start - line < Math.min(...columns);
}

/** Tells whether a string has its last quote. */
function isClosed(token: string): boolean {
  return token.length > 1 && token.at(-1) === token[0];
}

/** Returns the blanks and YAML comments behind a key, and the sign behind them; empty at the end of the text. */
function behindKey(text: string, end: number): { gap: string; next: string } {
  const gap = /^\s*(?:#[^\r\n]*\s+)*/.exec(text.slice(end))?.[0] ?? '';
  return { gap, next: text.charAt(end + gap.length) };
}

/** Returns a text of the same length in which the comments from an object on are blanks. */
function withoutComments({ text, comments }: Fixture, { start }: Span): string {
  const parts: string[] = [];
  let at = 0;
  for (const comment of comments) {
    if (comment.start < start) continue;
    parts.push(
      text.slice(at, comment.start),
      text.slice(comment.start, comment.end).replace(/[^\r\n]/g, ' '),
    );
    at = comment.end;
  }
  return parts.join('') + text.slice(at);
}
