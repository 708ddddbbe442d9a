import { firstFrom, once, type Span } from '../../fixture';
import { ANY, type Cloud, DEFAULT_CLOUD } from '../../mapping';
import { type Say, sayList } from '../../words';
import type { Options } from '../options';
import { findMarks, type Mark, type Marks } from '../recognise/marks';
import type { Fixture, ServerObject } from '../recognise/types';
import type { CloudChoice } from './types';

/**
 * Returns a function that picks the cloud of each server of a file. The order of precedence is: a comment in the file,
 * the config file or setting, evidence in the server, evidence elsewhere in the file if it fits only one cloud,
 * OpenStack.
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
  const inFile = fixture.servers.length === 0 ? NO_MARKS : fixture.marks();
  const unnamed: CloudChoice = { cloud: fallback, by: 'default' };
  const saysNothing = inFile.marks.length === 0;
  const named = namedBy(options);
  const ofFile = once(() => tallyOf(inFile));
  const elsewhere = once(() => named(ofFile(), EVERYWHERE));
  /** By Base64 text, as its servers share the evidence in it. */
  const inSealed = new Map<string, Tally>();
  const sealedTally = (text: string) => {
    const known = inSealed.get(text) ?? tallyOf(findMarks(text, options.clouds));
    inSealed.set(text, known);
    return known;
  };
  return ({ span, sealed }) => {
    if (saysNothing && sealed === undefined) return unnamed;
    const tally = sealed ? sealedTally(sealed.text) : ofFile();
    const own = sealed ? EVERYWHERE : span;
    // The server's evidence takes precedence over its neighbours'. With a link to an unknown host, they do not count
    // either.
    const choice = saysAnything(tally, own) ? named(tally, own) : elsewhere();
    if (choice === undefined) return unnamed;
    const { cloud, mark } = choice;
    return {
      cloud,
      by: 'evidence',
      evidence: { text: mark.text, span: sealed ? span : mark.span },
    };
  };
}

const NO_MARKS: Marks = { marks: [], links: [] };

const EVERYWHERE: Span = { start: 0, end: Number.POSITIVE_INFINITY };

/** Marks with running totals: servers can be nested, and each needs the marks in its range. */
interface Tally extends Marks {
  readonly hosts: readonly Mark[];
  /** Counts, for each i, how many of the first i marks or hosts fit a cloud. */
  readonly fits: (marks: readonly Mark[], cloud: Cloud) => Uint32Array;
}

function tallyOf({ marks, links }: Marks): Tally {
  const hosts = marks.filter(({ isHost }) => isHost);
  const counts = new Map<readonly Mark[], Map<Cloud, Uint32Array>>([
    [marks, new Map()],
    [hosts, new Map()],
  ]);
  const fits = (among: readonly Mark[], cloud: Cloud): Uint32Array => {
    const known = counts.get(among)?.get(cloud) ?? countUp(among, ({ clouds }) => clouds.includes(cloud));
    counts.get(among)?.set(cloud, known);
    return known;
  };
  return { marks, links, hosts, fits };
}

/** Counts, for each i from 0, how many of the first i items match. */
function countUp<T>(items: readonly T[], isMeant: (item: T) => boolean): Uint32Array {
  const counts = new Uint32Array(items.length + 1);
  for (const [i, item] of items.entries()) counts[i + 1] = (counts[i] ?? 0) + (isMeant(item) ? 1 : 0);
  return counts;
}

/** Returns the indices of the marks in a span; the second is exclusive. */
function rangeOf(marks: readonly Mark[], { start, end }: Span): readonly [from: number, to: number] {
  const startOf = ({ span }: Mark) => span.start;
  return [firstFrom(marks, start, startOf), firstFrom(marks, end, startOf)];
}

/** Tells whether a span contains a mark or a link. */
function saysAnything({ marks, links }: Tally, span: Span): boolean {
  const [from, to] = rangeOf(marks, span);
  return from < to || firstFrom(links, span.start, Number) < firstFrom(links, span.end, Number);
}

/** Returns the cloud with an id. @throws Error if there is none, which cannot happen for built-in clouds. */
export function cloudOf(options: Pick<Options, 'clouds'>, id: string): Cloud {
  const cloud = options.clouds.get(id);
  if (cloud === undefined) throw new Error(`There is no cloud called ${id}.`);
  return cloud;
}

/** A cloud, and the first mark that names it. */
interface Named {
  readonly cloud: Cloud;
  readonly mark: Mark;
}

/**
 * Returns a function that finds the only cloud that all marks in a span fit. Hosts take precedence over keys, which
 * similar clouds share. If several clouds with the same table fit, it returns them as one, since each gives the same
 * status.
 */
function namedBy({ say }: Options): (tally: Tally, span: Span) => Named | undefined {
  const families = new Map<string, Cloud | undefined>();
  const familyOf = (members: readonly Cloud[]): Cloud | undefined => {
    const key = members.map(({ id }) => id).join();
    if (!families.has(key)) families.set(key, oneOf(say, members));
    return families.get(key);
  };
  return ({ marks, hosts, fits }, span) => {
    const [firstHost, lastHost] = rangeOf(hosts, span);
    const speaking = firstHost < lastHost ? hosts : marks;
    const [from, to] = rangeOf(speaking, span);
    const mark = speaking[from];
    if (mark === undefined || from === to) return undefined;
    const fitting = mark.clouds.filter((cloud) => {
      const counts = fits(speaking, cloud);
      return (counts[to] ?? 0) - (counts[from] ?? 0) === to - from;
    });
    const cloud = familyOf(fitting);
    return cloud && { cloud, mark };
  };
}

/** Merges clouds with the same table into one that has all their titles. Returns undefined if the tables differ. */
function oneOf(say: Say, clouds: readonly Cloud[]): Cloud | undefined {
  const [first, ...others] = clouds;
  if (first === undefined || !others.every((other) => isSameTable(first, other))) return undefined;
  if (others.length === 0) return first;
  const titles = clouds.map(({ title }) => title);
  return { ...first, title: sayList(say, titles) };
}

function isSameTable(a: Cloud, b: Cloud): boolean {
  if (a.unlisted !== b.unlisted || a.rows.length !== b.rows.length) return false;
  return a.rows.every(({ vmState, taskState, status }) => {
    const rows = b.index.get(vmState);
    return status === (taskState === ANY ? rows?.otherwise : rows?.byTaskState.get(taskState));
  });
}
