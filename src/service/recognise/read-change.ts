import {
  atOnce,
  blocksOf,
  type Difference,
  differenceOf,
  type Ends,
  itemsAround,
  itemsAt,
  itemsOf,
  type Mover,
  moveAround,
  moveBy,
  mover,
  once,
  readAlone,
  readDirectives,
  replaced,
  type Span,
  type Steps,
} from '../../fixture';
import { toServer } from './judged';
import { findMarksAround } from './marks';
import { leftAloneBy, serversBy } from './moved';
import { namesIn } from './names';
import { readFixtureInSteps } from './read-fixture';
import { recognise } from './recognise';
import type { Fixture, FixtureBlocks, LeftAlone, ServerObject } from './types';

/** The length in UTF-16 code units from which reading only what changed is worthwhile. */
const LONG = 50_000;

/**
 * Reads a changed text with the options of its previous version: in a long one only the part around the change, if the
 * rest cannot have changed. Finds what reading the whole text finds.
 *
 * @param change where the texts differ. Found out if it is not known, or cannot be right.
 */
export function readChange(before: Fixture, text: string, change?: Difference): Fixture {
  return atOnce(readChangeInSteps(before, text, change));
}

/** Reads like {@link readChange}, in steps if it reads the whole text. */
export function* readChangeInSteps(before: Fixture, text: string, change?: Difference): Steps<Fixture> {
  const fits = change !== undefined && before.text.length + change.growth === text.length;
  const changed = text.length < LONG ? undefined : readChanged(before, text, fits ? change : undefined);
  if (changed !== undefined) return changed;
  return yield* readFixtureInSteps(text, before.languageId, { ...before.read, clouds: before.clouds });
}

/** Reads only the part around a change; undefined if the whole text must be read. */
export function readChanged(
  before: Fixture,
  text: string,
  change: Difference = differenceOf(before.text, text),
): Fixture | undefined {
  const { clouds, likenessOf, languageId, language, read } = before;
  const blocks = before.blocks();
  const near = {
    objects: [itemsAround(blocks.servers, change), itemsAround(blocks.leftAlone, change)],
    strings: itemsAt(blocks.strings, change),
  };
  const alone = readAlone(before, near, text, change);
  if (alone === undefined) return undefined;
  const { part, at, reading } = alone;
  const others = before.alone.filter(({ broken }) => broken.length > 0);
  // What is broken around the part would be forgotten. A part that begins or ends in it may be none any more.
  if (others.some(({ span }) => reachesOut(span, part.span))) return undefined;
  const now = partOf(recognise(reading, clouds, likenessOf), at, part.span.start);
  const there = {
    servers: itemsAt(blocks.servers, part.span),
    leftAlone: itemsAt(blocks.leftAlone, part.span),
  };
  const { growth } = change;
  const behind = (offset: number) => text.slice(offset, part.span.end + growth);
  const ends = endsOf(there, part.span, now, behind);
  if (ends === undefined) return undefined;
  const around = mover(moveAround(part.span, ends, growth));
  const inBlocks = replacedIn(blocks, now, part.span, around, growth);
  const marks = findMarksAround(before.marks(), part.span, text, growth, clouds, language);
  const latest = { ...part, span: { ...part.span, end: part.span.end + growth }, broken: now.broken };
  const parts = itemsOf(
    replaced(blocksOf(others), [latest], part.span, {
      growth,
      around: around.part,
      behind: (amount) => mover(moveBy(amount)).part,
    }),
  );
  const list = {
    servers: once(() => itemsOf(inBlocks.servers)),
    leftAlone: once(() => itemsOf(inBlocks.leftAlone)),
    strings: once(() => itemsOf(inBlocks.strings)),
  };
  return {
    text,
    languageId,
    language,
    read,
    get strings() {
      return list.strings();
    },
    comments: alone.comments,
    directives: readDirectives(text, alone.comments),
    skipped: null,
    isDivisible: () => true,
    alone: parts,
    broken: () => parts.flatMap(({ broken }) => broken),
    get servers() {
      return list.servers();
    },
    get leftAlone() {
      return list.leftAlone();
    },
    blocks: () => inBlocks,
    marks: () => marks,
    names: once(() => namesIn({ text }, [...list.servers(), ...list.leftAlone()])),
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

/** Replaces the objects and strings in a part, and moves the others; `around` moves those that the part is in. */
function replacedIn(
  blocks: FixtureBlocks,
  now: InPart,
  part: Span,
  around: Mover,
  growth: number,
): FixtureBlocks {
  return {
    servers: replaced(blocks.servers, now.servers, part, {
      growth,
      around: (one) => moveServer(one, around),
      behind: serversBy,
    }),
    leftAlone: replaced(blocks.leftAlone, now.leftAlone, part, {
      growth,
      around: (one) => moveLeftAlone(one, around),
      behind: leftAloneBy,
    }),
    strings: replaced(blocks.strings, now.strings, part, {
      growth,
      around: around.text,
      behind: (amount) => mover(moveBy(amount)).text,
    }),
  };
}

/**
 * Returns the ends of the last objects in a part; undefined if an object around it may end elsewhere now.
 *
 * @param behind returns the text from an offset up to the end of the part as it is now.
 */
function endsOf(
  before: Objects,
  part: Span,
  now: Objects,
  behind: (offset: number) => string,
): Ends | undefined {
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
  const endsWithLast = ({ fields }: ServerObject) =>
    Object.values(fields).some(({ span }) => span.end === ends.before);
  if (ending.length === 0 && !around.some(endsWithLast)) return ends;
  // What is around the part and ended with its last object must do so now.
  return ends.now < 0 || holdsMore(behind(ends.now)) ? undefined : ends;
}

/** Tells whether there is more than blanks and comments in what follows a value. */
function holdsMore(text: string): boolean {
  return text.replace(/#.*/g, '').trim() !== '';
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
