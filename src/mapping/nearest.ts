import { distance } from 'fastest-levenshtein';
import { openstack } from './clouds/openstack';
import { knownTo, lettersOf, vocabularyOf } from './known';
import { SPELLINGS } from './spellings';
import type { Cloud, StateField } from './types';

/** How many suggestions are made. */
const AT_MOST = 3;

/** The maximum length of a misspelt value, in UTF-16 code units. The longest built-in value has 29. */
const LONGEST = 40;

/** Nova's values by field, normalized. */
const NOVA_WORDS: Readonly<Record<StateField, ReadonlySet<string>>> = {
  vmState: lettersOfAll(openstack.vmStates),
  taskState: lettersOfAll(openstack.taskStates),
  status: lettersOfAll(openstack.statuses),
};

/**
 * Returns up to three of the cloud's values that the written one may stand for, best first: the meaning of an old or
 * foreign spelling, the same letters, then values that differ by one or two letters. Returns none for a value that the
 * cloud knows.
 */
export function nearestValues(cloud: Cloud, field: StateField, written: string): string[] {
  if (knownTo(cloud, field, written)) return [];
  const values = vocabularyOf(cloud, field);
  const spelt = SPELLINGS[field].get(lettersOfSlip(written)) ?? [];
  const own = spelt.filter((value) => Object.hasOwn(values, value));
  return [...new Set([...own, ...misspeltValues(cloud, field, written)])].slice(0, AT_MOST);
}

/**
 * Returns the cloud's values that the written one misspells: those with the same letters, and those that differ by one
 * or two letters.
 */
export function misspeltValues(cloud: Cloud, field: StateField, written: string): string[] {
  const letters = lettersOfSlip(written);
  if (letters === '' || knownTo(cloud, field, written)) return [];
  const values = Object.keys(vocabularyOf(cloud, field));
  const same = values.filter((value) => lettersOf(value) === letters);
  // Nova's name for something that this cloud lacks does not misspell anything else.
  const isOther = SPELLINGS[field].get(letters)?.length === 0 || NOVA_WORDS[field].has(letters);
  return [...new Set([...same, ...(isOther ? [] : closeTo(letters, values.map(asSpelt)))])];
}

/** Returns up to three of the words that the written one misspells or abbreviates, best first. */
export function nearestWords(words: readonly string[], written: string): string[] {
  const letters = lettersOfSlip(written);
  if (letters === '') return [];
  const spelt = words.map(asSpelt);
  const longer = spelt.filter(({ other }) => letters.length > 2 && other.startsWith(letters));
  return [...new Set([...closeTo(letters, spelt), ...longer.map(({ value }) => value)])].slice(0, AT_MOST);
}

/** Normalizes a word that may be misspelt; empty if it is too long for that. */
function lettersOfSlip(written: string): string {
  return written.length > LONGEST ? '' : lettersOf(written);
}

/** A value with its normalized letters, computed once for several comparisons. */
interface Spelt {
  readonly value: string;
  readonly other: string;
}

function asSpelt(value: string): Spelt {
  return { value, other: lettersOf(value) };
}

/** Returns the values that differ by one letter from a short word, or by up to two from a longer one, best first. */
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

/** Counts the letters that two words have in common at their start: most slips are at the end of a word. */
function sharedStart(a: string, b: string): number {
  let length = 0;
  while (length < a.length && a[length] === b[length]) length++;
  return length;
}

function lettersOfAll(values: Readonly<Record<string, string>> = {}): ReadonlySet<string> {
  return new Set(Object.keys(values).map(lettersOf));
}
