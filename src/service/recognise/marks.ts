import { Occurrences, type Span } from '../../fixture';
import type { Cloud } from '../../mapping';

/** Something in a text that gives a cloud away: a host, or a key that few clouds have. */
export interface Mark {
  /** The clouds that have it. */
  readonly clouds: readonly Cloud[];
  readonly text: string;
  readonly span: Span;
  readonly isHost: boolean;
}

/** What a text says of clouds. */
export interface Marks {
  /** In the order of the text. */
  readonly marks: readonly Mark[];
  /** Where a server's link to any host begins (`href`), in order; none are looked for where no cloud has a mark. */
  readonly links: readonly number[];
}

/** Finds everything in a text that gives a cloud away. */
export function findMarks(text: string, clouds: Iterable<Cloud>): Marks {
  const clues = new Map<string, Clue[]>();
  for (const clue of cluesOf(clouds)) clues.set(clue.needle, [...(clues.get(clue.needle) ?? []), clue]);
  if (clues.size === 0) return { marks: [], links: [] };
  const marks: Mark[] = [];
  for (const [needle, found] of occurrencesOf([...clues.keys()], text)) {
    for (const [kind, owners] of byKind(clues.get(needle) ?? [])) {
      const span = kind === 'host' ? hostAt(text, found) : keyAt(text, found, kind === 'prefix');
      if (span === undefined) continue;
      marks.push({ clouds: owners, text: text.slice(span.start, span.end), span, isHost: kind === 'host' });
    }
  }
  return { marks, links: marks.length === 0 ? [] : [...text.matchAll(LINK)].map(({ index }) => index) };
}

/** A link, as the compute API writes it into a server; in a string its quotes are escaped. */
const LINK = /\bhref\\*["']?\s*:\s*\\*["']?https?:\/\//g;

function byKind(clues: readonly Clue[]): Map<Clue['kind'], Cloud[]> {
  const owners = new Map<Clue['kind'], Cloud[]>();
  for (const { cloud, kind } of clues) owners.set(kind, [...(owners.get(kind) ?? []), cloud]);
  return owners;
}

/** A text to look for, and what it has to be the beginning of, or the whole. */
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

/** Finds each of these texts in order, the longest where several begin at the same place. */
function* occurrencesOf(needles: readonly string[], text: string): Iterable<readonly [string, Span]> {
  const longestFirst = [...needles].sort((a, b) => b.length - a.length);
  const occurrences = new Occurrences(text, needles);
  for (let start = occurrences.next(0); start < text.length; ) {
    const needle = longestFirst.find((one) => text.startsWith(one, start)) ?? '';
    const end = start + needle.length;
    yield [needle, { start, end }];
    start = occurrences.next(end);
  }
}

/** The host at this place: nothing of a longer name on either side, but for a name below the host. */
function hostAt(text: string, { start, end }: Span): Span | undefined {
  const isWhole = !/[\w-]/.test(text[start - 1] ?? '') && !/^([\w-]|\.\w)/.test(text.slice(end, end + 2));
  return isWhole ? { start, end } : undefined;
}

/** The whole key at this place, when it stands as a key: in quotes, escaped ones too, or where YAML has keys. */
function keyAt(text: string, { start, end }: Span, isPrefix: boolean): Span | undefined {
  const rest = /^[\w:.-]*/.exec(text.slice(end, end + 100))?.[0] ?? '';
  // A plain YAML key runs into its colon.
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
