import type { Field } from '../fixture';
import { type Pair, pairsFor } from '../mapping';
import type { Say } from '../words';
import { removeField } from './remove-field';
import type { Fix, Subject } from './types';
import { replaceValue } from './write-value';

/** One fix that gives a field a value; none where the value is not written here. */
export function setValue(
  { say, fixture }: Subject,
  field: Field,
  value: string | null,
  preferred: boolean,
): Fix[] {
  const edit = replaceValue(fixture, field, value);
  return edit
    ? [
        {
          title: saySet(say, field, value),
          preferred: preferred && !field.shared,
          edits: [edit],
        },
      ]
    : [];
}

/** One fix that gives a field a number. */
export function setNumber(say: Say, field: Field, value: number): Fix[] {
  if (field.origin !== undefined || field.sealed) return [];
  const edit = { offset: field.span.start, length: field.span.end - field.span.start, text: String(value) };
  return [{ title: saySet(say, field, value), preferred: false, edits: [edit] }];
}

function saySet(say: Say, { keyText }: Field, value: string | number | null): string {
  return say('Set {field} to {value}', { field: keyText, value: value ?? 'null' });
}

/** One fix that takes a field out; none where that cannot be done without loss. */
export function dropField(subject: Subject, field: Field): Fix[] {
  const edits = removeField(subject, field);
  const title = subject.say('Remove {field}', { field: field.keyText });
  return edits === undefined ? [] : [{ title, preferred: false, edits }];
}

/** Fixes that keep the status: a pair that gives it for each vm_state that can, best first. */
export function keepStatus(subject: Subject): Fix[] {
  const pairs = subject.status === undefined ? [] : pairsFor(subject.cloud, subject.status);
  // A person who keeps the status seldom cares which of many operations runs.
  const simplest = pairs.filter(
    (pair, i) => pairs.findIndex(({ vmState }) => vmState === pair.vmState) === i,
  );
  return simplest.flatMap((pair) => setFields(subject, pair));
}

/** One fix that keeps the status and makes vm_state and task_state fit it; none where one is not written here. */
export function setFields({ say, fixture, object }: Subject, { vmState, taskState }: Pair): Fix[] {
  const fields = [
    { field: object.fields.vmState, value: vmState },
    { field: object.fields.taskState, value: taskState },
  ];
  // A missing task_state says null already; a missing vm_state has no place to be written to.
  if (!fields[0]?.field || (!fields[1]?.field && taskState !== null)) return [];
  const changed = fields.filter(
    ({ field, value }) => field && (field.kind === 'null' ? null : field.text) !== value,
  );
  const edits = changed.flatMap(({ field, value }) => (field && replaceValue(fixture, field, value)) ?? []);
  if (edits.length < changed.length || edits.length === 0) return [];
  const [first, second] = changed.map(({ field, value }) => ({
    field: field?.keyText ?? '',
    value: value ?? 'null',
  }));
  if (first === undefined) return [];
  const title =
    second === undefined
      ? say('Set {field} to {value}', first)
      : say('Set {field} to {value} and {other} to {otherValue}', {
          ...first,
          other: second.field,
          otherValue: second.value,
        });
  return [{ title, preferred: false, edits: edits.sort((a, b) => a.offset - b.offset) }];
}
