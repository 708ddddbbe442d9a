import { type Cloud, NOVA_ACTIONS, type NovaAction } from '../mapping';
import { labelOf, type Say, sayData, titleBeside } from '../words';
import { isCreatedIn, isForAll, keeps, namesOf, resultsFrom } from './transitions';
import type { Operation, OperationWay } from './types';

/** Returns all operations that can change a server's state: the API's in Nova's order, and Nova's periodic tasks. */
export function operationsOf(say: Say, cloud: Cloud): Operation[] {
  const names = namesOf(cloud);
  return NOVA_ACTIONS.map((action) => toOperation(say, action, names)).filter(({ ways }) => ways.length > 0);
}

function toOperation(say: Say, action: NovaAction, names: ReadonlyMap<string, string>): Operation {
  const { id, call, note } = action;
  return {
    id,
    label: labelOf(id),
    title: titleBeside(say, action) ?? '',
    call,
    ways: waysOf(say, action, names),
    note: note === undefined ? '' : sayData(say, note),
  };
}

/** Returns the vm_states between which an action leads, if the cloud has them, grouped by their ends. */
function waysOf(say: Say, action: NovaAction, names: ReadonlyMap<string, string>): OperationWay[] {
  const ends = (results: readonly string[]) => results.flatMap((result) => names.get(result) ?? []);
  if (isForAll(action)) {
    const to = ends(action.results);
    return to.length === 0 ? [] : [{ from: [say('every vm_state')], to }];
  }
  const found = new Map<string, { from: string[]; to: readonly string[] }>();
  const add = (from: string, to: readonly string[]) => {
    const key = JSON.stringify(to);
    const known = found.get(key) ?? { from: [], to };
    known.from.push(from);
    if (to.length > 0) found.set(key, known);
  };
  for (const [nova, name] of names) {
    if (isCreatedIn(action, nova)) add(say('no server'), [name]);
    const left = resultsFrom(action, nova).filter((result) => result !== nova);
    add(name, [...(keeps(action, nova) ? [say('stays')] : []), ...ends(left)]);
  }
  return [...found.values()];
}
