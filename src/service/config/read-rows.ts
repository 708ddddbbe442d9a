import type { Node } from 'jsonc-parser';
import { ANY, type Cloud, knownTo, nearestValues, type Row, type StateField } from '../../mapping';
import { quote, quotePair, sayBoth, sayNearest, sayTogether } from '../../words';
import { isNullWord } from '../judge/read-server';
import { itemsOf, knownMembers, spanOf, textOf } from './nodes';
import type { Notes } from './types';

export const ROW_KEYS = ['vmState', 'taskState', 'status'] as const;

/** The names of the fields, and the keys under which a custom cloud lists their values. */
const FIELDS: Readonly<Record<StateField, { said: string; list: string }>> = {
  vmState: { said: 'vm_state', list: 'vmStates' },
  taskState: { said: 'task_state', list: 'taskStates' },
  status: { said: 'status', list: 'statuses' },
};

/**
 * Reads the rows of a custom cloud. Reports unknown values and duplicate pairs. Only a new task_state need not be
 * listed, as clouds mostly add operations; one that resembles a known task_state is reported as a misspelling.
 *
 * @param cloud the cloud without these rows: its inherited data and its listed values.
 */
export function readRows(node: Node, cloud: Cloud, notes: Notes): Row[] {
  const rows = new Map<string, Row>();
  for (const item of itemsOf(node, 'rows', notes)) {
    const row = readRow(item, cloud, notes);
    if (row === undefined) continue;
    const pair = JSON.stringify([row.vmState, row.taskState]);
    if (rows.has(pair)) {
      const said = notes.say('{pair} already has a row.', {
        pair: quotePair(row.vmState, row.taskState),
      });
      notes.add(said, spanOf(item));
    }
    rows.set(pair, row);
  }
  return [...rows.values()];
}

function readRow(item: Node, cloud: Cloud, notes: Notes): Row | undefined {
  const keys = knownMembers(item, notes.say('A row'), ROW_KEYS, notes);
  if (item.type !== 'object') return undefined;
  const missing = ROW_KEYS.filter((key) => keys[key] === undefined);
  if (missing.length > 0) {
    const { say } = notes;
    const lacks = say('This row has no {keys}.', { keys: sayBoth(say, missing) });
    const hint = missing.includes('taskState')
      ? say('null stands for no operation, "*" for every other one.')
      : undefined;
    notes.add(sayTogether(say, lacks, hint), spanOf(item));
  }
  const vmState = keys.vmState && readValue(keys.vmState, 'vmState', cloud, notes);
  const status = keys.status && readValue(keys.status, 'status', cloud, notes);
  // The API returns null; an empty string means the same.
  const isNone = keys.taskState?.type === 'null' || keys.taskState?.value === '';
  const taskState = isNone ? null : keys.taskState && readValue(keys.taskState, 'taskState', cloud, notes);
  return vmState === undefined || status === undefined || taskState === undefined
    ? undefined
    : { vmState, taskState, status };
}

function readValue(node: Node, field: StateField, cloud: Cloud, notes: Notes): string | undefined {
  const { said, list } = FIELDS[field];
  const value = textOf(node, field, notes);
  if (value === undefined || knownTo(cloud, field, value)) return value;
  if (field === 'taskState' && value === ANY) return value;
  if (value === '' || value === ANY) {
    notes.add(notes.say('A row has exactly one {field}.', { field: said }), spanOf(node));
    return undefined;
  }
  if (field === 'taskState' && isNullWord(value)) {
    notes.add(notes.say('For a server without an operation, write null without quotes.'), spanOf(node));
    return undefined;
  }
  const near = nearestValues(cloud, field, value);
  if (field === 'taskState' && near.length === 0) return value;
  const { say } = notes;
  const message = sayTogether(
    say,
    say('{value} is not a {field} of {cloud}.', { value: quote(value), field: said, cloud: cloud.title }),
    sayNearest(say, near),
    say('List a new value in {list}.', { list }),
  );
  notes.add(message, spanOf(node), near);
  return undefined;
}
