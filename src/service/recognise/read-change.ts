import {
  differenceOf,
  type Ends,
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
import { moversBy } from './moved';
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
  const alone = readAlone(before, [before.servers, before.leftAlone], text, change);
  if (alone === undefined) return undefined;
  const { part, at, reading } = alone;
  const others = before.alone.filter(({ broken }) => broken.length > 0);
  // What is broken around the part would be forgotten. A part that begins or ends in it may be none any more.
  if (others.some(({ span }) => reachesOut(span, part.span))) return undefined;
  const now = partOf(recognise(reading, clouds, likenessOf), at, part.span.start);
  const ends = endsOf(before, part.span, now);
  if (ends === undefined) return undefined;
  const { growth } = change;
  const around = mover(moveAround(part.span, ends, growth));
  const behind = moversBy(growth);
  const servers = spliced(before.servers, now.servers, part.span, {
    around: (one) => moveServer(one, around),
    behind: behind.server,
  });
  const leftAlone = spliced(before.leftAlone, now.leftAlone, part.span, {
    around: (one) => moveLeftAlone(one, around),
    behind: behind.leftAlone,
  });
  const marks = findMarksAround(before.marks(), part.span, text, growth, clouds);
  const latest = { ...part, span: { ...part.span, end: part.span.end + growth }, broken: now.broken };
  const parts = spliced(others, [latest], part.span, alike(around.part));
  return {
    text,
    languageId,
    language,
    read,
    strings: spliced(before.strings, now.strings, part.span, alike(around.text)),
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

/** The objects of a text, or of a part of it. */
type Objects = Pick<Fixture, 'servers' | 'leftAlone'>;

/** What is in a part of a text, at its places in the whole text. */
type InPart = Objects & Pick<Fixture, 'strings'> & { readonly broken: readonly Span[] };

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
function endsOf(before: Objects, part: Span, now: Objects): Ends | undefined {
  const ends = { before: -1, now: -1 };
  for (const { span } of [...now.servers, ...now.leftAlone]) ends.now = Math.max(ends.now, span.end);
  /** The objects in which the part stands, and those that end in it. */
  const around: ServerObject[] = [];
  for (const objects of [before.servers, before.leftAlone])
    for (const object of objects) {
      const { start, end } = object.span;
      if (start >= part.end) break;
      if (end <= part.start) continue;
      if (start >= part.start && end <= part.end) ends.before = Math.max(ends.before, end);
      else around.push(object);
    }
  const ending = around.filter(({ span }) => span.start < part.start && span.end <= part.end);
  if (ending.some(({ span }) => span.end !== ends.before)) return undefined;
  // What is around the part and ended with its last object would have no end.
  const endsWithLast = ({ fields }: ServerObject) =>
    Object.values(fields).some(({ span }) => span.end === ends.before);
  return ends.now < 0 && (ending.length > 0 || around.some(endsWithLast)) ? undefined : ends;
}

/** Tells whether a span is partly in another one, or around it. */
function reachesOut(span: Span, of: Span): boolean {
  return span.start < of.end && of.start < span.end && (span.start < of.start || of.end < span.end);
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

/** How to move what is around a part of a text, and what is behind it. */
interface Moves<T> {
  readonly around: (one: T) => T;
  readonly behind: (one: T) => T;
}

function alike<T>(move: (one: T) => T): Moves<T> {
  return { around: move, behind: move };
}

/**
 * Replaces what stands in a part of a text, and moves what stands behind or around it.
 *
 * @param old in text order.
 * @param now what stands in the part now, at its places in the whole text.
 */
function spliced<T extends Placed>(
  old: readonly T[],
  now: readonly T[],
  part: Span,
  { around, behind }: Moves<T>,
): T[] {
  const all: T[] = [];
  let at = 0;
  for (; at < old.length; at += 1) {
    const one = old[at] as T;
    const { start, end } = one.span;
    // What is around the part can begin where it does.
    if (start > part.start || (start === part.start && end <= part.end)) break;
    all.push(end > part.start ? around(one) : one);
  }
  for (const one of now) all.push(one);
  for (; at < old.length; at += 1) {
    const one = old[at] as T;
    if (one.span.end > part.end) all.push(one.span.start < part.end ? around(one) : behind(one));
  }
  return all;
}
