import { type Field, lineEnd } from '../../fixture';
import { ownTextOf } from '../recognise/own-text';
import type { Fixture, ServerObject } from '../recognise/types';
import type { Content, Edit } from '../types';
import { beforeBreaks, isBehindQuestion, lineBreakOf, lineStart } from './lines';
import { holdsAnchorInUse } from './remove-field';
import { escapeWithin, literal } from './value';

/** Returns the edit that inserts a field after another one, in its style; undefined if that is from a merge key. */
export function insertBehind(
  fixture: Fixture,
  object: ServerObject,
  other: Field,
  key: string,
  value: Content,
): Edit | undefined {
  if (isBorrowed(other) || other.sealed) return undefined;
  const { text, inner, outer } = ownTextOf(fixture, object);
  const property = write(text, object, inner(other.key.start), other, key, value);
  if (object.notation !== 'yaml-block') {
    const written = escapeWithin(property, object.within);
    // Copied from the file, as the blanks in a string of several lines are part of the string.
    const gap = gapBefore(fixture.text, other.key.start);
    if (written === undefined) return undefined;
    const { end } = other.span;
    const rest = fixture.text.slice(end, lineEnd(fixture.text, end));
    if (!/[\r\n]/.test(gap) || !COMMENTED.test(rest))
      return { offset: end, length: 0, text: `,${gap}${written}` };
    // The comment stays on the line of the other field.
    return rest.startsWith(',')
      ? { offset: end + rest.length, length: 0, text: `${gap}${written},` }
      : { offset: end, length: rest.length, text: `,${rest}${gap}${written}` };
  }
  const column = columnOf(text, inner(other.key.start));
  if (column === undefined) return undefined;
  const at = lineEnd(text, inner(other.span.end));
  const line = `${lineBreakOf(text)}${' '.repeat(column)}${property}`;
  const written = escapeWithin(line, object.within);
  return written === undefined
    ? undefined
    : { offset: outer({ start: 0, end: at }).end, length: 0, text: written };
}

/** Matches the rest of a line with nothing but a comment behind the value and its comma. */
const COMMENTED = /^,?[ \t]*(?:\/\/.*|#.*|\/\*(?:(?!\*\/).)*\*\/[ \t]*)$/;

/** Returns the edit that replaces a field by another one; undefined if it is not in the object itself. */
export function replaceField(
  fixture: Fixture,
  object: ServerObject,
  other: Field,
  key: string,
  value: Content,
): Edit | undefined {
  if (isBorrowed(other) || other.sealed) return undefined;
  const { start } = other.key;
  const { text, inner, outer } = ownTextOf(fixture, object);
  // The replacement would become a map used as a key.
  if (isBehindQuestion(text, inner(start))) return undefined;
  if (
    object.notation.startsWith('yaml') &&
    holdsAnchorInUse(text, [{ start: inner(start), end: inner(other.span.end) }])
  )
    return undefined;
  const property = write(text, object, inner(start), other, key, value);
  const written = escapeWithin(property, object.within);
  const { end } = outer({ start: inner(start), end: beforeBreaks(text, inner(other.span.end)) });
  return written === undefined ? undefined : { offset: start, length: end - start, text: written };
}

/** Tells whether a field comes from a merge key, so it has no place in the object. */
export function isBorrowed({ key, span, origin }: Field): boolean {
  return origin !== undefined && key.start === span.start;
}

/**
 * Returns `key: value` in the other field's style, in the text that contains the object: between brackets, or as lines
 * of a YAML block.
 *
 * @param at the offset in that text at which the other field's key starts.
 * @returns undefined if the language cannot express the value.
 */
function write(
  text: string,
  { notation }: ServerObject,
  at: number,
  { keyText, style }: Field,
  key: string,
  value: Content,
): string | undefined {
  if (notation === 'literal') {
    const quote = /^["']/.exec(text.slice(at, at + 1))?.[0] ?? '';
    return writeLiteral(quote, text.slice(at + keyText.length + 2 * quote.length), style, key, value);
  }
  if (notation !== 'yaml-block') {
    const quote = /^["']?/.exec(text.slice(at, at + 1))?.[0];
    return `${quote}${key}${quote}: ${json(value)}`;
  }
  if (typeof value !== 'object' || value === null) return `${key}: ${value}`;
  const inner = `${lineBreakOf(text)}${' '.repeat((columnOf(text, at) ?? 0) + 2)}`;
  const lines = Object.entries(value).map(([name, one]) => `${inner}${name}: ${JSON.stringify(one)}`);
  return `${key}:${lines.join('')}`;
}

/**
 * Returns the field for a map of source code, which has its own words, quotes and separators.
 *
 * @param quote the quote of the other field's key; empty if there is none.
 * @param behind the text after that key.
 */
function writeLiteral(
  quote: string,
  behind: string,
  style: Field['style'],
  key: string,
  value: Content,
): string | undefined {
  if (typeof style === 'string' || (typeof value === 'object' && value !== null)) return undefined;
  const separator = separatorAt(behind) ?? ': ';
  const ownKey = quote === '' ? literal(key, { style }) : `${quote}${key}${quote}`;
  const written = typeof value === 'number' ? String(value) : literal(value, { style });
  return written === undefined || ownKey === undefined ? undefined : `${ownKey}${separator}${written}`;
}

/** Returns the separator between key and value at the start of a text, with its blanks. */
export function separatorAt(text: string): string | undefined {
  return /^[ \t]*(?:=>|:)[ \t]*/.exec(text)?.[0];
}

/** Returns JSON on one line, with the usual blanks. */
function json(value: Content): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  return `{ ${Object.entries(value)
    .map(([key, one]) => `${JSON.stringify(key)}: ${JSON.stringify(one)}`)
    .join(', ')} }`;
}

function gapBefore(text: string, key: number): string {
  return /(?<=[,{])\s+$/.exec(text.slice(Math.max(0, key - 200), key))?.[0] ?? ' ';
}

/**
 * Returns the column of the entry with a key, in a YAML block: that of the question mark, tag or anchor before the key,
 * if there is one. Returns undefined if the key is not at the start of its line or list item.
 */
function columnOf(text: string, key: number): number | undefined {
  const line = lineStart(text, key);
  const end = Math.max(0, line - (text.startsWith('\r\n', line - 2) ? 2 : 1));
  const above = text.slice(lineStart(text, end), end).trim();
  // A question mark on its own line.
  if (/^(?:- +)*\?$/.test(above)) return undefined;
  return /^( *(?:-[ \t]+)*)(?:\?[ \t]+)?(?:[&!]\S*[ \t]+)*$/.exec(text.slice(line, key))?.[1]?.length;
}
