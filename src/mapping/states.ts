import { deriveStatus, pairsFor } from './derive';
import { isPlausible, novaName } from './plausible';
import type { Cloud, Pair } from './types';

/** A state to set a server to: a status, and the vm_state and task_state that give it. */
export interface ServerState {
  readonly status: string;
  /** Null for a server whose states are unknown: both keys are absent if its cell is down. */
  readonly pair: Pair | null;
}

/** A status of a cloud with its meaning and the pairs that give it, the usual one first. */
export interface StatusChoice {
  readonly status: string;
  readonly meaning: string;
  readonly pairs: readonly (Pair | null)[];
}

/** Returns all statuses that a server of this cloud can be set to, in the order of the cloud's list. */
export function statusChoices(cloud: Cloud): StatusChoice[] {
  return Object.entries(cloud.statuses).map(([status, meaning]) => {
    const pairs = pairsFor(cloud, status);
    return { status, meaning, pairs: pairs.length > 0 ? pairs : pairsWithoutRow(cloud, status) };
  });
}

/** Returns the pairs that give a status without a row, by the document's note; a null pair if there are none. */
function pairsWithoutRow(cloud: Cloud, status: string): (Pair | null)[] {
  const taskStates = [null, ...Object.keys(cloud.taskStates)];
  const pairs = Object.keys(cloud.vmStates).flatMap((vmState) =>
    taskStates.map((taskState) => ({ vmState, taskState })),
  );
  const noted = pairs.filter(
    ({ vmState, taskState }) =>
      deriveStatus(cloud, vmState, taskState).status === status &&
      isPlausible(novaName(cloud, vmState), novaName(cloud, taskState)),
  );
  return noted.length > 0 ? noted : [null];
}
