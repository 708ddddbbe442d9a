import type { Field } from '../fixture';
import type { Related, Subject } from './types';

/** How much of a value is said. The values of the clouds are shorter; what a file holds need not be. */
const MAX_VALUE = 60;

/** A value of a file on one line: long ones are cut, control characters spelled out. */
export function sayValue(value: string): string {
  const shown = value.length > MAX_VALUE ? `${value.slice(0, MAX_VALUE)}…` : value;
  return shown.replace(/\p{Cc}/gu, (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

/** A pair as people say it: `active + rebooting`, `active + null`. */
export function sayPair(vmState: string, taskState: string | null): string {
  return `${sayValue(vmState)} + ${sayValue(taskState ?? 'null')}`;
}

/** `A`, `A or B`, `A, B or C`. */
export function sayList(values: readonly string[]): string {
  if (values.length < 2) return values.join('');
  return `${values.slice(0, -1).join(', ')} or ${values.at(-1)}`;
}

/** The end of a sentence: `. Did you mean X?`, or a full stop where nothing is near. */
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
  return [{ message: `${name} is ${sayValue(value)}.`, span: field.span }];
}
