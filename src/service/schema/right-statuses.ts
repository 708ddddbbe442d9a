import { type Cloud, knownTo, vocabularyOf } from '../../mapping';
import { isNullWord } from '../judge/read-server';
import { canHave, isUnlisted, readingsOf } from '../judge/readings';
import type { Readings } from '../judge/types';

/** A server's states as a fixture may write them: null for a vm_state that is not known, or for no operation. */
export interface States {
  readonly vmState: string | null;
  readonly taskState: string | null;
}

/** The statuses that pass the check beside these states, if somebody chose the cloud. */
export interface RightStatuses {
  readonly states: States;
  /** The one that follows from the states first. Null is among them if nothing is known of the server. */
  readonly statuses: readonly (string | null)[];
  /** The status that follows from the states; undefined where none does, or more than one. */
  readonly given: string | undefined;
}

/** Returns the values that a cloud has for a state. One that reads like null is taken for null. */
export function statesOf(cloud: Cloud, field: 'vmState' | 'taskState'): string[] {
  const second = field === 'vmState' ? Object.keys(cloud.vmStateAliases) : [];
  return [...Object.keys(vocabularyOf(cloud, field)), ...second].filter((value) => !isNullWord(value));
}

/** Returns what is right beside every combination of a cloud's vm_states and task_states. */
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

/** True for a status of which no rule says anything louder than information. */
function isRight(cloud: Cloud, nova: Cloud, readings: Readings, status: string): boolean {
  const isKnown =
    knownTo(cloud, 'status', status) || (knownTo(nova, 'status', status) && readings.readings.length > 0);
  return isKnown && canHave(readings, status) && !isUnlisted({ ...readings, cloud, status });
}
