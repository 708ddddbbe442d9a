import { type Cloud, knownTo, vocabularyOf } from '../../mapping';
import { isNullWord } from '../judge/read-server';
import { canHave, isUnlisted, readingsOf } from '../judge/readings';
import type { Readings } from '../judge/types';

/** A server's states: null for an unknown vm_state, or for no operation. */
export interface States {
  readonly vmState: string | null;
  readonly taskState: string | null;
}

/** The statuses that pass the check with these states, if the user chose the cloud. */
export interface RightStatuses {
  readonly states: States;
  /** The status that follows from the states comes first. Includes null if both states are unknown. */
  readonly statuses: readonly (string | null)[];
  /** The status that follows from the states; undefined if there is none or more than one. */
  readonly given: string | undefined;
}

/** Returns the values that a cloud has for a state, without words for null, which are read as null. */
export function statesOf(cloud: Cloud, field: 'vmState' | 'taskState'): string[] {
  const second = field === 'vmState' ? Object.keys(cloud.vmStateAliases) : [];
  return [...Object.keys(vocabularyOf(cloud, field)), ...second].filter((value) => !isNullWord(value));
}

/** Returns the right statuses for every combination of a cloud's vm_states and task_states. */
export function rightStatuses(cloud: Cloud, nova: Cloud): RightStatuses[] {
  const vmStates = [...statesOf(cloud, 'vmState'), null];
  const taskStates = [null, ...statesOf(cloud, 'taskState')];
  return vmStates.flatMap((vmState) =>
    taskStates.map((taskState) => rightBeside(cloud, nova, { vmState, taskState })),
  );
}

function rightBeside(cloud: Cloud, nova: Cloud, states: States): RightStatuses {
  const readings = readingsOf(cloud, nova, {
    vmState: states.vmState ?? undefined,
    taskState: states.taskState,
  });
  const [first] = readings.readings;
  const given = readings.isCertain && first?.by === cloud ? first.status : undefined;
  const all = Object.keys({ ...(given && { [given]: '' }), ...cloud.statuses, ...nova.statuses });
  const statuses = all.filter((status) => isRight(cloud, nova, readings, status));
  const isNothingKnown = states.vmState === null && states.taskState === null;
  return { states, statuses: isNothingKnown ? [...statuses, null] : statuses, given };
}

/** Tells whether no rule reports a status as a warning or an error. */
function isRight(cloud: Cloud, nova: Cloud, readings: Readings, status: string): boolean {
  const isKnown =
    knownTo(cloud, 'status', status) || (knownTo(nova, 'status', status) && readings.readings.length > 0);
  return isKnown && canHave(readings, status) && !isUnlisted({ ...readings, cloud, status });
}
