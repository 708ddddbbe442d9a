import type { Field } from '../../fixture';
import { knownAnywhere, misspeltValues, nearestValues, type StateField } from '../../mapping';
import { perClouds } from './per-clouds';

/** Says of a field whether its value is one of a cloud's. */
export type Judge = (name: StateField, field: Field | undefined) => boolean;

/** The words of the clouds in force. Files say the same few values over and over, so each is judged once. */
export interface Vocabulary {
  /** True for a value that some cloud knows. */
  readonly isKnown: Judge;
  /** True for a value that some cloud knows, a slip of the pen allowed. */
  readonly isNearlyKnown: Judge;
  /** True for a value that some cloud knows, or that a person may have meant for one. */
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

/** True for a field that holds a text. */
export function isWritten(field: Field | undefined): field is Field {
  return field?.kind === 'string' && field.text !== '';
}

/** Of so many values the verdicts are kept: the clouds have fewer, and a file can hold any number of others. */
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
