import { blocksOf, type EmbeddedText, type FixtureObject, once, type Reading } from '../../fixture';
import type { Cloud } from '../../mapping';
import { judgeServer } from './classify';
import { type Judged, toServer } from './judged';
import { type LikenessOf, likenessesFor } from './likeness';
import { findMarks } from './marks';
import { namesIn } from './names';
import { judgeNotification } from './notification';
import { withOpenValues } from './placeholder';
import type { Fixture, LeftAlone, ServerObject } from './types';
import { type Vocabulary, wordsOf } from './vocabulary';

/** The likenesses of servers whose fields need no change. */
const plainOnes = new WeakMap<LikenessOf, Set<number>>();

/**
 * Finds the servers among the objects of a text.
 *
 * @param clouds the clouds in force, including custom ones: their values identify servers.
 * @param likenessOf the numbers of the text around it, for a part of a text.
 */
export function recognise(
  reading: Reading,
  clouds: ReadonlyMap<string, Cloud>,
  likenessOf: LikenessOf = likenessesFor(reading.text, clouds),
): Fixture {
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
  const plain = plainOnes.get(likenessOf) ?? new Set();
  plainOnes.set(likenessOf, plain);
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
  const marks = once(() => findMarks(reading.text, clouds, reading));
  const names = once(() => namesIn(reading, [...servers, ...leftAlone]));
  const blocks = once(() => ({
    servers: blocksOf(servers),
    leftAlone: blocksOf(leftAlone),
    strings: blocksOf(strings),
  }));
  const { text, languageId, language, read, comments, directives } = reading;
  const { skipped, isDivisible, alone, isReport, broken } = reading;
  // Copies each property: here, a spread takes longer than all the rest.
  return {
    text,
    languageId,
    language,
    read,
    strings,
    comments,
    directives,
    skipped,
    isDivisible,
    alone,
    isReport,
    broken,
    servers,
    leftAlone,
    blocks,
    marks,
    names,
    likenessOf,
    clouds,
  };
}

/** Returns the strings that contain servers or similar objects, directly or in nested strings. */
function telling(strings: readonly EmbeddedText[], objects: readonly ServerObject[]): EmbeddedText[] {
  if (strings.length === 0) return [];
  const told = new Set(objects.map(({ embedded }) => embedded));
  const maps = new Set([...told].flatMap((text) => text?.maps ?? []));
  return strings.filter(({ maps: [own] }) => own !== undefined && maps.has(own));
}

/** Judges an object: one verdict, or two for a notification with a previous state. */
function judgeObject(object: FixtureObject, words: Vocabulary, likeness: number): readonly Judged[] {
  const gathered = withOpenValues(object.fields, words.isKnown);
  return (
    judgeNotification(object, gathered, words, likeness) ?? [judgeServer(object, gathered, words, likeness)]
  );
}

/** Returns a function that numbers the servers in the Base64 of a string, from 1. It is called string by string. */
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
