import { ANY, type Cloud, causesOf, novaName } from '../mapping';
import type { Say } from '../words';
import {
  API_ACTIONS,
  type ApiAction,
  canBegin,
  isForAll,
  namesOf,
  resultsFrom,
  toMapAction,
} from './transitions';
import type { MapAction } from './types';

/** An action that a server has gone or can go through. */
export interface Step {
  /** Null for the creation of a server. */
  readonly from: string | null;
  readonly to: string;
  readonly action: MapAction;
}

/** The actions that led to a server's state, and those that can follow. */
export interface Way {
  /** Without an operation: the actions that lead into the vm_state. During one: the actions that set the task_state. */
  readonly before: readonly Step[];
  /** How the operation under way ends, then the actions that are allowed now. */
  readonly next: readonly Step[];
  /** False for a pair that Nova never produces; its actions are unknown. */
  readonly plausible: boolean;
}

/** Returns the actions around a state, which is given in the cloud's names. */
export function wayOf(say: Say, cloud: Cloud, vmState: string, taskState: string | null): Way {
  const nova = novaName(cloud, vmState);
  const task = novaName(cloud, taskState === '' ? null : taskState);
  const causes = causesOf(nova, task);
  if (causes.length === 0) return { before: [], next: [], plausible: false };
  const names = namesOf(cloud);
  const begun = TELLING.filter(({ id }) => causes.includes(id));
  const allowed = TELLING.filter(
    (action) => !begun.includes(action) && takes(action, task) && canBegin(action, nova),
  );
  const before =
    begun.length > 0
      ? begun.flatMap((action) => beginnings(say, names, action, nova, task))
      : into(say, names, nova);
  return {
    before,
    next: [...begun, ...allowed].flatMap((action) => steps(say, names, action, nova)),
    plausible: true,
  };
}

/** Omits the administrator's reset: it leads from every vm_state to active or error, so it explains nothing. */
const TELLING = API_ACTIONS.filter((action) => !isForAll(action) || action.sequence.length > 0);

function takes({ taskStates }: ApiAction, task: string | null): boolean {
  return taskStates === ANY || taskStates.includes(task);
}

/**
 * Returns where an operation under way began, given its current vm_state in Nova's names. An operation keeps the
 * vm_state until its end. The exceptions are a creation, and a failed operation, which began in a vm_state that allows
 * it.
 */
function beginnings(
  say: Say,
  names: ReadonlyMap<string, string>,
  action: ApiAction,
  nova: string,
  task: string | null,
): Step[] {
  const to = names.get(nova) ?? nova;
  const made = toMapAction(say, action);
  if (action.vmStates.length === 0) return [{ from: null, to, action: made }];
  if (canBegin(action, nova)) return [{ from: to, to, action: made }];
  return [...names]
    .filter(([other]) => canBegin(action, other) && causesOf(other, task).includes(action.id))
    .map(([, from]) => ({ from, to, action: made }));
}

/** Returns the actions that lead into a vm_state from others. */
function into(say: Say, names: ReadonlyMap<string, string>, nova: string): Step[] {
  const others = [...names.keys()].filter((other) => other !== nova);
  return TELLING.flatMap((action) => others.flatMap((other) => steps(say, names, action, other))).filter(
    ({ to }) => to === names.get(nova),
  );
}

/** Returns the steps of an action from a vm_state, if the cloud has their ends. */
function steps(say: Say, names: ReadonlyMap<string, string>, action: ApiAction, nova: string): Step[] {
  if (!canBegin(action, nova)) return [];
  const results = resultsFrom(action, nova);
  return (results.length === 0 ? [nova] : results).flatMap((result) => {
    const [from, to] = [names.get(nova), names.get(result)];
    return from === undefined || to === undefined ? [] : [{ from, to, action: toMapAction(say, action) }];
  });
}
