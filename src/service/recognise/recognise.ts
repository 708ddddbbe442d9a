import { type EmbeddedText, once, type Reading } from '../../fixture';
import type { Cloud } from '../../mapping';
import { judgeServer } from './classify';
import { findMarks } from './marks';
import { namesIn } from './names';
import { judgeNotification } from './notification';
import { withOpenValues } from './placeholder';
import type { Fixture, LeftAlone, ServerObject } from './types';
import { wordsOf } from './vocabulary';

/**
 * Tells the servers of a text from what only looks like one.
 *
 * @param clouds those in force, custom ones included: a value that one of them has makes a server.
 */
export function recognise(reading: Reading, clouds: ReadonlyMap<string, Cloud>): Fixture {
  const words = wordsOf(clouds);
  const servers: ServerObject[] = [];
  const leftAlone: LeftAlone[] = [];
  const numberOf = numbering();
  for (const object of reading.objects) {
    const gathered = withOpenValues(object.fields);
    const judged = judgeNotification(object, gathered, words) ?? [judgeServer(object, gathered, words)];
    for (const { verdict, object: told } of judged) {
      if (verdict === null) continue;
      if (verdict !== 'server') leftAlone.push({ ...told, reason: verdict });
      else if (told.torn) leftAlone.push({ ...told, reason: told.torn });
      else
        servers.push(told.sealed ? { ...told, number: numberOf(told.sealed.text, told.span.start) } : told);
    }
  }
  // A string counts for what stands in it, and for the strings in it.
  const told = new Set<EmbeddedText | undefined>();
  for (const { embedded } of servers) told.add(embedded);
  for (const { embedded } of leftAlone) told.add(embedded);
  const maps = new Set([...told].flatMap((text) => text?.maps ?? []));
  const strings = reading.strings.filter(({ maps: [own] }) => own !== undefined && maps.has(own));
  const marks = once(() => findMarks(reading.text, clouds.values()));
  const names = once(() => namesIn(reading, [...servers, ...leftAlone]));
  return { ...reading, strings, servers, leftAlone, marks, names, clouds };
}

/** Numbers the servers in the Base64 of a string, from 1. Their strings come in order, one by one. */
function numbering(): (text: string, start: number) => number {
  let counts = new Map<string, number>();
  let string = -1;
  return (text, start) => {
    if (start !== string) counts = new Map();
    string = start;
    const number = (counts.get(text) ?? 0) + 1;
    counts.set(text, number);
    return number;
  };
}
