import {
  ANY,
  type Cloud,
  type Derivation,
  deriveStatus,
  isPlausible,
  isSeldom,
  knownTo,
  novaName,
  type Pair,
  vocabularyOf,
} from '../../mapping';
import type { Reading, Readings, Subject } from './types';

/** The certain states of a server; undefined stands for any value. */
export interface Known {
  readonly vmState: string | undefined;
  readonly taskState: string | null | undefined;
}

/** Returns a function that computes a server's possible statuses. Cached, as servers repeat each other. */
export function readingsBy(nova: Cloud): (cloud: Cloud, known: Known) => Readings {
  // Clouds that are merged for a check are new objects, which the weak map lets go afterwards.
  const kept = new WeakMap<Cloud, Map<string, Readings>>();
  return (cloud, known) => {
    const ofCloud = kept.get(cloud) ?? new Map<string, Readings>();
    kept.set(cloud, ofCloud);
    const before = ofCloud.get(keyOf(known));
    if (before !== undefined) return before;
    const certain = whatIsCertain(cloud, nova, known);
    // A vm_state of no table is not cached, as there can be any number of them.
    if (certain === undefined) return NO_READINGS;
    const key = keyOf(certain);
    const readings = ofCloud.get(key) ?? readingsOf(cloud, nova, certain);
    ofCloud.set(key, readings);
    return readings;
  };
}

/** The key is unique: no state is empty, contains a line break or equals {@link ANY}. */
function keyOf({ vmState = ANY, taskState = ANY }: Known): string {
  return `${taskState ?? ''}\n${vmState}`;
}

const NO_READINGS: Readings = { isCertain: false, readings: [] };

/**
 * Returns every status that a server can have, best first: for each possible pair, the status of the cloud's table and,
 * if its document does not cover the pair, OpenStack's.
 *
 * @returns none if neither the cloud nor OpenStack knows the vm_state: any status could be right.
 */
export function readingsOf(cloud: Cloud, nova: Cloud, known: Known): Readings {
  const certain = whatIsCertain(cloud, nova, known);
  if (certain === undefined) return NO_READINGS;
  const { vmState, taskState } = certain;
  const vmStates = vmState === undefined ? valuesOf(cloud, nova, 'vmState') : [vmState];
  const tasksOf = taskState === undefined ? tellingTasks(cloud, nova) : () => [taskState];
  const pairs = vmStates.flatMap((vm) => tasksOf(vm).map((task) => ({ vmState: vm, taskState: task })));
  sortByRank(cloud, pairs);
  const readings = pairs.flatMap((pair) => readingsOfPair(cloud, nova, pair));
  // An unknown vm_state may also be one that is in no table.
  if (vmState === undefined && nova.unknownVmState !== null)
    readings.push({ status: nova.unknownVmState, pair: null, by: nova, how: 'default' });
  return {
    isCertain: vmState !== undefined && taskState !== undefined,
    readings: firstOfEach(readings),
  };
}

function firstOfEach(readings: readonly Reading[]): Reading[] {
  const first = new Map<string, Reading>();
  for (const reading of readings) if (!first.has(reading.status)) first.set(reading.status, reading);
  return [...first.values()];
}

/** Up to how many task_states are all tried. The built-in clouds have fewer. */
const FEW = 200;

/**
 * Returns a function that lists the task_states to try with a vm_state. These are all, unless a config has very many:
 * then null, OpenStack's, those of the vm_state's rows, and one that represents all others.
 */
function tellingTasks(cloud: Cloud, nova: Cloud): (vmState: string) => (string | null)[] {
  const all = [null, ...valuesOf(cloud, nova, 'taskState')];
  if (all.length <= FEW) return () => all;
  const isTelling = (task: string | null) =>
    task === null || knownTo(nova, 'taskState', novaName(cloud, task));
  const usual = all.filter(isTelling);
  const others = all.filter((task) => !isTelling(task));
  return (vmState) => {
    const rows = cloud.index.get(vmState)?.byTaskState ?? new Map<string | null, string>();
    const other = others.find((task) => !rows.has(task));
    return [...new Set([...usual, ...rows.keys(), ...(other === undefined ? [] : [other])])];
  };
}

/**
 * Returns a pair's status by the cloud's table, and OpenStack's if no row gives it. If only OpenStack has the vm_state,
 * its status comes first, and the cloud's note second.
 */
function readingsOfPair(cloud: Cloud, nova: Cloud, pair: Pair): Reading[] {
  const own = deriveStatus(cloud, pair.vmState, pair.taskState);
  const first = toReading(own, pair, cloud);
  const vmState = novaName(cloud, pair.vmState);
  if (own.by === 'row' || cloud === nova || !knownTo(nova, 'vmState', vmState)) return first;
  const novas = deriveStatus(nova, vmState, novaName(cloud, pair.taskState));
  const second = toReading({ ...novas, by: 'default' }, pair, nova);
  return knownTo(cloud, 'vmState', pair.vmState) ? [...first, ...second] : [...second, ...first];
}

function toReading({ status, by: how }: Derivation, pair: Pair, by: Cloud): Reading[] {
  return status === null || how === null ? [] : [{ status, pair, by, how }];
}

/** Returns the expected status of a server whose states are both certain. */
export function expectStatus({ isCertain, readings }: Subject): Reading | undefined {
  return isCertain ? readings[0] : undefined;
}

/** Tells whether a status is possible. A deleted record shows DELETED (Nova, views/servers.py _get_vm_status). */
export function canHave({ readings }: Readings, status: string): boolean {
  return status === 'DELETED' || readings.length === 0 || readings.some((one) => one.status === status);
}

/** Tells whether the cloud's document has no row for the pair, but OpenStack gives this status. */
export function isUnlisted({
  cloud,
  isCertain,
  readings,
  status,
}: Pick<Subject, 'cloud' | 'isCertain' | 'readings' | 'status'>): boolean {
  const by = readings.find((one) => one.status === status)?.by;
  return isCertain && by !== undefined && by !== cloud;
}

/**
 * Returns the statuses to suggest, best first. For an uncertain server, omits those whose pairs Nova never produces:
 * they are possible, but not good advice.
 */
export function usualReadings({ cloud, isCertain, readings }: Subject): readonly Reading[] {
  if (isCertain) return readings.slice(0, 1);
  const usual = readings.filter(
    ({ pair, by }) => pair !== null && by === readings[0]?.by && rankOf(cloud, pair) < SELDOM,
  );
  return usual.length > 0 ? usual : readings;
}

/**
 * Removes a task_state that is in no table: it says as little as a missing one. Returns undefined for a vm_state that
 * is in no table: such a server cannot be judged.
 */
function whatIsCertain(cloud: Cloud, nova: Cloud, { vmState, taskState }: Known): Known | undefined {
  if (vmState !== undefined && !isKnown(cloud, nova, 'vmState', vmState)) return undefined;
  const isOpen = typeof taskState === 'string' && !isKnown(cloud, nova, 'taskState', taskState);
  return { vmState, taskState: isOpen ? undefined : taskState };
}

/** Tells whether the cloud or OpenStack has a value. */
function isKnown(cloud: Cloud, nova: Cloud, name: 'vmState' | 'taskState', value: string): boolean {
  return knownTo(cloud, name, value) || knownTo(nova, name, value);
}

/** Returns the values of the cloud and OpenStack. */
function valuesOf(cloud: Cloud, nova: Cloud, name: 'vmState' | 'taskState'): string[] {
  return Object.keys({ ...vocabularyOf(cloud, name), ...vocabularyOf(nova, name) });
}

const SELDOM = 2;

function sortByRank(cloud: Cloud, pairs: Pair[]): void {
  const ranks = new Map(pairs.map((pair) => [pair, rankOf(cloud, pair)]));
  pairs.sort((a, b) => (ranks.get(a) ?? 0) - (ranks.get(b) ?? 0));
}

/** Ranks a pair: 0 without an operation, 1 during one, 2 after a failed one, 3 if Nova never produces it. */
function rankOf(cloud: Cloud, { vmState, taskState }: Pair): number {
  if (taskState === null) return 0;
  const [vm, task] = [novaName(cloud, vmState), novaName(cloud, taskState)];
  if (isSeldom(vm, task)) return SELDOM;
  return isPlausible(vm, task) || deriveStatus(cloud, vmState, taskState).by === 'row' ? 1 : 3;
}
