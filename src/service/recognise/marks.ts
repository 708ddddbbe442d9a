import { holdsAny, type Span } from '../../fixture';
import type { Cloud } from '../../mapping';
import { perClouds } from './per-clouds';

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

/** Finds everything in a text that gives a cloud away: one pass, whatever the number of clouds. */
export function findMarks(text: string, clouds: ReadonlyMap<string, Cloud>): Marks {
  const { clues, stems, any } = searchFor(clouds);
  // Most texts say nothing of a cloud, and to find that out takes a part of the time.
  if (!holdsAny(text, stems)) return { marks: [], links: [] };
  const marks: Mark[] = [];
  for (const { 0: needle, index } of text.matchAll(any)) {
    const found = { start: index, end: index + needle.length };
    for (const [kind, owners] of byKind(clues.get(needle) ?? [])) {
      const span = kind === 'host' ? hostAt(text, found) : keyAt(text, found, kind === 'prefix');
      if (span === undefined) continue;
      marks.push({ clouds: owners, text: text.slice(span.start, span.end), span, isHost: kind === 'host' });
    }
  }
  return { marks, links: marks.length === 0 ? [] : [...text.matchAll(LINK)].map(({ index }) => index) };
}

/** What to look for: all of it in one expression, and by each text what it is a clue of. */
const searchFor = perClouds((clouds) => {
  const clues = new Map<string, Clue[]>();
  for (const clue of cluesOf(clouds.values()))
    clues.set(clue.needle, [...(clues.get(clue.needle) ?? []), clue]);
  const needles = [...clues.keys()];
  return { clues, stems: stemsOf(needles), any: anyOf(needles) };
});

/** How many letters texts have in common at least to be looked for together. */
const COMMON = 3;

/** The beginnings of some texts, one for those that begin alike. */
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

/** Finds any of these texts, the longest where several begin at the same place. */
function anyOf(needles: readonly string[]): RegExp {
  const longestFirst = [...needles].sort((a, b) => b.length - a.length);
  return new RegExp(longestFirst.map((needle) => needle.replace(/[^\w]/g, '\\$&')).join('|'), 'g');
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
