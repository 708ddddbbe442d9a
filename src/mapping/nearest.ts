import { distance } from 'fastest-levenshtein';
import { openstack } from './clouds/openstack';
import { knownTo, lettersOf, vocabularyOf } from './known';
import { SPELLINGS } from './spellings';
import type { Cloud, StateField } from './types';

const AT_MOST = 3;

/** The longest value of the clouds that ship has 29 letters: anything much longer is no slip for one. */
const LONGEST = 40;

const NOVA_WORDS: Readonly<Record<StateField, ReadonlySet<string>>> = {
  vmState: lettersOfAll(openstack.vmStates),
  taskState: lettersOfAll(openstack.taskStates),
  status: lettersOfAll(openstack.statuses),
};

/**
 * The cloud's values that a person may have meant, best first and at most three: what an old or foreign
 * spelling stands for, then the same letters, then one or two letters off. Empty for a value that is right.
 */
export function nearestValues(cloud: Cloud, field: StateField, written: string): string[] {
  if (knownTo(cloud, field, written)) return [];
  const values = vocabularyOf(cloud, field);
  const spelt = SPELLINGS[field].get(lettersOfSlip(written)) ?? [];
  const own = spelt.filter((value) => Object.hasOwn(values, value));
  return [...new Set([...own, ...misspeltValues(cloud, field, written)])].slice(0, AT_MOST);
}

/** The cloud's values that are the written one but for a slip: the same letters, or one or two letters off. */
export function misspeltValues(cloud: Cloud, field: StateField, written: string): string[] {
  const letters = lettersOfSlip(written);
  if (letters === '' || knownTo(cloud, field, written)) return [];
  const values = Object.keys(vocabularyOf(cloud, field));
  const same = values.filter((value) => lettersOf(value) === letters);
  // Nova's word for something that this cloud does not have is no slip of the pen for something else.
  const isOther = SPELLINGS[field].get(letters)?.length === 0 || NOVA_WORDS[field].has(letters);
  return [...new Set([...same, ...(isOther ? [] : closeTo(letters, values.map(asSpelt)))])];
}

/** The words that a person may have meant by another one or by its beginning, best first and at most three. */
export function nearestWords(words: readonly string[], written: string): string[] {
  const letters = lettersOfSlip(written);
  if (letters === '') return [];
  const spelt = words.map(asSpelt);
  const longer = spelt.filter(({ other }) => letters.length > 2 && other.startsWith(letters));
  return [...new Set([...closeTo(letters, spelt), ...longer.map(({ value }) => value)])].slice(0, AT_MOST);
}

/** The letters of what may be a slip; none of what is too long for one. */
function lettersOfSlip(written: string): string {
  return written.length > LONGEST ? '' : lettersOf(written);
}

/** A value with its letters. */
interface Spelt {
  readonly value: string;
  readonly other: string;
}

function asSpelt(value: string): Spelt {
  return { value, other: lettersOf(value) };
}

function closeTo(letters: string, values: readonly Spelt[]): string[] {
  const allowed = letters.length <= 4 ? 1 : 2;
  return values
    .filter(({ other }) => Math.abs(other.length - letters.length) <= allowed)
    .map(({ value, other }) => ({
      value,
      steps: distance(letters, other),
      shared: sharedStart(letters, other),
    }))
    .filter(({ steps }) => steps <= allowed)
    .sort((a, b) => a.steps - b.steps || b.shared - a.shared)
    .map(({ value }) => value);
}

/** How many letters two words begin with in common: the end of a word is what most slips leave out. */
function sharedStart(a: string, b: string): number {
  let length = 0;
  while (length < a.length && a[length] === b[length]) length++;
  return length;
}

function lettersOfAll(values: Readonly<Record<string, string>> = {}): ReadonlySet<string> {
  return new Set(Object.keys(values).map(lettersOf));
}
