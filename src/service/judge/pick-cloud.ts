import type { Span } from '../../fixture';
import { type Cloud, DEFAULT_CLOUD } from '../../mapping';
import type { Options } from '../options';
import type { Fixture, ServerObject } from '../recognise/types';
import type { CloudChoice } from './types';

interface Mark {
  readonly cloud: Cloud;
  readonly text: string;
  readonly span: Span;
  readonly isHost: boolean;
}

/**
 * Prepares the choice of a cloud for each server of a file. First that speaks: a comment in the file, the
 * config file or setting, the evidence in the server itself, the evidence in the rest of the file where it
 * names one cloud only, OpenStack.
 */
export function pickCloud(
  fixture: Fixture,
  options: Options,
): (server: Pick<ServerObject, 'span' | 'sealed'>) => CloudChoice {
  const fallback = cloudOf(options, DEFAULT_CLOUD);
  const [comment] = fixture.directives.clouds;
  const commented = comment && options.clouds.get(comment.cloud);
  if (comment && commented) {
    const evidence = { text: comment.cloud, span: comment.span };
    return () => ({ cloud: commented, by: 'comment', evidence });
  }
  const configured = options.clouds.get(options.cloud);
  if (configured) return () => ({ cloud: configured, by: options.cloudFrom });
  const marks = fixture.servers.length === 0 ? [] : findMarks(fixture.text, options.clouds.values());
  const elsewhere = onlyOne(marks);
  /** By the text in Base64 that they stand in, for the servers that share it. */
  const inSealed = new Map<string, readonly Mark[]>();
  const sealedMarks = (text: string) => {
    const known = inSealed.get(text) ?? findMarks(text, options.clouds.values());
    inSealed.set(text, known);
    return known;
  };
  return ({ span, sealed }) => {
    const own = sealed ? sealedMarks(sealed.text) : marksIn(marks, span);
    const mark = onlyOne(own) ?? elsewhere;
    if (mark === undefined) return { cloud: fallback, by: 'default' };
    const place = sealed ? span : mark.span;
    return { cloud: mark.cloud, by: 'evidence', evidence: { text: mark.text, span: place } };
  };
}

/** The marks inside a server, found by halving: a file can hold thousands of both. */
function marksIn(marks: readonly Mark[], { start, end }: Span): readonly Mark[] {
  return marks.slice(firstFrom(marks, start), firstFrom(marks, end));
}

/** The index of the first mark that begins at an offset or behind it. */
function firstFrom(marks: readonly Mark[], offset: number): number {
  let low = 0;
  let high = marks.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((marks[middle]?.span.start ?? 0) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The cloud with this id; the ids of the built-in clouds are always there. */
export function cloudOf(options: Pick<Options, 'clouds'>, id: string): Cloud {
  const cloud = options.clouds.get(id);
  if (cloud === undefined) throw new Error(`There is no cloud called ${id}.`);
  return cloud;
}

/** The first mark of the one cloud that the marks name; a host says more than a key that sister clouds share. */
function onlyOne(marks: readonly Mark[]): Mark | undefined {
  const hosts = marks.filter(({ isHost }) => isHost);
  const speaking = hosts.length > 0 ? hosts : marks;
  return new Set(speaking.map(({ cloud }) => cloud)).size === 1 ? speaking[0] : undefined;
}

/** Everything in the text that gives a cloud away, in its order: one pass, whatever the number of clouds. */
function findMarks(text: string, clouds: Iterable<Cloud>): Mark[] {
  const clues = new Map<string, Clue[]>();
  for (const clue of cluesOf(clouds)) clues.set(clue.needle, [...(clues.get(clue.needle) ?? []), clue]);
  if (clues.size === 0) return [];
  const marks: Mark[] = [];
  for (const { 0: needle, index } of text.matchAll(anyOf([...clues.keys()]))) {
    const found = { start: index, end: index + needle.length };
    for (const { cloud, kind } of clues.get(needle) ?? []) {
      const span = kind === 'host' ? hostAt(text, found) : keyAt(text, found, kind === 'prefix');
      if (span) marks.push({ cloud, text: text.slice(span.start, span.end), span, isHost: kind === 'host' });
    }
  }
  return marks;
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
