import { ANY, type Cloud, novaName, type Source, type StatusChoice, statusChoices } from '../mapping';
import { type Say, sayAll } from '../words';
import { operationsOf } from './operations';
import { anywhereOf, keepingOf, transitionsOf } from './transitions';
import type { MapCell, MapRow, StateMap } from './types';

/** The vm_states in Nova's names, in the order of a server's life. Those of custom clouds follow. */
const ORDER: readonly string[] = [
  'building',
  'active',
  'stopped',
  'paused',
  'suspended',
  'rescued',
  'resized',
  'shelved',
  'shelved_offloaded',
  'error',
  'soft-delete',
  'deleted',
];

/** The source of the transitions, for all clouds. */
const TRANSITIONS_SOURCE: Omit<Source, 'title'> = {
  url: 'https://opendev.org/openstack/nova/src/commit/00a030403f672b975364c855b7d25b40ef83e757/nova/compute/api.py',
  date: '2026-08-21',
};

/**
 * Returns a cloud's table as a matrix, and the transitions between its vm_states.
 *
 * @param cloud with its meanings in the user's language.
 */
export function stateMap(say: Say, cloud: Cloud): StateMap {
  const choices = new Map(statusChoices(cloud).map((choice) => [choice.status, choice]));
  const rows = Object.keys(cloud.vmStates)
    .map((vmState) => rowOf(cloud, vmState, choices))
    .sort((a, b) => placeOf(a) - placeOf(b));
  const operations = cloud.rows.map(({ status }) => status);
  const inColumns = new Set(
    rows.flatMap(({ cells }) => cells.filter(({ atRest }) => !atRest)).map(({ status }) => status),
  );
  const columns = [...new Set([...operations, ...inColumns])].filter((status) => inColumns.has(status));
  const all = [...rows, ...unknownRow(say, cloud)];
  return {
    cloud: { id: cloud.id, title: cloud.title },
    sources: [
      ...cloud.sources,
      { title: say('transitions: nova/compute/api.py and manager.py'), ...TRANSITIONS_SOURCE },
    ],
    columns,
    rows: all,
    transitions: transitionsOf(say, cloud),
    anywhere: anywhereOf(say, cloud),
    keeping: keepingOf(say, cloud),
    operations: operationsOf(say, cloud),
    notes: notesOf(say, cloud, all),
  };
}

function placeOf({ novaName }: MapRow): number {
  const place = ORDER.indexOf(novaName ?? '');
  return place < 0 ? ORDER.length : place;
}

/** Returns the row of a vm_state. Its cell without an operation comes first. */
function rowOf(cloud: Cloud, vmState: string, choices: ReadonlyMap<string, StatusChoice>): MapRow {
  const own = cloud.rows.filter((row) => row.vmState === vmState);
  const byDefault = own.findLast(({ taskState }) => taskState === ANY)?.status;
  const named = own.filter(({ taskState }) => taskState !== ANY);
  const atRest = named.findLast(({ taskState }) => taskState === null)?.status ?? byDefault;
  const cell = (status: string, by: MapCell['by'], others: boolean): MapCell => ({
    status,
    meaning: cloud.statuses[status] ?? '',
    atRest: status === atRest,
    taskStates: taskStatesOf(named, status, status === byDefault),
    others,
    by,
    pairs: (choices.get(status)?.pairs ?? []).flatMap((pair) => (pair?.vmState === vmState ? [pair] : [])),
  });
  const cells = [...new Set(own.map(({ status }) => status))].map((status) =>
    cell(status, named.some((row) => row.status === status) ? 'row' : 'default', status === byDefault),
  );
  // By the note, every pair without a row is UNKNOWN, so such a vm_state gets a cell for it.
  const noted =
    byDefault === undefined && cloud.unlisted === 'UNKNOWN' ? [cell('UNKNOWN', 'note', true)] : [];
  return {
    vmState,
    novaName: novaName(cloud, vmState),
    meaning: cloud.vmStates[vmState] ?? '',
    cells: [...cells, ...noted].sort((a, b) => Number(b.atRest) - Number(a.atRest)),
  };
}

/**
 * Returns the task_states that a vm_state's rows name for a status, null first. A row for any task_state includes null,
 * unless another row has it.
 */
function taskStatesOf(
  rows: readonly { taskState: string | null; status: string }[],
  status: string,
  byDefault: boolean,
): (string | null)[] {
  const own = rows.filter((row) => row.status === status).map(({ taskState }) => taskState);
  const nullTaken = rows.some(({ taskState }) => taskState === null);
  const none = own.includes(null) || (byDefault && !nullTaken) ? [null] : [];
  return [...none, ...own.filter((taskState) => taskState !== null)];
}

/** Returns the row for every vm_state that is not in the table, if the cloud defines its status. */
function unknownRow(say: Say, cloud: Cloud): MapRow[] {
  const status = cloud.unlisted === 'UNKNOWN' ? 'UNKNOWN' : cloud.unknownVmState;
  if (status === null) return [];
  const cell: MapCell = {
    status,
    meaning: cloud.statuses[status] ?? '',
    atRest: true,
    taskStates: [null],
    others: true,
    by: cloud.unlisted === 'UNKNOWN' ? 'note' : 'default',
    pairs: [],
  };
  const meaning = say('A vm_state that the table does not list.');
  return [{ vmState: null, novaName: null, meaning, cells: [cell] }];
}

/** Returns notes about the pairs and statuses that the matrix does not show. */
function notesOf(say: Say, cloud: Cloud, rows: readonly MapRow[]): string[] {
  const shown = new Set(rows.flatMap(({ cells }) => cells.map(({ status }) => status)));
  const left = Object.keys(cloud.statuses).filter((status) => !shown.has(status));
  return [
    ...(cloud.unlisted === 'silent' ? [say('The document does not cover any other pair.')] : []),
    ...(left.length > 0
      ? [
          say('In the list of statuses, but in no row of the table: {statuses}.', {
            statuses: sayAll(say, left),
          }),
        ]
      : []),
  ];
}
