import { isPlausible, isSeldom, novaName } from './plausible';
import { ANY, type Cloud, type Derivation, type Pair, type Row } from './types';

/**
 * The status that a cloud's table gives a server. Values are compared exactly, case included, as the clouds
 * do it themselves; an empty task_state counts as null.
 */
export function deriveStatus(cloud: Cloud, vmState: string, taskState: string | null): Derivation {
  const task = taskState === '' ? null : taskState;
  const isAlias = Object.hasOwn(cloud.vmStateAliases, vmState);
  const rows = cloud.index.get(isAlias ? (cloud.vmStateAliases[vmState] as string) : vmState);
  const status = rows?.byTaskState.get(task);
  // The table does not have the second spelling, so nothing under it is listed.
  if (status !== undefined) return { status, by: 'row', listed: !isAlias };
  if (rows && rows.otherwise !== null) {
    // Null under "any task_state" is what the document's plain line for the vm_state says.
    const plain = task === null;
    return { status: rows.otherwise, by: plain ? 'row' : 'default', listed: plain && !isAlias };
  }
  if (cloud.unlisted === 'UNKNOWN') return { status: 'UNKNOWN', by: 'note', listed: false };
  if (cloud.unknownVmState !== null && !isAlias && !Object.hasOwn(cloud.vmStates, vmState)) {
    return { status: cloud.unknownVmState, by: 'default', listed: false };
  }
  return { status: null, by: null, listed: false };
}

/**
 * The pairs that a row of the cloud gives this status, best first: without an operation under way, then those
 * that Nova produces, those after a failure last, then those that only the document has; each in the order of the
 * table.
 */
export function pairsFor(cloud: Cloud, status: string): Pair[] {
  return tablePairs(cloud, (row) => row.status === status);
}

/**
 * The pairs behind a cloud's rows, ordered as {@link pairsFor} orders them. A row for any task_state stands
 * for null and for each of the cloud's task_states that Nova produces there and no other row takes.
 */
export function tablePairs(cloud: Cloud, wanted: (row: Row) => boolean = () => true): Pair[] {
  const pairs = cloud.rows
    .filter(wanted)
    .flatMap((row) => (row.taskState === ANY ? spread(cloud, row) : [toPair(row)]));
  return pairs.sort((a, b) => rank(cloud, a) - rank(cloud, b));
}

function rank(cloud: Cloud, { vmState, taskState }: Pair): number {
  if (taskState === null) return 0;
  const [vm, task] = [novaName(cloud, vmState), novaName(cloud, taskState)];
  if (!isPlausible(vm, task)) return 3;
  return isSeldom(vm, task) ? 2 : 1;
}

function spread(cloud: Cloud, { vmState }: Row): Pair[] {
  const taken = cloud.index.get(vmState)?.byTaskState;
  return [null, ...Object.keys(cloud.taskStates)]
    .filter((taskState) => !taken?.has(taskState))
    .filter(
      (taskState) => taskState === null || isPlausible(novaName(cloud, vmState), novaName(cloud, taskState)),
    )
    .map((taskState) => ({ vmState, taskState }));
}

function toPair({ vmState, taskState }: Row): Pair {
  return { vmState, taskState };
}
