import { firstFrom, type Span } from '../../fixture';
import { ANY, type Cloud, DEFAULT_CLOUD } from '../../mapping';
import { sayList } from '../../words';
import type { Options } from '../options';
import { findMarks, type Mark, type Marks } from '../recognise/marks';
import type { Fixture, ServerObject } from '../recognise/types';
import type { CloudChoice } from './types';

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
  const inFile = fixture.servers.length === 0 ? NO_MARKS : fixture.marks();
  const named = namedBy(options);
  const elsewhere = named(inFile.marks);
  /** By the text in Base64 that they stand in, for the servers that share it. */
  const inSealed = new Map<string, Marks>();
  const sealedMarks = (text: string) => {
    const known = inSealed.get(text) ?? findMarks(text, options.clouds.values());
    inSealed.set(text, known);
    return known;
  };
  return ({ span, sealed }) => {
    const own = sealed ? sealedMarks(sealed.text) : inside(inFile, span);
    // What a server says of itself goes before its neighbours, a link to a host of nobody's included.
    const choice = own.marks.length > 0 || own.links.length > 0 ? named(own.marks) : elsewhere;
    if (choice === undefined) return { cloud: fallback, by: 'default' };
    const { cloud, mark } = choice;
    return {
      cloud,
      by: 'evidence',
      evidence: { text: mark.text, span: sealed ? span : mark.span },
    };
  };
}

const NO_MARKS: Marks = { marks: [], links: [] };

/** What stands in a server. */
function inside({ marks, links }: Marks, { start, end }: Span): Marks {
  const between = <T>(items: readonly T[], at: (item: T) => number) =>
    items.slice(firstFrom(items, start, at), firstFrom(items, end, at));
  return { marks: between(marks, ({ span }) => span.start), links: between(links, (link) => link) };
}

/** The cloud with this id; the ids of the built-in clouds are always there. */
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
 * Prepares to tell the one cloud that all marks fit; a host says more than a key that sister clouds share. Marks that
 * fit clouds with the same table name all of those: the status is the same, whichever it is.
 */
function namedBy({ say }: Options): (marks: readonly Mark[]) => Named | undefined {
  const families = new Map<string, Cloud>();
  const familyOf = (members: readonly Cloud[]): Cloud => {
    const key = members.map(({ id }) => id).join();
    const titles = members.map(({ title }) => title);
    const family = families.get(key) ?? { ...(members[0] as Cloud), title: sayList(say, titles) };
    families.set(key, family);
    return family;
  };
  return (marks) => {
    const hosts = marks.filter(({ isHost }) => isHost);
    const speaking = hosts.length > 0 ? hosts : marks;
    const [mark] = speaking;
    if (mark === undefined) return undefined;
    const fitting = mark.clouds.filter((cloud) => speaking.every(({ clouds }) => clouds.includes(cloud)));
    const [first, ...others] = fitting;
    if (first === undefined || !others.every((other) => isSameTable(first, other))) return undefined;
    return { cloud: others.length === 0 ? first : familyOf(fitting), mark };
  };
}

function isSameTable(a: Cloud, b: Cloud): boolean {
  if (a.unlisted !== b.unlisted || a.rows.length !== b.rows.length) return false;
  return a.rows.every(({ vmState, taskState, status }) => {
    const rows = b.index.get(vmState);
    return status === (taskState === ANY ? rows?.otherwise : rows?.byTaskState.get(taskState));
  });
}
