import { once, type Span } from '../../fixture';
import { ANY, type Cloud, DEFAULT_CLOUD } from '../../mapping';
import { type Say, sayList } from '../../words';
import type { Options } from '../options';
import { findMarks, type Mark, type Marks } from '../recognise/marks';
import type { Fixture, ServerObject } from '../recognise/types';
import { type Tally, tallyOf } from './tally';
import type { CloudChoice } from './types';

/** The clouds of a file's servers. */
export interface Clouds {
  /** Returns the cloud of a server. */
  readonly of: (server: Pick<ServerObject, 'span' | 'sealed'>) => CloudChoice;
  /** Returns the cloud of a server without evidence in it. */
  readonly ofOthers: () => CloudChoice;
}

/**
 * Picks the cloud of each server of a file. The order of precedence is: a comment in the file, the config file or
 * setting, evidence in the server, evidence elsewhere in the file if it fits only one cloud, OpenStack.
 */
export function pickCloud(fixture: Fixture, options: Options): Clouds {
  const chosen = chosenCloud(fixture, options);
  if (chosen) return { of: () => chosen, ofOthers: () => chosen };
  const unnamed: CloudChoice = { cloud: cloudOf(options, DEFAULT_CLOUD), by: 'default' };
  const choiceOf = (found: Named | undefined, span = found?.mark.span): CloudChoice => {
    if (found === undefined || span === undefined) return unnamed;
    const { cloud, mark } = found;
    return { cloud, by: 'evidence', evidence: { text: mark.text, span } };
  };
  const named = namedBy(options);
  // Searched for the first server, as most texts have none.
  const ofFile = once(() => addedUp(fixture.marks()));
  const ofOthers = once(() => {
    const evidence = ofFile();
    return choiceOf(evidence && named(evidence, EVERYWHERE));
  });
  /** By Base64 text, as its servers share the evidence in it. */
  const inSealed = new Map<string, Evidence | undefined>();
  const ofSealed = (text: string) => {
    if (!inSealed.has(text)) inSealed.set(text, addedUp(findMarks(text, options.clouds)));
    return inSealed.get(text);
  };
  const of: Clouds['of'] = ({ span, sealed }) => {
    const evidence = sealed ? ofSealed(sealed.text) : ofFile();
    const own = sealed ? EVERYWHERE : span;
    // The server's evidence takes precedence over its neighbours'. With a link to an unknown host, they do not count
    // either.
    if (!evidence || !saysAnything(evidence, own)) return ofOthers();
    // Text in Base64 has no place of its own.
    return choiceOf(named(evidence, own), sealed && span);
  };
  return { of, ofOthers };
}

/** Returns the cloud that a comment, the config file or a setting names; undefined if none does. */
function chosenCloud({ directives }: Fixture, options: Options): CloudChoice | undefined {
  const [comment] = directives.clouds;
  const commented = comment && options.clouds.get(comment.cloud);
  if (commented) {
    const evidence = { text: comment.cloud, span: comment.span };
    return { cloud: commented, by: 'comment', evidence };
  }
  const configured = options.clouds.get(options.cloud);
  return configured && { cloud: configured, by: options.cloudFrom };
}

const EVERYWHERE: Span = { start: 0, end: Number.POSITIVE_INFINITY };

/** The evidence in a text, added up. */
interface Evidence {
  readonly marks: Tally;
  /** The marks that are hosts. */
  readonly hosts: Tally;
  /** Links to any host. */
  readonly links: Tally;
}

/** Adds up what was found in a text; undefined if that is nothing, as in most texts. */
function addedUp({ marks, hosts, links }: Marks): Evidence | undefined {
  return marks.length === 0
    ? undefined
    : { marks: tallyOf(marks), hosts: tallyOf(hosts), links: tallyOf(links) };
}

/** Tells whether a span contains a mark or a link. */
function saysAnything({ marks, links }: Evidence, span: Span): boolean {
  return marks.count(span) > 0 || links.count(span) > 0;
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
function namedBy({ say }: Options): (evidence: Evidence, span: Span) => Named | undefined {
  const families = new Map<string, Cloud | undefined>();
  const familyOf = (members: readonly Cloud[]): Cloud | undefined => {
    const key = members.map(({ id }) => id).join();
    if (!families.has(key)) families.set(key, oneOf(say, members));
    return families.get(key);
  };
  return ({ marks, hosts }, span) => {
    const speaking = hosts.count(span) > 0 ? hosts : marks;
    const mark = speaking.first(span);
    if (mark === undefined) return undefined;
    const all = speaking.count(span);
    const cloud = familyOf(mark.clouds.filter((one) => speaking.countFitting(span, one) === all));
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
