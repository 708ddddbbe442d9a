import { type Field, lineEnd } from '../../fixture';
import { ownTextOf } from '../recognise/own-text';
import type { Fixture, ServerObject } from '../recognise/types';
import type { Content, Edit } from '../types';
import { isBehindQuestion, lineBreakOf, lineStart } from './lines';
import { holdsAnchorInUse } from './remove-field';
import { escapeWithin, literal } from './value';

/**
 * The edit that puts a field behind another one of the same object, written as that one is.
 *
 * @returns undefined where the other one does not stand in the object itself.
 */
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
  if (property === undefined) return undefined;
  if (object.notation !== 'yaml-block') {
    const written = escapeWithin(property, object.within);
    // The blanks are taken as the file has them: in a string of several lines they are its own.
    const gap = gapBefore(fixture.text, other.key.start);
    return written === undefined
      ? undefined
      : { offset: other.span.end, length: 0, text: `,${gap}${written}` };
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

/** The edit that puts a field in the place of another one; undefined where that one has no place of its own. */
export function replaceField(
  fixture: Fixture,
  object: ServerObject,
  other: Field,
  key: string,
  value: Content,
): Edit | undefined {
  if (isBorrowed(other) || other.sealed) return undefined;
  const { start } = other.key;
  const { text, inner } = ownTextOf(fixture, object);
  // What stood behind a question mark would be a map as a key.
  if (isBehindQuestion(text, inner(start))) return undefined;
  if (
    object.notation.startsWith('yaml') &&
    holdsAnchorInUse(text, [{ start: inner(start), end: inner(other.span.end) }])
  )
    return undefined;
  const property = write(text, object, inner(start), other, key, value);
  const written = property === undefined ? undefined : escapeWithin(property, object.within);
  return written === undefined ? undefined : { offset: start, length: other.span.end - start, text: written };
}

/** True for a field that a merge key brought: it has no place of its own. */
export function isBorrowed({ key, span, origin }: Field): boolean {
  return origin !== undefined && key.start === span.start;
}

/**
 * `key: value` as the other field's neighbour, in the text that the object is written in: between brackets, or in the lines
 * of a YAML block.
 *
 * @param at where the other field's key begins in that text.
 * @returns undefined where the language has no way to write the value.
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
 * The field in a map of a program, which has its own words, quotes and signs.
 *
 * @param quote what the other field's key stands in, if anything.
 * @param behind the text behind that key.
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

/** The sign between a key and its value that a text begins with, with the blanks around it. */
export function separatorAt(text: string): string | undefined {
  return /^[ \t]*(?:=>|:)[ \t]*/.exec(text)?.[0];
}

/** JSON in one line, with blanks where people put them. */
function json(value: Content): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  return `{ ${Object.entries(value)
    .map(([key, one]) => `${JSON.stringify(key)}: ${JSON.stringify(one)}`)
    .join(', ')} }`;
}

/** The blanks that set a field off from what stands before it. */
function gapBefore(text: string, key: number): string {
  return /(?<=[,{])\s+$/.exec(text.slice(Math.max(0, key - 200), key))?.[0] ?? ' ';
}

/**
 * The column of a block's entry whose key begins at an offset: that of the question mark, the tag or the anchor in front
 * of it, if there is one; undefined where the key does not stand at the beginning of its line or list item.
 */
function columnOf(text: string, key: number): number | undefined {
  const line = lineStart(text, key);
  const end = Math.max(0, line - (text.startsWith('\r\n', line - 2) ? 2 : 1));
  const above = text.slice(lineStart(text, end), end).trim();
  // A question mark on a line of its own.
  if (/^(?:- +)*\?$/.test(above)) return undefined;
  return /^( *(?:-[ \t]+)*)(?:\?[ \t]+)?(?:[&!]\S*[ \t]+)*$/.exec(text.slice(line, key))?.[1]?.length;
}
