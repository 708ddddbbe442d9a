import type { FieldName } from '../../fixture';
import { deriveStatus, isPlausible, novaName, POWER_STATES_SEEN } from '../../mapping';
import { sayPair } from '../../words';
import { expectStatus } from './expect';
import type { Subject } from './types';

/** A value that a field could take. */
export interface Candidate {
  /** Null only for task_state: no operation under way. */
  readonly value: string | number | null;
  readonly meaning: string;
  /** How it fits the values beside it, in a few words; empty where it does not. */
  readonly fit: string;
}

/** Every value of a field in this cloud, those that fit the sibling values first. */
export function candidatesFor(name: FieldName, subject: Subject): Candidate[] {
  switch (name) {
    case 'status':
      return statuses(subject);
    case 'vmState':
      return vmStates(subject);
    case 'taskState':
      return taskStates(subject);
    case 'powerState':
      return powerStates(subject);
    default:
      return [];
  }
}

/** The status of the pair first, then what the vm_state's other operations give. */
function statuses(subject: Subject): Candidate[] {
  const { say, cloud, vmState, taskState } = subject;
  const right = expectStatus(subject)?.status;
  const reachable = new Map<string, string | null>();
  if (vmState !== undefined) {
    for (const task of [null, ...Object.keys(cloud.taskStates)]) {
      const status = plausible(subject, vmState, task) ? deriveStatus(cloud, vmState, task).status : null;
      if (status !== null && !reachable.has(status)) reachable.set(status, task);
    }
  }
  return ranked(Object.entries(cloud.statuses), (status) => {
    if (status === right) return [0, say('fits {pair}', { pair: sayPair(vmState ?? '', taskState ?? null) })];
    const task = reachable.get(status);
    return task === undefined ? [2, ''] : [1, sayPair(vmState ?? '', task)];
  });
}

/** The vm_states that give the status together with the task_state, then those that the task_state occurs in. */
function vmStates(subject: Subject): Candidate[] {
  const { say, cloud, status, taskState } = subject;
  return ranked(Object.entries(cloud.vmStates), (vmState) => {
    if (taskState === undefined || !plausible(subject, vmState, taskState)) {
      const gives = status !== undefined && deriveStatus(cloud, vmState, null).status === status;
      return gives ? [2, say('gives {status} without an operation', { status })] : [3, ''];
    }
    const derived = deriveStatus(cloud, vmState, taskState).status;
    if (status !== undefined && derived === status) return [0, say('gives {status}', { status })];
    return status === undefined && derived !== null
      ? [1, say('gives {status}', { status: derived })]
      : [3, ''];
  });
}

/** The operations that give the status, then those that occur under the vm_state; null before the others. */
function taskStates(subject: Subject): Candidate[] {
  const { say, cloud, vmState, status } = subject;
  const all: [string | null, string][] = [
    [null, say('No operation is under way.')],
    ...Object.entries(cloud.taskStates),
  ];
  return ranked(all, (taskState) => {
    if (vmState === undefined) return taskState === null ? [1, ''] : [2, ''];
    if (!plausible(subject, vmState, taskState)) return [3, ''];
    const derived = deriveStatus(cloud, vmState, taskState).status;
    if (status !== undefined && derived === status) return [0, say('gives {status}', { status })];
    return derived === null
      ? [2, '']
      : [status === undefined ? 1 : 2, say('gives {status}', { status: derived })];
  });
}

function powerStates({ say, cloud, nova, vmState }: Subject): Candidate[] {
  const states = cloud.powerStates.length > 0 ? cloud.powerStates : nova.powerStates;
  const seen = vmState === undefined ? [] : (POWER_STATES_SEEN.get(novaName(cloud, vmState)) ?? []);
  return ranked(
    states.map(
      ({ code, name, meaning }) => [code, say('{name}. {meaning}', { name, meaning })] as [number, string],
    ),
    (code) =>
      seen.includes(code)
        ? [seen.indexOf(code), say('seen with {vmState}', { vmState: vmState ?? '' })]
        : [seen.length, ''],
  );
}

function plausible({ cloud }: Subject, vmState: string, taskState: string | null): boolean {
  if (taskState === null) return true;
  return (
    isPlausible(novaName(cloud, vmState), novaName(cloud, taskState)) ||
    deriveStatus(cloud, vmState, taskState).by === 'row'
  );
}

/** Sorts by rank and keeps the document's order within one. */
function ranked<V extends string | number | null>(
  values: readonly (readonly [V, string])[],
  rank: (value: V) => [number, string],
): Candidate[] {
  return values
    .map(([value, meaning]) => {
      const [order, fit] = rank(value);
      return { order, candidate: { value, meaning, fit } };
    })
    .sort((a, b) => a.order - b.order)
    .map(({ candidate }) => candidate);
}
