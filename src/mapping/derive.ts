import { isPlausible, isSeldom, novaName } from './plausible';
import { ANY, type Cloud, type Derivation, type Pair, type Row } from './types';

/**
 * Derives a server's status from a cloud's table. Like the clouds themselves, it compares values exactly, including
 * case. An empty task_state counts as null.
 */
export function deriveStatus(cloud: Cloud, vmState: string, taskState: string | null): Derivation {
  const task = taskState === '' ? null : taskState;
  const isAlias = Object.hasOwn(cloud.vmStateAliases, vmState);
  const rows = cloud.index.get(isAlias ? (cloud.vmStateAliases[vmState] as string) : vmState);
  const status = rows?.byTaskState.get(task);
  // The table lacks the alias, so its pairs are not listed.
  if (status !== undefined) return { status, by: 'row', listed: !isAlias };
  if (rows && rows.otherwise !== null) {
    // For a null task_state, the row for any task_state is the document's entry for the vm_state without a task_state.
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
 * Returns the pairs to which a row of the cloud gives this status, best first: pairs without an operation, pairs that
 * Nova produces, pairs that only a failed operation leaves, and pairs that Nova never produces. Within each group, they
 * are in table order.
 */
export function pairsFor(cloud: Cloud, status: string): Pair[] {
  return tablePairs(cloud, (row) => row.status === status);
}

/**
 * Returns the pairs of a cloud's rows, in the order of {@link pairsFor}. A row for any task_state stands for null and
 * for each task_state that Nova produces there, except those with another row.
 */
export function tablePairs(cloud: Cloud, wanted: (row: Row) => boolean = () => true): Pair[] {
  const pairs = cloud.rows
    .filter(wanted)
    .flatMap((row) => (row.taskState === ANY ? spread(cloud, row) : [toPair(row)]));
  return pairs.sort((a, b) => rank(cloud, a) - rank(cloud, b));
}

/** Returns the rank of a pair in the order of {@link pairsFor}, from 0 for the best. */
function rank(cloud: Cloud, { vmState, taskState }: Pair): number {
  if (taskState === null) return 0;
  const [vm, task] = [novaName(cloud, vmState), novaName(cloud, taskState)];
  if (!isPlausible(vm, task)) return 3;
  return isSeldom(vm, task) ? 2 : 1;
}

/** Returns the pairs of a row for any task_state. */
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
