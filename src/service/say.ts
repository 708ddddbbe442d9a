import type { Field } from '../fixture';
import type { Related, Subject } from './types';

/** A pair as people say it: `active + rebooting`, or `active` alone where no operation is under way. */
export function sayPair(vmState: string, taskState: string | null): string {
  return taskState === null ? `${vmState} + null` : `${vmState} + ${taskState}`;
}

/** `A`, `A or B`, `A, B or C`. */
export function sayList(values: readonly string[]): string {
  if (values.length < 2) return values.join('');
  return `${values.slice(0, -1).join(', ')} or ${values.at(-1)}`;
}

/** `: did you mean X?`, or nothing where nothing is near. */
export function sayNearest(values: readonly string[]): string {
  return values.length === 0 ? '.' : `. Did you mean ${sayList(values)}?`;
}

/** The places of the two values that a status follows from, for a finding on one of the three. */
export function siblings({ object }: Subject, but: Field | undefined): Related[] {
  const { vmState, taskState, status } = object.fields;
  return [
    ...sibling('vm_state', vmState, but),
    ...sibling('task_state', taskState, but),
    ...(but === status ? [] : sibling('status', status, but)),
    ...writtenAt(but),
  ];
}

/** Where a value that came through an alias is really written. */
export function writtenAt(field: Field | undefined): Related[] {
  return field?.origin === undefined ? [] : [{ message: 'The value is written here.', span: field.origin }];
}

function sibling(name: string, field: Field | undefined, but: Field | undefined): Related[] {
  if (field === undefined || field === but) return [];
  const value = field.kind === 'null' || field.kind === 'absent' ? 'null' : field.text || '""';
  return [{ message: `${name} is ${value}.`, span: field.span }];
}
