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

/** What is certain about a server's states: undefined stands for every value that a field could have. */
export interface Known {
  readonly vmState: string | undefined;
  readonly taskState: string | null | undefined;
}

/** Works out the statuses that a server can have. Servers repeat one another, so each answer is kept. */
export function readingsBy(nova: Cloud): (cloud: Cloud, known: Known) => Readings {
  // Clouds that are named together are one for the while of a check.
  const kept = new WeakMap<Cloud, Map<string, Readings>>();
  return (cloud, known) => {
    const ofCloud = kept.get(cloud) ?? new Map<string, Readings>();
    kept.set(cloud, ofCloud);
    const before = ofCloud.get(keyOf(known));
    if (before !== undefined) return before;
    const certain = whatIsCertain(cloud, nova, known);
    // Of what nobody knows there is no end, and nothing to work out.
    if (certain === undefined) return NO_READINGS;
    const key = keyOf(certain);
    const readings = ofCloud.get(key) ?? readingsOf(cloud, nova, certain);
    ofCloud.set(key, readings);
    return readings;
  };
}

/** No value of a state is empty, and none has a line break or is {@link ANY}. */
function keyOf({ vmState = ANY, taskState = ANY }: Known): string {
  return `${taskState ?? ''}\n${vmState}`;
}

const NO_READINGS: Readings = { isCertain: false, readings: [] };

/**
 * Returns every status that a server can have, best first: those that the cloud's table gives and, where its document
 * leaves the pair open, those that OpenStack's gives, for every completion of what is not certain.
 *
 * @returns none if the vm_state is one that neither the cloud nor OpenStack knows: anything could follow from it.
 */
export function readingsOf(cloud: Cloud, nova: Cloud, known: Known): Readings {
  const certain = whatIsCertain(cloud, nova, known);
  if (certain === undefined) return NO_READINGS;
  const { vmState, taskState } = certain;
  const vmStates = vmState === undefined ? valuesOf(cloud, nova, 'vmState') : [vmState];
  const tasksOf = taskState === undefined ? tellingTasks(cloud, nova) : () => [taskState];
  const pairs = vmStates.flatMap((vm) => tasksOf(vm).map((task) => ({ vmState: vm, taskState: task })));
  if (pairs.length > 1) sortByRank(cloud, pairs);
  const readings = pairs.flatMap((pair) => readingsOfPair(cloud, nova, pair));
  // A vm_state that the file does not spell out may also be one that no table has.
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

/** How many task_states are simply tried; the clouds that ship have fewer. */
const FEW = 200;

/**
 * Returns a function that lists the task_states to try with a vm_state: all, or where a config has very many, null,
 * those that OpenStack has, those of the vm_state's rows, and one for all the others, which come to the same.
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
 * A pair's status by the cloud's table, then by OpenStack's where no row of the cloud's document gives it. A vm_state
 * that only OpenStack has is OpenStack's to judge, and the cloud's note comes second.
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

/** The status that is expected of a server whose states are both certain. */
export function expectStatus({ isCertain, readings }: Subject): Reading | undefined {
  return isCertain ? readings[0] : undefined;
}

/**
 * True for a status that some completion of what is certain gives. A row flagged deleted shows DELETED whatever its
 * vm_state (Nova, views/servers.py _get_vm_status).
 */
export function canHave({ readings }: Readings, status: string): boolean {
  return status === 'DELETED' || readings.length === 0 || readings.some((one) => one.status === status);
}

/** True if the cloud's document has no row for the pair and the status is the one that OpenStack gives it. */
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
 * The statuses to name to a reader, best first. Of an uncertain server those that an operation brings about: the pairs
 * that Nova never produces make a status possible, and no advice.
 */
export function usualReadings({ cloud, isCertain, readings }: Subject): readonly Reading[] {
  if (isCertain) return readings.slice(0, 1);
  const usual = readings.filter(
    ({ pair, by }) => pair !== null && by === readings[0]?.by && rankOf(cloud, pair) < SELDOM,
  );
  return usual.length > 0 ? usual : readings;
}

/**
 * Leaves out a task_state that no table has, which says as little as one that is not there.
 *
 * @returns undefined for a vm_state that no table has: it ends the judgement.
 */
function whatIsCertain(cloud: Cloud, nova: Cloud, { vmState, taskState }: Known): Known | undefined {
  if (vmState !== undefined && !isKnown(cloud, nova, 'vmState', vmState)) return undefined;
  const isOpen = typeof taskState === 'string' && !isKnown(cloud, nova, 'taskState', taskState);
  return { vmState, taskState: isOpen ? undefined : taskState };
}

/** True for a value that the cloud or OpenStack has. */
function isKnown(cloud: Cloud, nova: Cloud, name: 'vmState' | 'taskState', value: string): boolean {
  return knownTo(cloud, name, value) || knownTo(nova, name, value);
}

/** The values that the cloud or OpenStack has. */
function valuesOf(cloud: Cloud, nova: Cloud, name: 'vmState' | 'taskState'): string[] {
  return Object.keys({ ...vocabularyOf(cloud, name), ...vocabularyOf(nova, name) });
}

const SELDOM = 2;

function sortByRank(cloud: Cloud, pairs: Pair[]): void {
  const ranks = new Map(pairs.map((pair) => [pair, rankOf(cloud, pair)]));
  pairs.sort((a, b) => (ranks.get(a) ?? 0) - (ranks.get(b) ?? 0));
}

/** How likely a pair is, best first: at rest, in an operation, after one that failed, in none. */
function rankOf(cloud: Cloud, { vmState, taskState }: Pair): number {
  if (taskState === null) return 0;
  const [vm, task] = [novaName(cloud, vmState), novaName(cloud, taskState)];
  if (isSeldom(vm, task)) return SELDOM;
  return isPlausible(vm, task) || deriveStatus(cloud, vmState, taskState).by === 'row' ? 1 : 3;
}
