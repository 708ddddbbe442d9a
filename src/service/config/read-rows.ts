import type { Node } from 'jsonc-parser';
import { ANY, type Cloud, knownTo, nearestValues, type Row, type StateField } from '../../mapping';
import { isNullWord } from '../read-server';
import { sayList, sayPair, sayValue } from '../say';
import { itemsOf, knownMembers, spanOf, textOf } from './nodes';
import type { Report } from './types';

/** The keys of a row. */
export const ROW_KEYS = ['vmState', 'taskState', 'status'] as const;

/** The fields as people say them, and where a cloud of a config lists their values. */
const FIELDS: Readonly<Record<StateField, { said: string; list: string }>> = {
  vmState: { said: 'vm_state', list: 'vmStates' },
  taskState: { said: 'task_state', list: 'taskStates' },
  status: { said: 'status', list: 'statuses' },
};

/**
 * Reads a cloud's own rows. Reported are values that the cloud does not have, and a second row for a pair. Only a
 * new task_state need not be listed: operations are what clouds add most. One that is nearly a known task_state is
 * taken for a slip.
 *
 * @param cloud the cloud without these rows: what it takes over, and the values that it lists
 */
export function readRows(node: Node, cloud: Cloud, report: Report): Row[] {
  const rows = new Map<string, Row>();
  for (const item of itemsOf(node, 'rows', report)) {
    const row = readRow(item, cloud, report);
    if (row === undefined) continue;
    const pair = JSON.stringify([row.vmState, row.taskState]);
    if (rows.has(pair)) {
      report(`There is a row for ${sayPair(row.vmState, row.taskState)} already.`, spanOf(item));
    }
    rows.set(pair, row);
  }
  return [...rows.values()];
}

function readRow(item: Node, cloud: Cloud, report: Report): Row | undefined {
  const keys = knownMembers(item, 'A row', ROW_KEYS, report);
  if (item.type !== 'object') return undefined;
  const missing = ROW_KEYS.filter((key) => keys[key] === undefined);
  if (missing.length > 0) {
    const hint = missing.includes('taskState')
      ? ' null stands for no operation, "*" for every other one.'
      : '';
    report(`This row lacks ${missing.join(' and ')}.${hint}`, spanOf(item));
  }
  const vmState = keys.vmState && readValue(keys.vmState, 'vmState', cloud, report);
  const status = keys.status && readValue(keys.status, 'status', cloud, report);
  // The API answers null; an empty text means the same.
  const isNone = keys.taskState?.type === 'null' || keys.taskState?.value === '';
  const taskState = isNone ? null : keys.taskState && readValue(keys.taskState, 'taskState', cloud, report);
  return vmState === undefined || status === undefined || taskState === undefined
    ? undefined
    : { vmState, taskState, status };
}

function readValue(node: Node, field: StateField, cloud: Cloud, report: Report): string | undefined {
  const { said, list } = FIELDS[field];
  const value = textOf(node, field, report);
  if (value === undefined || knownTo(cloud, field, value)) return value;
  if (field === 'taskState' && value === ANY) return value;
  if (value === '' || value === ANY) {
    report(`A row names one ${said}.`, spanOf(node));
    return undefined;
  }
  if (field === 'taskState' && isNullWord(value)) {
    report('A row for a server without an operation has null, without quotes.', spanOf(node));
    return undefined;
  }
  const near = nearestValues(cloud, field, value);
  if (field === 'taskState' && near.length === 0) return value;
  const meant = near.length === 0 ? '' : ` Did you mean ${sayList(near)}?`;
  report(
    `${sayValue(value)} is no ${said} of ${cloud.title}.${meant} A new one has to be listed in ${list}.`,
    spanOf(node),
  );
  return undefined;
}
