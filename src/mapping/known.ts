import type { Cloud, StateField, Vocabulary } from './types';

/** Returns the values that a cloud has for a field, with their meanings. */
export function vocabularyOf(cloud: Cloud, field: StateField): Vocabulary {
  // Each server asks this many times, so no object is made to look it up in.
  if (field === 'status') return cloud.statuses;
  return field === 'vmState' ? cloud.vmStates : cloud.taskStates;
}

/** Tells whether the cloud's document contains a value in this exact spelling or as an alias. */
export function knownTo(cloud: Cloud, field: StateField, value: string): boolean {
  return (
    Object.hasOwn(vocabularyOf(cloud, field), value) ||
    (field === 'vmState' && Object.hasOwn(cloud.vmStateAliases, value))
  );
}

/** Tells whether at least one of the clouds knows a value. */
export function knownAnywhere(clouds: ReadonlyMap<string, Cloud>, field: StateField, value: string): boolean {
  for (const cloud of clouds.values()) if (knownTo(cloud, field, value)) return true;
  return false;
}

/** Normalizes a word: `Soft_Delete`, `soft-delete` and `softDelete` all become `softdelete`. */
export function lettersOf(word: string): string {
  return word.toLowerCase().replace(/[-_\s]/g, '');
}
