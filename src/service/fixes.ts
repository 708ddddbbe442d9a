import type { Field } from '../fixture';
import { type Pair, pairsFor } from '../mapping';
import type { Say } from '../words';
import { tidy } from './comments/tidy';
import { stateOf } from './judge/read-server';
import type { Fixture } from './recognise/types';
import { setPair } from './rules/remedies';
import type { Edit, FieldValue, Finding, Fix, Remedy } from './types';
import { removeField } from './write/remove-field';
import { replaceNumber, replaceValue } from './write/value';

/** Returns the fixes of a finding, best first. Omits remedies that cannot be written here. */
export function fixesOf(say: Say, fixture: Fixture, { remedies }: Finding): Fix[] {
  return remedies.flatMap((remedy) => fixesFor(say, fixture, remedy));
}

/** Returns the preferred fix of a finding; undefined if there is none. */
export function preferredFix(say: Say, fixture: Fixture, { remedies }: Finding): Fix | undefined {
  const remedy = remedies.find((one) => 'preferred' in one && one.preferred);
  return remedy && fixesFor(say, fixture, remedy)[0];
}

function fixesFor(say: Say, fixture: Fixture, remedy: Remedy): Fix[] {
  switch (remedy.kind) {
    case 'set':
      return toSet(say, fixture, remedy.to, remedy.preferred);
    case 'drop':
      return toDrop(say, fixture, remedy);
    case 'keep-status':
      return waysToKeep(remedy).flatMap((one) => fixesFor(say, fixture, one));
    default:
      return tidy(say, fixture, remedy);
  }
}

/** How many fixes are offered: more than any built-in cloud has, but a config could define more. */
const MAX_WAYS = 20;

/** Returns one pair for each vm_state that can give the status, those with the fewest changes first. */
function waysToKeep({ object, cloud, status }: Extract<Remedy, { kind: 'keep-status' }>): Remedy[] {
  const { vmState, taskState } = object.fields;
  const task = taskState === undefined ? null : stateOf(taskState);
  // A pair that keeps the task_state or the vm_state needs only one change; otherwise the simplest pair of a vm_state
  // is enough.
  const changes = (pair: Pair) =>
    (pair.taskState === task ? 0 : 2) - (pair.vmState === vmState?.text ? 1 : 0);
  const nearest = new Map<string, Pair>();
  for (const pair of pairsFor(cloud, status).sort((a, b) => changes(a) - changes(b)))
    if (!nearest.has(pair.vmState)) nearest.set(pair.vmState, pair);
  return [...nearest.values()].slice(0, MAX_WAYS).flatMap((pair) => setPair(object, pair));
}

function toSet(say: Say, fixture: Fixture, to: readonly FieldValue[], preferred: boolean): Fix[] {
  const edits = to.flatMap(({ field, value }) => editOf(fixture, field, value) ?? []);
  if (edits.length < to.length) return [];
  return [{ title: sayTo(say, to), preferred, edits: edits.sort((a, b) => a.offset - b.offset) }];
}

function editOf(fixture: Fixture, field: Field, value: FieldValue['value']): Edit | undefined {
  return typeof value === 'number'
    ? replaceNumber(fixture, field, value)
    : replaceValue(fixture, field, value);
}

function sayTo(say: Say, to: readonly FieldValue[]): string {
  const [first, second] = to.map(({ field, value }) => ({ field: field.keyText, value: value ?? 'null' }));
  return second === undefined
    ? say('Set {field} to {value}', { ...first })
    : say('Set {field} to {value} and {other} to {otherValue}', {
        ...first,
        other: second.field,
        otherValue: second.value,
      });
}

function toDrop(say: Say, fixture: Fixture, { object, field }: Extract<Remedy, { kind: 'drop' }>): Fix[] {
  const edits = removeField(fixture, object, field);
  const title = say('Remove {field}', { field: field.keyText });
  return edits === undefined ? [] : [{ title, preferred: false, edits }];
}
