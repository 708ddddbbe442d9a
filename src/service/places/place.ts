import type { Field, FieldName, Span } from '../../fixture';
import type { Fixture, LeftAloneReason, ServerObject } from '../recognise/types';

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

/** Returns servers and objects that lack only a field. Those in Base64 have no places in the text. */
export function* servedObjects({ servers, leftAlone }: Fixture): Generator<ServerObject, void> {
  for (const server of servers) if (server.sealed === undefined) yield server;
  for (const object of leftAlone) if (SERVED.has(object.reason) && object.sealed === undefined) yield object;
}

/** Returns the field whose key or value contains or touches an offset; undefined if there is none. */
export function placeAt(fixture: Fixture, offset: number): Place | undefined {
  for (const object of servedObjects(fixture)) {
    for (const key in object.fields) {
      const name = key as FieldName;
      const field = object.fields[name] as Field;
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
  return innermost(fixture, ({ span }) => span.start < offset && offset < span.end);
}

/** Returns the innermost server that contains or touches an offset, even if it lacks states. */
export function serverAt(fixture: Fixture, offset: number): ServerObject | undefined {
  return innermost(fixture, ({ span, shape }) => shape === 'server' && touches(span, offset));
}

function innermost(fixture: Fixture, isMeant: (object: ServerObject) => boolean): ServerObject | undefined {
  let inner: ServerObject | undefined;
  for (const object of servedObjects(fixture))
    if (isMeant(object) && (inner === undefined || object.span.start > inner.span.start)) inner = object;
  return inner;
}

function touches({ start, end }: Span, offset: number): boolean {
  return start <= offset && offset <= end;
}

/** Tells whether an offset is between the colon and a value that is still missing. */
function isBehindColon(text: string, field: Field, offset: number): boolean {
  if (field.kind !== 'absent' || offset <= field.key.end) return false;
  return /^[ \t]*:[ \t]*$/.test(text.slice(field.key.end, offset));
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
