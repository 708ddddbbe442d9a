import {
  ANY,
  type Cloud,
  clouds,
  DEFAULT_CLOUD,
  deriveStatus,
  isPlausible,
  novaName,
  type Pair,
  type Vocabulary,
} from '../../src/mapping';
import { code } from '../../src/words';
import { list, table } from './markdown';

/** Returns the differences between a cloud's table and OpenStack's, as Markdown. */
export function differences(cloud: Cloud): string {
  const openstack = clouds.get(DEFAULT_CLOUD);
  if (openstack === undefined) throw new Error('There is no default cloud.');
  const never = rowsThatNeverAre(cloud);
  const others = otherStatuses(cloud, openstack);
  return [
    list([
      ...vocabulary('statuses', cloud.statuses, openstack.statuses, (value) => value),
      ...vocabulary('vm_states', cloud.vmStates, openstack.vmStates, (value) => novaName(cloud, value)),
      ...vocabulary('task_states', cloud.taskStates, openstack.taskStates, (value) => novaName(cloud, value)),
      ...(never.length === 0
        ? []
        : [`Rows for pairs that Nova never produces: ${never.map(sayPair).join(', ')}.`]),
    ]),
    others.length === 0
      ? '\nBoth clouds give the same status for every pair that Nova produces with values that both have.\n'
      : `\nThe clouds differ on these pairs. Only pairs that Nova produces, with values that both clouds have, are compared:\n\n${table(
          ['vm_state', 'task_state', 'OpenStack', cloud.title],
          others,
        )}`,
  ].join('');
}

/** Lists the values that only one of them has, by Nova's names. */
function vocabulary(
  what: string,
  own: Vocabulary,
  theirs: Vocabulary,
  nova: (value: string) => string,
): string[] {
  const known = new Set(Object.keys(own).map(nova));
  const more = Object.keys(own).filter((value) => !Object.hasOwn(theirs, nova(value)));
  const lacking = Object.keys(theirs).filter((value) => !known.has(value));
  const say = (start: string, values: string[]) =>
    values.length === 0 ? [] : [`${start} ${values.map(code).join(', ')}.`];
  return [
    ...say(`${capital(what)} that OpenStack does not have:`, more),
    ...say(`OpenStack's ${what} that this cloud does not have:`, lacking),
  ];
}

/** Returns a line for the pairs of a vm_state with the same two statuses in both clouds. */
function otherStatuses(cloud: Cloud, openstack: Cloud): string[][] {
  const lines = new Map<string, { vmState: string; taskStates: string[]; there: string; here: string }>();
  for (const { vmState, taskState } of pairsOfNova(cloud)) {
    const here = deriveStatus(cloud, vmState, taskState).status;
    const there = deriveStatus(openstack, novaName(cloud, vmState), novaName(cloud, taskState)).status;
    if (here === there || there === null) continue;
    const key = [vmState, there, here].join();
    const line = lines.get(key) ?? { vmState, taskStates: [], there, here: here ?? '' };
    line.taskStates.push(taskState === null ? 'null' : code(taskState));
    lines.set(key, line);
  }
  return [...lines.values()].map(({ vmState, taskStates, there, here }) => [
    code(vmState),
    taskStates.join(', '),
    code(there),
    here === '' ? 'no row' : code(here),
  ]);
}

/** Returns the pairs of a cloud's values that Nova produces. */
function pairsOfNova(cloud: Cloud): Pair[] {
  return Object.keys(cloud.vmStates).flatMap((vmState) =>
    [null, ...Object.keys(cloud.taskStates)]
      .filter((taskState) => isPlausible(novaName(cloud, vmState), novaName(cloud, taskState)))
      .map((taskState) => ({ vmState, taskState })),
  );
}

function rowsThatNeverAre(cloud: Cloud): Pair[] {
  return cloud.rows.filter(
    ({ vmState, taskState }) =>
      taskState !== ANY && !isPlausible(novaName(cloud, vmState), novaName(cloud, taskState)),
  );
}

function sayPair({ vmState, taskState }: Pair): string {
  return `${code(vmState)} + ${taskState === null ? 'null' : code(taskState)}`;
}

/** Capitalizes a word, except for vm_state and task_state. */
function capital(what: string): string {
  return what.includes('_') ? what : what.charAt(0).toUpperCase() + what.slice(1);
}
