import {
  type Block,
  blocksOf,
  holdsAny,
  itemsOf,
  LONG_TEXT,
  type Reading,
  replaced,
  type Span,
} from '../../fixture';
import type { Cloud } from '../../mapping';
import { perClouds } from './per-clouds';

/** Evidence in a text for clouds: a host, or a key that few clouds have. */
export interface Mark {
  readonly clouds: readonly Cloud[];
  readonly text: string;
  readonly span: Span;
  readonly isHost: boolean;
}

/** All evidence in a text, in text order and in blocks that move as a whole when the text changes. */
export interface Marks {
  readonly marks: readonly Block<Mark>[];
  /** Those of the marks that are hosts. */
  readonly hosts: readonly Block<Mark>[];
  /** Links to any host (`href`), which name no cloud; none if there are no marks. */
  readonly links: readonly Block<Mark>[];
}

const NO_MARKS: Marks = { marks: [], hosts: [], links: [] };

/** What is known of a text before it is searched. */
type Known = Partial<Pick<Reading, 'language' | 'mayHoldKey'>>;

/** Finds all evidence in a text, in one pass for all clouds. */
export function findMarks(
  text: string,
  clouds: ReadonlyMap<string, Cloud>,
  { language, mayHoldKey }: Known = {},
): Marks {
  const { clues, needles, stems, anyStem, any } = searchFor(clouds);
  const isPossible = (needle: string) =>
    clues.get(needle)?.some(({ kind }) => kind === 'host') || mayHoldKey?.(needle);
  const possible = mayHoldKey === undefined ? stems : stemsOf(needles.filter(isPossible));
  // Most texts contain no evidence, and this test is faster than the expression.
  const mayHold = text.length < LONG_TEXT ? anyStem.test(text) : holdsAny(text, possible);
  if (stems.length === 0 || !mayHold) return NO_MARKS;
  const quote = language?.reader === 'json' ? DOUBLE_QUOTE : ANY_QUOTE;
  const marks: Mark[] = [];
  for (const { 0: needle, index } of text.matchAll(any)) {
    const found = { start: index, end: index + needle.length };
    for (const [kind, owners] of byKind(clues.get(needle) ?? [])) {
      const span = kind === 'host' ? hostAt(text, found) : keyAt(text, found, kind === 'prefix', quote);
      if (span === undefined) continue;
      marks.push({ clouds: owners, text: text.slice(span.start, span.end), span, isHost: kind === 'host' });
    }
  }
  if (marks.length === 0) return NO_MARKS;
  const hosts = marks.filter(({ isHost }) => isHost);
  return { marks: blocksOf(marks), hosts: blocksOf(hosts), links: blocksOf(linksIn(text)) };
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
 * @param language that of the whole text.
 */
export function findMarksAround(
  before: Marks,
  part: Span,
  text: string,
  growth: number,
  clouds: ReadonlyMap<string, Cloud>,
  language: Reading['language'],
): Marks {
  const [from, end] = [Math.max(0, part.start - CONTEXT), part.end + growth];
  const nearby = text.slice(from, end + CONTEXT);
  const inPart = (marks: readonly Mark[]) =>
    marks.map(marksBy(from)).filter(({ span }) => part.start <= span.start && span.start < end);
  const put = (blocks: readonly Block<Mark>[], now: readonly Mark[]) =>
    replaced(blocks, now, part, { growth, around: (mark) => mark, behind: marksBy });
  const found = inPart(itemsOf(findMarks(nearby, clouds, { language }).marks));
  const marks = put(before.marks, found);
  // Links are searched only in a text with marks.
  if (marks.length === 0) return NO_MARKS;
  const hosts = put(
    before.hosts,
    found.filter(({ isHost }) => isHost),
  );
  const links =
    before.marks.length === 0 ? blocksOf(linksIn(text)) : put(before.links, inPart(linksIn(nearby)));
  return { marks, hosts, links };
}

/** Returns a function that moves marks. Copies each property, as a spread takes ten times as long. */
function marksBy(amount: number): (mark: Mark) => Mark {
  return ({ clouds, text, span: { start, end }, isHost }) => ({
    clouds,
    text,
    span: { start: start + amount, end: end + amount },
    isHost,
  });
}

function linksIn(text: string): Mark[] {
  const toMark = ({ 0: { length }, index }: RegExpExecArray): Mark => ({
    clouds: [],
    text: '',
    span: { start: index, end: index + length },
    isHost: false,
  });
  return [...text.matchAll(LINK)].map(toMark);
}

/** The expression that finds all needles, and the clues of each. */
const searchFor = perClouds((clouds) => {
  const clues = new Map<string, Clue[]>();
  for (const clue of cluesOf(clouds.values()))
    clues.set(clue.needle, [...(clues.get(clue.needle) ?? []), clue]);
  const needles = [...clues.keys()];
  const stems = stemsOf(needles);
  return { clues, needles, stems, anyStem: anyOf(stems, ''), any: anyOf(needles, 'g') };
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

/** Matches the quote before a key, which may be escaped. JSON has no other one. */
const ANY_QUOTE = /\\*["']$/;
const DOUBLE_QUOTE = /\\*"$/;

/** Matches what is before a key without quotes, where YAML has keys. */
const BEFORE_PLAIN = /(?:^|[\r\n])[ ]*(?:- +)*$|[{,]\s*$/;

/** Returns the whole key at a place, if it is a key: in quotes, or where YAML has keys if there may be other quotes. */
function keyAt(text: string, { start, end }: Span, isPrefix: boolean, quotes: RegExp): Span | undefined {
  const rest = /^[\w:.-]*/.exec(text.slice(end, end + 100))?.[0] ?? '';
  // The colon after a plain YAML key matches as part of the name.
  const name = rest.replace(/:+$/, '');
  if (!isPrefix && name !== '') return undefined;
  const span = { start, end: end + name.length };
  const behind = text.slice(span.end, span.end + 20);
  const before = text.slice(Math.max(0, start - 100), start);
  const quote = quotes.exec(before)?.[0] ?? '';
  const isKeyPlace = quote !== '' || (quotes === ANY_QUOTE && BEFORE_PLAIN.test(before));
  return isKeyPlace && behind.startsWith(quote) && /^\s*:/.test(behind.slice(quote.length))
    ? span
    : undefined;
}
