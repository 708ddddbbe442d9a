import { ANY, type Cloud, causesOf, isPlausible, NOVA_ACTIONS, type NovaAction, novaName } from '../mapping';
import { labelOf, type Say, sayData } from '../words';
import type { Anywhere, Keeping, MapAction, Transition } from './types';

/** An action that somebody can ask the API for; the others are Nova's own tasks. */
export type ApiAction = NovaAction & { readonly call: string };

/**
 * Every action of the API. What few vm_states allow comes first, as it says most about them; what every server
 * takes comes last.
 */
export const API_ACTIONS: readonly ApiAction[] = NOVA_ACTIONS.filter(
  (action): action is ApiAction => action.call !== null,
).sort((a, b) => breadth(a) - breadth(b));

function breadth({ vmStates }: NovaAction): number {
  return vmStates === ANY ? Number.MAX_SAFE_INTEGER : vmStates.length;
}

/** True for an action that every server takes, whatever its state: a delete, an administrator's reset. */
export function isForAll({ vmStates, taskStates }: NovaAction): boolean {
  return vmStates === ANY && taskStates === ANY;
}

/**
 * The vm_states that an action ends in when it begins in this one, in Nova's names; none where it cannot begin
 * there, or leaves every vm_state alone.
 */
export function resultsFrom(action: NovaAction, vmState: string): readonly string[] {
  if (!canBegin(action, vmState)) return [];
  const special = action.resultsFrom?.[vmState];
  if (special !== undefined) return special;
  // A rebuild ends active or stopped: as it began, where it began in one of the two. A reset writes what one likes.
  const staysPut = !isForAll(action) && action.results.includes(vmState);
  return staysPut ? [vmState] : action.results;
}

/** True where Nova takes the action in this vm_state. */
export function canBegin(action: NovaAction, vmState: string): boolean {
  if (isCreatedIn(action, vmState)) return true;
  if (action.vmStates !== ANY && !action.vmStates.includes(vmState)) return false;
  // Nova deletes every server that is still there: what cannot be under deletion is gone already.
  if (action.vmStates === ANY && !isPlausible(vmState, 'deleting')) return false;
  const { sequence, taskStates, id } = action;
  if (sequence.length > 0) return sequence.some((task) => causesOf(vmState, task).includes(id));
  return taskStates === ANY || taskStates.some((task) => isPlausible(vmState, task));
}

/** True for the vm_state that a server has while this action makes it. */
export function isCreatedIn({ id }: NovaAction, vmState: string): boolean {
  return causesOf(vmState, null).includes(id);
}

/** The ways between the vm_states of a cloud, those with the same ends together. */
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

/** The actions that every server takes, by the vm_state of the cloud that they end in. */
export function anywhereOf(say: Say, cloud: Cloud): Anywhere[] {
  const names = namesOf(cloud);
  const results = new Set(API_ACTIONS.filter(isForAll).flatMap((action) => action.results));
  return [...results].flatMap((result) => {
    const to = names.get(result);
    const actions = API_ACTIONS.filter((action) => isForAll(action) && action.results.includes(result));
    return to === undefined ? [] : [{ to, actions: actions.map((action) => toMapAction(say, action)) }];
  });
}

/** The operations that end in the vm_state in which they began, with the vm_states that allow them. */
export function keepingOf(say: Say, cloud: Cloud): Keeping[] {
  const names = namesOf(cloud);
  return API_ACTIONS.filter((action) => !isForAll(action))
    .map((action) => ({
      action: toMapAction(say, action),
      vmStates: [...names].filter(([nova]) => keeps(action, nova)).map(([, name]) => name),
    }))
    .filter(({ vmStates }) => vmStates.length > 0);
}

/** True for an action that begins and ends in this vm_state. */
export function keeps(action: NovaAction, vmState: string): boolean {
  if (!canBegin(action, vmState)) return false;
  return action.results.length === 0 || resultsFrom(action, vmState).includes(vmState);
}

/** Nova's names of a cloud's vm_states → the cloud's own. */
export function namesOf(cloud: Cloud): Map<string, string> {
  return new Map(Object.keys(cloud.vmStates).map((name) => [novaName(cloud, name), name]));
}

/** An action as the map tells of it. Only its title is in the reader's language. */
export function toMapAction(say: Say, { id, title, call }: ApiAction): MapAction {
  return { id, label: labelOf(id), title: sayData(say, title), call };
}
