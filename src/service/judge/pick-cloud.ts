import type { Span } from '../../fixture';
import { type Cloud, DEFAULT_CLOUD } from '../../mapping';
import type { Options } from '../options';
import { findMarks, type Mark } from '../recognise/marks';
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
  const marks = fixture.servers.length === 0 ? [] : fixture.marks();
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
