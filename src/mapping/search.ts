import { tablePairs } from './derive';
import { lettersOf, vocabularyOf } from './known';
import { POWER_STATES_SEEN } from './nova/facts';
import { novaName } from './plausible';
import type { Cloud, Pair, PowerState, StateField } from './types';

const FIELDS: readonly StateField[] = ['status', 'vmState', 'taskState'];

const KIND_OF_FIELD = { status: 'status', vmState: 'vm_state', taskState: 'task_state' } as const;

/** A value that a search found, with its meaning in each cloud that has it. */
export interface FoundValue {
  readonly value: string;
  readonly field: StateField | 'powerState';
  /** The number of a power_state, which the API returns. */
  readonly code?: number;
  readonly clouds: readonly { readonly id: string; readonly meaning: string }[];
}

/** A cloud's description of a value. `kind` uses the API's names. */
export interface ValueDescription {
  readonly cloud: string;
  readonly kind: 'status' | 'vm_state' | 'task_state' | 'power_state';
  readonly description: string;
  /** The pairs of the cloud's table that contain the value, best first. */
  readonly pairs: readonly Pair[];
}

/**
 * Searches the values of all clouds. Returns values that equal the query or whose number it is, then those that start
 * with it, then those that contain it, and then those whose meaning contains all of its words. An empty query returns
 * all values.
 */
export function searchValues(clouds: ReadonlyMap<string, Cloud>, query: string): FoundValue[] {
  const letters = lettersOf(query);
  const words = query.toLowerCase().split(/\s+/);
  return allValues(clouds)
    .map((found) => ({ found, rank: rankOf(found, letters, words) }))
    .filter(({ rank }) => rank !== null)
    .sort((a, b) => (a.rank ?? 0) - (b.rank ?? 0))
    .map(({ found }) => found);
}

/**
 * Returns each cloud's description of a value in any field. Values are compared exactly. A power_state is also found by
 * its code, or by its words in any case.
 */
export function describe(clouds: ReadonlyMap<string, Cloud>, value: string): ValueDescription[] {
  return [...clouds.values()].flatMap((cloud) => [
    ...FIELDS.flatMap((field) => describeState(cloud, field, value)),
    ...cloud.powerStates
      .filter((powerState) => isCalled(powerState, value))
      .map((powerState) => ({
        cloud: cloud.id,
        kind: 'power_state' as const,
        description: powerState.meaning,
        pairs: pairsSeenWith(cloud, powerState.code),
      })),
  ]);
}

/** Describes a value of one field. An alias gets the description of the vm_state that it stands for. */
function describeState(cloud: Cloud, field: StateField, written: string): ValueDescription[] {
  const isAlias = field === 'vmState' && Object.hasOwn(cloud.vmStateAliases, written);
  const value = isAlias ? (cloud.vmStateAliases[written] as string) : written;
  const vocabulary = vocabularyOf(cloud, field);
  if (!Object.hasOwn(vocabulary, value)) return [];
  const pairs =
    field === 'status'
      ? tablePairs(cloud, ({ status }) => status === value)
      : tablePairs(cloud).filter((pair) => pair[field] === value);
  return [{ cloud: cloud.id, kind: KIND_OF_FIELD[field], description: vocabulary[value] as string, pairs }];
}

function isCalled({ code, name, words }: PowerState, value: string): boolean {
  const word = value.toLowerCase();
  return value === String(code) || word === name.toLowerCase() || words.includes(word);
}

/** Returns the pairs that have a power_state, without operations: those say nothing about the power. */
function pairsSeenWith(cloud: Cloud, code: number): Pair[] {
  return Object.keys(cloud.vmStates)
    .filter((vmState) => POWER_STATES_SEEN.get(novaName(cloud, vmState))?.includes(code))
    .map((vmState) => ({ vmState, taskState: null }));
}

/** Returns the values of all clouds by field, merging those that several clouds have. */
function allValues(clouds: ReadonlyMap<string, Cloud>): FoundValue[] {
  const found = new Map<
    string,
    { value: string; field: FoundValue['field']; code?: number; clouds: { id: string; meaning: string }[] }
  >();
  const add = (field: FoundValue['field'], value: string, id: string, meaning: string, code?: number) => {
    const key = `${field} ${value}`;
    const entry = found.get(key) ?? { value, field, ...(code !== undefined && { code }), clouds: [] };
    entry.clouds.push({ id, meaning });
    found.set(key, entry);
  };
  for (const field of FIELDS) {
    for (const cloud of clouds.values()) {
      for (const [value, meaning] of Object.entries(vocabularyOf(cloud, field)))
        add(field, value, cloud.id, meaning);
    }
  }
  for (const cloud of clouds.values()) {
    for (const { code, name, meaning } of cloud.powerStates) add('powerState', name, cloud.id, meaning, code);
  }
  return [...found.values()];
}

/** Returns the rank of a value in a search, from 0 for the best; null if it does not match. */
function rankOf(found: FoundValue, letters: string, words: readonly string[]): number | null {
  const value = lettersOf(found.value);
  if (value === letters || letters === found.code?.toString()) return 0;
  if (value.startsWith(letters)) return 1;
  if (value.includes(letters)) return 2;
  const meanings = found.clouds.map(({ meaning }) => meaning.toLowerCase());
  return meanings.some((meaning) => words.every((word) => meaning.includes(word))) ? 3 : null;
}
