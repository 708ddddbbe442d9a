import {
  differenceOf,
  type Ends,
  firstFrom,
  type Mover,
  moveAround,
  moveBy,
  mover,
  once,
  readAlone,
  readDirectives,
  type Span,
} from '../../fixture';
import { toServer } from './judged';
import { findMarksAround } from './marks';
import { namesIn } from './names';
import { readFixture } from './read-fixture';
import { recognise } from './recognise';
import type { Fixture, LeftAlone, ServerObject } from './types';

/** The length in UTF-16 code units from which reading only what changed is worthwhile. */
const LONG = 50_000;

/**
 * Reads a changed text with the options of its previous version: in a long one only the part around the change, if the
 * rest cannot have changed. Finds what reading the whole text finds.
 */
export function readChange(before: Fixture, text: string): Fixture {
  const changed = text.length < LONG ? undefined : readChanged(before, text);
  return changed ?? readFixture(text, before.languageId, { ...before.read, clouds: before.clouds });
}

/** Reads only the part around a change; undefined if the whole text must be read. */
export function readChanged(before: Fixture, text: string): Fixture | undefined {
  const change = differenceOf(before.text, text);
  const { clouds, likenessOf, languageId, language, read } = before;
  const alone = readAlone(before, objectsOf(before), text, change);
  if (alone === undefined) return undefined;
  const { part, at, reading } = alone;
  const others = before.alone.filter(({ broken }) => broken.length > 0);
  // What is broken around the part would be forgotten.
  if (others.some(({ span }) => isAround(span, part.span))) return undefined;
  const now = partOf(recognise(reading, clouds, likenessOf), at, part.span.start);
  const ends = endsOf(objectsOf(before), part.span, [...objectsOf(now)]);
  if (ends === undefined) return undefined;
  const move = mover(moveAround(part.span, ends, change.growth));
  const splice = <T extends Placed>(old: readonly T[], own: readonly T[], moved: (one: T) => T) =>
    spliced(old, own, part.span, moved);
  const servers = splice(before.servers, now.servers, (one) => moveServer(one, move));
  const leftAlone = splice(before.leftAlone, now.leftAlone, (one) => moveLeftAlone(one, move));
  const marks = findMarksAround(before.marks(), part.span, text, change.growth, clouds);
  const latest = { ...part, span: { ...part.span, end: part.span.end + change.growth }, broken: now.broken };
  const parts = splice(others, [latest], move.part);
  return {
    text,
    languageId,
    language,
    read,
    strings: splice(before.strings, now.strings, move.text),
    comments: alone.comments,
    directives: readDirectives(text, alone.comments),
    skipped: null,
    isDivisible: () => true,
    alone: parts,
    broken: () => parts.flatMap(({ broken }) => broken),
    servers,
    leftAlone,
    marks: () => marks,
    names: once(() => namesIn({ text }, [...servers, ...leftAlone])),
    likenessOf,
    clouds,
  };
}

function objectsOf({ servers, leftAlone }: Pick<Fixture, 'servers' | 'leftAlone'>): readonly ServerObject[] {
  return [...servers, ...leftAlone];
}

/** What is in a part of a text, at its places in the whole text. */
type InPart = Pick<Fixture, 'servers' | 'leftAlone' | 'strings'> & { readonly broken: readonly Span[] };

/**
 * Moves what was read in a part to the whole text.
 *
 * @param at the offset in the whole text from which the places count.
 * @param start the start of the part: what is before it is not in the text.
 */
function partOf({ servers, leftAlone, strings, broken }: Fixture, at: number, start: number): InPart {
  const move = mover(moveBy(at));
  const isIn = ({ span }: Placed) => span.start >= start;
  return {
    servers: servers.map((one) => moveServer(one, move)).filter(isIn),
    leftAlone: leftAlone.map((one) => moveLeftAlone(one, move)).filter(isIn),
    strings: strings.map(move.text),
    broken: broken().map(move.span),
  };
}

interface Placed {
  readonly span: Span;
}

/** Returns the ends of the last objects in a part; undefined if an object around it may end elsewhere now. */
function endsOf(old: readonly ServerObject[], part: Span, now: readonly Placed[]): Ends | undefined {
  const isIn = ({ span }: Placed) => span.start >= part.start && span.end <= part.end;
  const lastEnd = (objects: readonly Placed[]) =>
    objects.reduce((last, { span }) => Math.max(last, span.end), -1);
  const ends = { before: lastEnd(old.filter(isIn)), now: lastEnd(now) };
  const endsInside = ({ span: { start, end } }: Placed) =>
    start < part.start && part.start < end && end <= part.end;
  const around = old.filter(endsInside);
  if (around.some(({ span }) => span.end !== ends.before)) return undefined;
  // What is around the part and ended with its last object would have no end.
  const isLast = ({ span }: Placed) => part.start <= span.start && span.end === ends.before;
  const endsWithLast = (object: ServerObject) => !isIn(object) && Object.values(object.fields).some(isLast);
  return ends.now < 0 && (around.length > 0 || old.some(endsWithLast)) ? undefined : ends;
}

/** Tells whether a span contains a smaller one. */
function isAround(outer: Span, inner: Span): boolean {
  const isSame = outer.start === inner.start && outer.end === inner.end;
  return outer.start <= inner.start && inner.end <= outer.end && !isSame;
}

function moveServer(server: ServerObject, { object }: Mover): ServerObject {
  const place = object(server);
  const { shape, likeness, number } = server;
  const moved = toServer(server, shape, place.fields, likeness, place);
  return number === undefined ? moved : { ...moved, number };
}

function moveLeftAlone(object: LeftAlone, mover: Mover): LeftAlone {
  return { ...moveServer(object, mover), reason: object.reason };
}

/**
 * Replaces what stands in a part of a text, and moves what stands behind or around it.
 *
 * @param old in text order.
 * @param now what stands in the part now, at its places in the whole text.
 */
function spliced<T extends { readonly span: Span }>(
  old: readonly T[],
  now: readonly T[],
  part: Span,
  move: (one: T) => T,
): T[] {
  let first = firstFrom(old, part.start, ({ span }) => span.start);
  // What is around the part can begin where it does.
  while (old[first]?.span.start === part.start && (old[first]?.span.end ?? 0) > part.end) first += 1;
  const before = old.slice(0, first).map((one) => (one.span.end > part.start ? move(one) : one));
  const behind = old.slice(first).flatMap((one) => (one.span.end > part.end ? move(one) : []));
  return [...before, ...now, ...behind];
}
