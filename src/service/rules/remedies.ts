import type { Field } from '../../fixture';
import type { Pair } from '../../mapping';
import type { Subject } from '../judge/types';
import type { ServerObject } from '../recognise/types';
import type { FieldValue, Remedy } from '../types';

/** How many statuses are offered where several could be right. */
export const MAX_OFFERED = 3;

/** Gives a field a value. One behind an anchor is nobody's first choice: it can change other servers. */
export function setValue(field: Field, value: string | number | null, preferred: boolean): Remedy {
  return { kind: 'set', to: [{ field, value }], preferred: preferred && !field.shared };
}

/** Takes a field out. */
export function dropField({ object }: Subject, field: Field): Remedy {
  return { kind: 'drop', object, field };
}

/** Keeps the status and makes vm_state and task_state fit it, in each of the ways that there are. */
export function keepStatus({ object, cloud, status }: Subject): Remedy[] {
  return status === undefined ? [] : [{ kind: 'keep-status', object, cloud, status }];
}

/** Makes vm_state and task_state a pair; none where one of the two has no place to be written to. */
export function setPair({ fields: { vmState, taskState } }: ServerObject, pair: Pair): Remedy[] {
  // A missing task_state says null already.
  if (vmState === undefined || (taskState === undefined && pair.taskState !== null)) return [];
  const to: FieldValue[] = [{ field: vmState, value: pair.vmState }];
  if (taskState) to.push({ field: taskState, value: pair.taskState });
  const changed = to.filter(({ field, value }) => (field.kind === 'null' ? null : field.text) !== value);
  return changed.length === 0 ? [] : [{ kind: 'set', to: changed, preferred: false }];
}
