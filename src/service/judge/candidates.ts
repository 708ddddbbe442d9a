import { type FieldName, kindOfField } from '../../fixture';
import { deriveStatus, isPlausible, novaName, POWER_STATES_SEEN } from '../../mapping';
import { sayPair } from '../../words';
import { expectStatus } from './readings';
import type { Subject } from './types';
import { type KnownValue, valuesOf } from './values';

/** A possible value of a field. */
export interface Candidate extends KnownValue {
  /** How it fits the other values, in a few words; empty if it does not. */
  readonly fit: string;
}

/** Returns how well a value fits, from 0 for the best, and why. */
type Rank = (value: KnownValue['value']) => readonly [order: number, fit: string];

const RANKS: { readonly [name in FieldName]?: (subject: Subject) => Rank } = {
  status: rankStatuses,
  vmState: rankVmStates,
  taskState: rankTaskStates,
  powerState: rankPowerStates,
};

/** Returns all values of a field in this cloud, those that fit the server's other values first. */
export function candidatesFor(name: FieldName, subject: Subject): Candidate[] {
  const { say, cloud, nova } = subject;
  const own = valuesOf(say, cloud, name);
  // Some documents list no power_states, but Nova's numbers apply everywhere.
  const values = own.length === 0 && kindOfField(name) === 'number' ? valuesOf(say, nova, name) : own;
  const rank: Rank = RANKS[name]?.(subject) ?? (() => [0, '']);
  return values
    .map((one) => {
      const [order, fit] = rank(one.value);
      return { order, candidate: { ...one, fit } };
    })
    .sort((a, b) => a.order - b.order)
    .map(({ candidate }) => candidate);
}

/** Ranks the status of the pair first, then those of the vm_state's other operations. */
function rankStatuses(subject: Subject): Rank {
  const { say, cloud, vmState, taskState } = subject;
  const right = expectStatus(subject)?.status;
  const reachable = new Map<KnownValue['value'], string | null>();
  if (vmState !== undefined) {
    for (const task of [null, ...Object.keys(cloud.taskStates)]) {
      const status = plausible(subject, vmState, task) ? deriveStatus(cloud, vmState, task).status : null;
      if (status !== null && !reachable.has(status)) reachable.set(status, task);
    }
  }
  return (status) => {
    if (status === right) return [0, say('fits {pair}', { pair: sayPair(vmState ?? '', taskState ?? null) })];
    const task = reachable.get(status);
    return task === undefined ? [2, ''] : [1, sayPair(vmState ?? '', task)];
  };
}

/** Ranks the vm_states that give the status with the task_state first, then those in which the task_state occurs. */
function rankVmStates(subject: Subject): Rank {
  const { say, cloud, status, taskState } = subject;
  return (value) => {
    const vmState = String(value);
    if (taskState === undefined || !plausible(subject, vmState, taskState)) {
      const gives = status !== undefined && deriveStatus(cloud, vmState, null).status === status;
      return gives ? [2, say('gives {status} without an operation', { status })] : [3, ''];
    }
    const derived = deriveStatus(cloud, vmState, taskState).status;
    if (status !== undefined && derived === status) return [0, say('gives {status}', { status })];
    return status === undefined && derived !== null
      ? [1, say('gives {status}', { status: derived })]
      : [3, ''];
  };
}

/** Ranks the operations that give the status first, then those of the vm_state. */
function rankTaskStates(subject: Subject): Rank {
  const { say, cloud, vmState, status } = subject;
  return (value) => {
    const taskState = value === null ? null : String(value);
    if (vmState === undefined) return taskState === null ? [1, ''] : [2, ''];
    if (!plausible(subject, vmState, taskState)) return [3, ''];
    const derived = deriveStatus(cloud, vmState, taskState).status;
    if (status !== undefined && derived === status) return [0, say('gives {status}', { status })];
    return derived === null
      ? [2, '']
      : [status === undefined ? 1 : 2, say('gives {status}', { status: derived })];
  };
}

function rankPowerStates({ say, cloud, vmState }: Subject): Rank {
  const seen = vmState === undefined ? [] : (POWER_STATES_SEEN.get(novaName(cloud, vmState)) ?? []);
  return (code) =>
    seen.includes(Number(code))
      ? [seen.indexOf(Number(code)), say('usual with {vmState}', { vmState: vmState ?? '' })]
      : [seen.length, ''];
}

function plausible({ cloud }: Subject, vmState: string, taskState: string | null): boolean {
  if (taskState === null) return true;
  return (
    isPlausible(novaName(cloud, vmState), novaName(cloud, taskState)) ||
    deriveStatus(cloud, vmState, taskState).by === 'row'
  );
}
