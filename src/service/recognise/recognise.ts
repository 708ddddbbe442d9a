import { type EmbeddedText, type FixtureObject, once, type Reading } from '../../fixture';
import type { Cloud } from '../../mapping';
import { judgeServer } from './classify';
import { type Judged, toServer } from './judged';
import { likenesses } from './likeness';
import { findMarks } from './marks';
import { namesIn } from './names';
import { judgeNotification } from './notification';
import { withOpenValues } from './placeholder';
import type { Fixture, LeftAlone, ServerObject } from './types';
import { type Vocabulary, wordsOf } from './vocabulary';

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
  const tell = ({ verdict, object }: Judged) => {
    if (verdict === null) return;
    if (verdict !== 'server') leftAlone.push({ ...object, reason: verdict });
    else if (object.torn) leftAlone.push({ ...object, reason: object.torn });
    else if (object.sealed === undefined) servers.push(object);
    else servers.push({ ...object, number: numberOf(object.sealed.text, object.span.start) });
  };
  /** What servers say whose fields count as they are. */
  const plain = new Set<number>();
  const likenessOf = likenesses();
  for (const object of reading.objects) {
    const { fields } = object;
    const likeness = likenessOf(object);
    if (plain.has(likeness)) {
      tell({ verdict: 'server', object: toServer(object, 'server', fields, likeness) });
      continue;
    }
    const judged = judgeObject(object, words, likeness);
    for (const one of judged) tell(one);
    const [only, ...others] = judged;
    if (only?.verdict === 'server' && only.object.fields === fields && others.length === 0)
      plain.add(likeness);
  }
  const strings = telling(reading.strings, [...servers, ...leftAlone]);
  const marks = once(() => findMarks(reading.text, clouds));
  const names = once(() => namesIn(reading, [...servers, ...leftAlone]));
  return { ...reading, strings, servers, leftAlone, marks, names, clouds };
}

/** The strings that count: for what stands in them, and for the strings in them. */
function telling(strings: readonly EmbeddedText[], objects: readonly ServerObject[]): EmbeddedText[] {
  if (strings.length === 0) return [];
  const told = new Set(objects.map(({ embedded }) => embedded));
  const maps = new Set([...told].flatMap((text) => text?.maps ?? []));
  return strings.filter(({ maps: [own] }) => own !== undefined && maps.has(own));
}

/** What an object tells of servers: one, or in a notification what is now and what was before. */
function judgeObject(object: FixtureObject, words: Vocabulary, likeness: number): readonly Judged[] {
  const gathered = withOpenValues(object.fields);
  return (
    judgeNotification(object, gathered, words, likeness) ?? [judgeServer(object, gathered, words, likeness)]
  );
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
