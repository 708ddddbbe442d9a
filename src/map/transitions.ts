import { ANY, type Cloud, causesOf, isPlausible, NOVA_ACTIONS, type NovaAction, novaName } from '../mapping';
import { labelOf, type Say, sayData } from '../words';
import type { Anywhere, Keeping, MapAction, Transition } from './types';

/** An action of the API; the others are Nova's periodic tasks. */
export type ApiAction = NovaAction & { readonly call: string };

/**
 * All actions of the API. Those that few vm_states allow come first, as they are the most specific; those that every
 * server allows come last.
 */
export const API_ACTIONS: readonly ApiAction[] = NOVA_ACTIONS.filter(
  (action): action is ApiAction => action.call !== null,
).sort((a, b) => breadth(a) - breadth(b));

function breadth({ vmStates }: NovaAction): number {
  return vmStates === ANY ? Number.MAX_SAFE_INTEGER : vmStates.length;
}

/** Tells whether every server allows an action in any state: a delete, an administrator's reset. */
export function isForAll({ vmStates, taskStates }: NovaAction): boolean {
  return vmStates === ANY && taskStates === ANY;
}

/**
 * Returns the vm_states that an action ends in if it begins in this one, in Nova's names. Returns none if it cannot
 * begin there, or never changes the vm_state.
 */
export function resultsFrom(action: NovaAction, vmState: string): readonly string[] {
  if (!canBegin(action, vmState)) return [];
  const special = action.resultsFrom?.[vmState];
  if (special !== undefined) return special;
  // A rebuild that begins in active or stopped ends in the same vm_state. A reset sets any vm_state.
  const staysPut = !isForAll(action) && action.results.includes(vmState);
  return staysPut ? [vmState] : action.results;
}

/** Tells whether Nova allows the action in this vm_state. */
export function canBegin(action: NovaAction, vmState: string): boolean {
  if (isCreatedIn(action, vmState)) return true;
  if (action.vmStates !== ANY && !action.vmStates.includes(vmState)) return false;
  // Nova deletes any server that still exists. If no deletion can occur in a vm_state, the server is already gone.
  if (action.vmStates === ANY && !isPlausible(vmState, 'deleting')) return false;
  const { sequence, taskStates, id } = action;
  if (sequence.length > 0) return sequence.some((task) => causesOf(vmState, task).includes(id));
  return taskStates === ANY || taskStates.some((task) => isPlausible(vmState, task));
}

/** Tells whether a server has this vm_state while the action creates it. */
export function isCreatedIn({ id }: NovaAction, vmState: string): boolean {
  return causesOf(vmState, null).includes(id);
}

/** Returns the transitions between a cloud's vm_states. Actions with the same ends are grouped. */
export function transitionsOf(say: Say, cloud: Cloud): Transition[] {
  const found = new Map<string, { from: string | null; to: string; actions: MapAction[] }>();
  const add = (from: string | null, to: string, action: ApiAction) => {
    const key = JSON.stringify([from, to]);
    const known = found.get(key) ?? { from, to, actions: [] };
    known.actions.push(toMapAction(say, action));
    found.set(key, known);
  };
  const names = namesOf(cloud);
  for (const action of API_ACTIONS.filter((one) => !isForAll(one))) {
    for (const [nova, from] of names) {
      if (isCreatedIn(action, nova)) add(null, from, action);
      for (const result of resultsFrom(action, nova)) {
        const to = names.get(result);
        if (to !== undefined && to !== from) add(from, to, action);
      }
    }
  }
  return [...found.values()];
}

/** Returns the actions that every server allows, by the cloud's vm_state that they end in. */
export function anywhereOf(say: Say, cloud: Cloud): Anywhere[] {
  const names = namesOf(cloud);
  const results = new Set(API_ACTIONS.filter(isForAll).flatMap((action) => action.results));
  return [...results].flatMap((result) => {
    const to = names.get(result);
    const actions = API_ACTIONS.filter((action) => isForAll(action) && action.results.includes(result));
    return to === undefined ? [] : [{ to, actions: actions.map((action) => toMapAction(say, action)) }];
  });
}

/** Returns the operations that end in the vm_state they began in, with the vm_states that allow them. */
export function keepingOf(say: Say, cloud: Cloud): Keeping[] {
  const names = namesOf(cloud);
  return API_ACTIONS.filter((action) => !isForAll(action))
    .map((action) => ({
      action: toMapAction(say, action),
      vmStates: [...names].filter(([nova]) => keeps(action, nova)).map(([, name]) => name),
    }))
    .filter(({ vmStates }) => vmStates.length > 0);
}

/** Tells whether an action can begin and end in this vm_state. */
export function keeps(action: NovaAction, vmState: string): boolean {
  if (!canBegin(action, vmState)) return false;
  return action.results.length === 0 || resultsFrom(action, vmState).includes(vmState);
}

/** Maps Nova's names of a cloud's vm_states to the cloud's names. */
export function namesOf(cloud: Cloud): Map<string, string> {
  return new Map(Object.keys(cloud.vmStates).map((name) => [novaName(cloud, name), name]));
}

/** Converts an action for the map. Only its title is translated. */
export function toMapAction(say: Say, { id, title, call }: ApiAction): MapAction {
  return { id, label: labelOf(id), title: sayData(say, title), call };
}
