import { type Field, type FieldName, firstFrom, type Span } from '../../fixture';
import type { Fixture, LeftAloneReason, ServerObject } from '../recognise/types';
import { isBorrowed } from '../write/insert-field';

/** A field of an object at an offset. */
export interface Place {
  readonly object: ServerObject;
  readonly name: FieldName;
  readonly field: Field;
  readonly on: 'key' | 'value';
}

/** Reasons for objects that are incomplete servers. */
const SERVED: ReadonlySet<LeftAloneReason> = new Set([
  'status-only',
  'no-state',
  'nothing-written',
  'too-little',
  'cut-off',
  'broken',
]);

/**
 * Returns servers and objects that lack only a field. Those in Base64 have no places in the text.
 *
 * @param last the last offset at which one may start.
 */
export function servedObjects(
  { servers, leftAlone }: Fixture,
  last = Number.POSITIVE_INFINITY,
): ServerObject[] {
  const almost = upTo(leftAlone, last).filter(({ reason }) => SERVED.has(reason));
  return [...upTo(servers, last), ...almost].filter(({ sealed }) => sealed === undefined);
}

/** Returns the objects that start at or before an offset. They are in text order. */
function upTo<T extends ServerObject>(objects: readonly T[], offset: number): readonly T[] {
  return objects.slice(
    0,
    firstFrom(objects, offset + 1, ({ span }) => span.start),
  );
}

/** Returns the field whose key or value contains or touches an offset; undefined if there is none. */
export function placeAt(fixture: Fixture, offset: number): Place | undefined {
  // No field begins before its object.
  for (const object of servedObjects(fixture, offset)) {
    for (const key in object.fields) {
      const name = key as FieldName;
      const field = object.fields[name] as Field;
      // No value begins before its key.
      if (offset < field.key.start) continue;
      // What a merge key brings is not at the alias behind it.
      if (isBorrowed(field)) continue;
      if (touches(field.span, offset) || isBehindColon(fixture.text, field, offset)) {
        return { object, name, field, on: 'value' };
      }
      if (touches(field.key, offset)) return { object, name, field, on: 'key' };
    }
  }
  return undefined;
}

/** Returns the innermost served object around an offset. */
export function objectAt(fixture: Fixture, offset: number): ServerObject | undefined {
  return innermost(fixture, offset, ({ span }) => span.start < offset && offset < span.end);
}

/** Returns the innermost server that contains or touches an offset, even if it lacks states. */
export function serverAt(fixture: Fixture, offset: number): ServerObject | undefined {
  return innermost(fixture, offset, ({ span, shape }) => shape === 'server' && touches(span, offset));
}

/** Returns the object that starts last. */
function innermost(
  fixture: Fixture,
  offset: number,
  isMeant: (object: ServerObject) => boolean,
): ServerObject | undefined {
  return servedObjects(fixture, offset)
    .filter(isMeant)
    .sort((a, b) => b.span.start - a.span.start)[0];
}

function touches({ start, end }: Span, offset: number): boolean {
  return start <= offset && offset <= end;
}

/** Tells whether an offset is between the colon, or a tag or anchor behind it, and a value that is still missing. */
function isBehindColon(text: string, field: Field, offset: number): boolean {
  if (field.span.start < field.span.end || offset <= field.key.end) return false;
  return /^[ \t]*:[ \t]*(?:[&!]\S*[ \t]+)*$/.test(text.slice(field.key.end, offset));
}

/** Skips the blanks and comments of JSON from an offset. */
export function behindComments(text: string, offset: number): number {
  let at = offset;
  for (;;) {
    while (/\s/.test(text.charAt(at))) at += 1;
    const close = text.startsWith('//', at) ? '\n' : text.startsWith('/*', at) ? '*/' : undefined;
    if (close === undefined) return at;
    const end = text.indexOf(close, at + 2);
    at = end < 0 ? text.length : end + close.length;
  }
}
