import { type Field, lineEnd } from '../../fixture';
import type { Fixture, ServerObject } from '../recognise/types';
import type { Content, Edit } from '../types';
import { lineBreakOf, lineStart } from './lines';
import { escapeWithin } from './value';

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
  const { text } = fixture;
  const property = write(fixture, object, other, key, value);
  if (isFlow(object)) {
    return { offset: other.span.end, length: 0, text: `,${gapBefore(text, other)}${property}` };
  }
  const indent = ' '.repeat(columnOf(text, other.key.start));
  return {
    offset: lineEnd(text, other.span.end),
    length: 0,
    text: `${lineBreakOf(text)}${indent}${property}`,
  };
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
  const text = write(fixture, object, other, key, value);
  return { offset: start, length: other.span.end - start, text };
}

/** True for a field that a merge key brought: it has no place of its own. */
export function isBorrowed({ key, span, origin }: Field): boolean {
  return origin !== undefined && key.start === span.start;
}

/** `key: value` as the other field's neighbour: in JSON, or in the lines of a YAML block. */
function write(fixture: Fixture, object: ServerObject, other: Field, key: string, value: Content): string {
  const { text } = fixture;
  if (isFlow(object)) {
    const own = /^["']?/.exec(text.slice(other.key.start, other.key.start + 1))?.[0];
    const quote = object.within ? '"' : own;
    return escapeWithin(`${quote}${key}${quote}: ${json(value)}`, object.within);
  }
  if (typeof value !== 'object' || value === null) return `${key}: ${value}`;
  const inner = `${lineBreakOf(text)}${' '.repeat(columnOf(text, other.key.start) + 2)}`;
  const lines = Object.entries(value).map(([name, one]) => `${inner}${name}: ${JSON.stringify(one)}`);
  return `${key}:${lines.join('')}`;
}

/** JSON in one line, with blanks where people put them. */
function json(value: Content): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  return `{ ${Object.entries(value)
    .map(([key, one]) => `${JSON.stringify(key)}: ${JSON.stringify(one)}`)
    .join(', ')} }`;
}

/** True for an object between braces: in JSON, or in YAML's flow style. */
function isFlow({ notation }: ServerObject): boolean {
  return notation !== 'yaml-block';
}

/** The blanks that set a field off from what stands before it. */
function gapBefore(text: string, { key }: Field): string {
  return /(?<=[,{])\s+$/.exec(text.slice(Math.max(0, key.start - 200), key.start))?.[0] ?? ' ';
}

function columnOf(text: string, offset: number): number {
  return offset - lineStart(text, offset);
}
