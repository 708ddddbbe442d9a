import type { Cloud, StateField, Vocabulary } from './types';

/** The values that a cloud has for a field, with what they mean. */
export function vocabularyOf(cloud: Cloud, field: StateField): Vocabulary {
  return { vmState: cloud.vmStates, taskState: cloud.taskStates, status: cloud.statuses }[field];
}

/** True for a value that the cloud's document has, in this exact spelling or in a second one of its own. */
export function knownTo(cloud: Cloud, field: StateField, value: string): boolean {
  return (
    Object.hasOwn(vocabularyOf(cloud, field), value) ||
    (field === 'vmState' && Object.hasOwn(cloud.vmStateAliases, value))
  );
}

/** True for a value that at least one of the clouds has. */
export function knownAnywhere(clouds: ReadonlyMap<string, Cloud>, field: StateField, value: string): boolean {
  for (const cloud of clouds.values()) if (knownTo(cloud, field, value)) return true;
  return false;
}

/** A word without case and separators: what is left of `Soft_Delete`, `soft-delete` and `softDelete` alike. */
export function lettersOf(word: string): string {
  return word.toLowerCase().replace(/[-_\s]/g, '');
}
