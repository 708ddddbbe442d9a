import type { Field } from '../../fixture';
import { knownAnywhere, misspeltValues, nearestValues, type StateField } from '../../mapping';
import { perClouds } from './per-clouds';

/** Tells whether a field's value is one of a cloud's. */
export type Judge = (name: StateField, field: Field | undefined) => boolean;

/** The values of the clouds in force. Judgements are cached, as files repeat the same few values. */
export interface Vocabulary {
  /** Tells whether some cloud knows the value. */
  readonly isKnown: Judge;
  /** Tells whether some cloud knows the value, or one that it misspells. */
  readonly isNearlyKnown: Judge;
  /** Tells whether some cloud knows the value, or one that it may stand for. */
  readonly isFamiliar: Judge;
}

export const wordsOf = perClouds((clouds): Vocabulary => {
  const all = [...clouds.values()];
  const isKnown = remembered((name, text) => knownAnywhere(clouds, name, text));
  const isMisspelt = remembered((name, text) =>
    all.some((cloud) => misspeltValues(cloud, name, text).length > 0),
  );
  const isNear = remembered((name, text) => all.some((cloud) => nearestValues(cloud, name, text).length > 0));
  return {
    isKnown,
    isNearlyKnown: (name, field) => isKnown(name, field) || isMisspelt(name, field),
    isFamiliar: (name, field) => isKnown(name, field) || isNear(name, field),
  };
});

/** Tells whether a field is a string that is not empty. */
export function isWritten(field: Field | undefined): field is Field {
  return field?.kind === 'string' && field.text !== '';
}

/** How many judgements are cached: more than the clouds have values, but a file can contain any number of others. */
const MOST = 1000;

function remembered(judge: (name: StateField, text: string) => boolean): Judge {
  const known: Record<StateField, Map<string, boolean>> = {
    status: new Map(),
    vmState: new Map(),
    taskState: new Map(),
  };
  return (name, field) => {
    if (!isWritten(field)) return false;
    const before = known[name].get(field.text);
    if (before !== undefined) return before;
    const verdict = judge(name, field.text);
    if (known[name].size >= MOST) known[name].clear();
    known[name].set(field.text, verdict);
    return verdict;
  };
}
