import { firstFrom, holdsAny, type Span } from '../../fixture';
import type { Cloud } from '../../mapping';
import { perClouds } from './per-clouds';

/** Evidence in a text for clouds: a host, or a key that few clouds have. */
export interface Mark {
  readonly clouds: readonly Cloud[];
  readonly text: string;
  readonly span: Span;
  readonly isHost: boolean;
}

/** All evidence in a text. */
export interface Marks {
  /** In text order. */
  readonly marks: readonly Mark[];
  /** The offsets of links to any host (`href`), in order; empty if there are no marks. */
  readonly links: readonly number[];
}

/** The length of a text from which a search for each stem by its rarest letters is faster than an expression. */
const LONG = 8192;

/** Finds all evidence in a text, in one pass for all clouds. */
export function findMarks(text: string, clouds: ReadonlyMap<string, Cloud>): Marks {
  const { clues, stems, anyStem, any } = searchFor(clouds);
  // Most texts contain no evidence, and this test is faster than the expression.
  const mayHold = text.length < LONG ? anyStem.test(text) : holdsAny(text, stems);
  if (stems.length === 0 || !mayHold) return { marks: [], links: [] };
  const marks: Mark[] = [];
  for (const { 0: needle, index } of text.matchAll(any)) {
    const found = { start: index, end: index + needle.length };
    for (const [kind, owners] of byKind(clues.get(needle) ?? [])) {
      const span = kind === 'host' ? hostAt(text, found) : keyAt(text, found, kind === 'prefix');
      if (span === undefined) continue;
      marks.push({ clouds: owners, text: text.slice(span.start, span.end), span, isHost: kind === 'host' });
    }
  }
  return { marks, links: marks.length === 0 ? [] : linksIn(text) };
}

/** How many code units around a word decide whether it is a mark. */
const CONTEXT = 200;

/**
 * Finds the evidence in a changed text.
 *
 * @param before the evidence in the previous text.
 * @param part the part of the previous text that was replaced: no word of evidence crosses its ends.
 * @param text the changed text.
 * @param growth how many code units the text grew by.
 */
export function findMarksAround(
  before: Marks,
  part: Span,
  text: string,
  growth: number,
  clouds: ReadonlyMap<string, Cloud>,
): Marks {
  const [from, end] = [Math.max(0, part.start - CONTEXT), part.end + growth];
  const nearby = text.slice(from, end + CONTEXT);
  const isInside = (offset: number) => part.start <= offset && offset < end;
  const own = findMarks(nearby, clouds)
    .marks.map((mark) => moved(mark, from))
    .filter(({ span }) => isInside(span.start));
  const marks = around(
    before.marks,
    own,
    part,
    ({ span }) => span.start,
    (mark) => moved(mark, growth),
  );
  // Links are searched only in a text with marks.
  if (marks.length === 0) return { marks: [], links: [] };
  if (before.marks.length === 0) return { marks, links: linksIn(text) };
  const ownLinks = linksIn(nearby).flatMap((at) => (isInside(at + from) ? at + from : []));
  return { marks, links: around(before.links, ownLinks, part, Number, (at) => at + growth) };
}

/** Replaces what is in a part, and moves what is after it. */
function around<T>(
  all: readonly T[],
  own: readonly T[],
  { start, end }: Span,
  startOf: (one: T) => number,
  move: (one: T) => T,
): T[] {
  const [first, next] = [firstFrom(all, start, startOf), firstFrom(all, end, startOf)];
  return [...all.slice(0, first), ...own, ...all.slice(next).map(move)];
}

function moved(mark: Mark, amount: number): Mark {
  const { start, end } = mark.span;
  return { ...mark, span: { start: start + amount, end: end + amount } };
}

function linksIn(text: string): number[] {
  return [...text.matchAll(LINK)].map(({ index }) => index);
}

/** The expression that finds all needles, and the clues of each. */
const searchFor = perClouds((clouds) => {
  const clues = new Map<string, Clue[]>();
  for (const clue of cluesOf(clouds.values()))
    clues.set(clue.needle, [...(clues.get(clue.needle) ?? []), clue]);
  const needles = [...clues.keys()];
  const stems = stemsOf(needles);
  return { clues, stems, anyStem: anyOf(stems, ''), any: anyOf(needles, 'g') };
});

/** How many letters texts must have in common to share a stem. */
const COMMON = 3;

/** Returns common beginnings of some texts. */
function stemsOf(needles: readonly string[]): string[] {
  const stems = new Map<string, string>();
  for (const needle of needles) {
    const key = needle.slice(0, COMMON);
    let stem = stems.get(key) ?? needle;
    while (!needle.startsWith(stem)) stem = stem.slice(0, -1);
    stems.set(key, stem);
  }
  return [...stems.values()];
}

/** Matches a link that the compute API writes into a server. In a string, its quotes are escaped. */
const LINK = /\bhref\\*["']?\s*:\s*\\*["']?https?:\/\//g;

function byKind(clues: readonly Clue[]): Map<Clue['kind'], Cloud[]> {
  const owners = new Map<Clue['kind'], Cloud[]>();
  for (const { cloud, kind } of clues) owners.set(kind, [...(owners.get(kind) ?? []), cloud]);
  return owners;
}

/** A text to search for, and whether it is a host, a key or the prefix of a key. */
interface Clue {
  readonly cloud: Cloud;
  readonly needle: string;
  readonly kind: 'host' | 'key' | 'prefix';
}

function* cluesOf(clouds: Iterable<Cloud>): Iterable<Clue> {
  for (const cloud of clouds) {
    for (const needle of cloud.evidence.hosts) yield { cloud, needle, kind: 'host' };
    for (const key of cloud.evidence.keys) {
      yield { cloud, needle: key.replace(/\*$/, ''), kind: key.endsWith('*') ? 'prefix' : 'key' };
    }
  }
}

/** Returns an expression for any of these texts. The longest match wins. */
function anyOf(needles: readonly string[], flags: 'g' | ''): RegExp {
  const longestFirst = [...needles].sort((a, b) => b.length - a.length);
  return new RegExp(longestFirst.map((needle) => needle.replace(/[^\w]/g, '\\$&')).join('|'), flags);
}

/** Returns the host at a place, unless it is part of a longer name. Subdomains before it are allowed. */
function hostAt(text: string, { start, end }: Span): Span | undefined {
  const isWhole = !/[\w-]/.test(text[start - 1] ?? '') && !/^([\w-]|\.\w)/.test(text.slice(end, end + 2));
  return isWhole ? { start, end } : undefined;
}

/** Returns the whole key at a place, if it is a key: in quotes, which may be escaped, or where YAML has keys. */
function keyAt(text: string, { start, end }: Span, isPrefix: boolean): Span | undefined {
  const rest = /^[\w:.-]*/.exec(text.slice(end, end + 100))?.[0] ?? '';
  // The colon after a plain YAML key matches as part of the name.
  const name = rest.replace(/:+$/, '');
  if (!isPrefix && name !== '') return undefined;
  const span = { start, end: end + name.length };
  const behind = text.slice(span.end, span.end + 20);
  const before = text.slice(Math.max(0, start - 100), start);
  const quote = /\\*["']$/.exec(before)?.[0] ?? '';
  const isKeyPlace = quote !== '' || /(?:^|[\r\n])[ ]*(?:- +)*$|[{,]\s*$/.test(before);
  return isKeyPlace && behind.startsWith(quote) && /^\s*:/.test(behind.slice(quote.length))
    ? span
    : undefined;
}
