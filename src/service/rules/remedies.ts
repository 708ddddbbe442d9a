import type { Field } from '../../fixture';
import type { Pair } from '../../mapping';
import type { Subject } from '../judge/types';
import type { ServerObject } from '../recognise/types';
import type { FieldValue, Remedy } from '../types';

/** How many statuses are offered if several could be right. */
export const MAX_OFFERED = 3;

/** Returns a remedy that sets a value. A value with an anchor is never preferred, as it can change other servers. */
export function setValue(field: Field, value: string | number | null, preferred: boolean): Remedy {
  return { kind: 'set', to: [{ field, value }], preferred: preferred && !field.shared };
}

/** Returns a remedy that removes a field. */
export function dropField({ object }: Subject, field: Field): Remedy {
  return { kind: 'drop', object, field };
}

/** Returns a remedy that keeps the status and changes vm_state and task_state to match it. */
export function keepStatus({ object, cloud, status }: Subject): Remedy[] {
  return status === undefined ? [] : [{ kind: 'keep-status', object, cloud, status }];
}

/** Returns a remedy that sets vm_state and task_state; none if one of them is missing. */
export function setPair({ fields: { vmState, taskState } }: ServerObject, pair: Pair): Remedy[] {
  // A missing task_state already means null.
  if (vmState === undefined || (taskState === undefined && pair.taskState !== null)) return [];
  const to: FieldValue[] = [{ field: vmState, value: pair.vmState }];
  if (taskState) to.push({ field: taskState, value: pair.taskState });
  const changed = to.filter(({ field, value }) => (field.kind === 'null' ? null : field.text) !== value);
  return changed.length === 0 ? [] : [{ kind: 'set', to: changed, preferred: false }];
}
