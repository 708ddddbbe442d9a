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

/** One action on the way of a server. */
export interface Step {
  /** Null where there is no server yet. */
  readonly from: string | null;
  readonly to: string;
  readonly action: MapAction;
}

/** Where a server in a state comes from and what can come next. */
export interface Way {
  /** At rest: the actions that lead into the vm_state. During an operation: what set the task_state. */
  readonly before: readonly Step[];
  /** How the operation under way ends, then what can be asked for now. */
  readonly next: readonly Step[];
  /** False for a pair that Nova never produces: nothing is known of its way then. */
  readonly plausible: boolean;
}

/** The way of a server with this vm_state and task_state, in the cloud's own names. */
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

/** Without the reset by an administrator, which leads from everywhere to everywhere and does nothing. */
const TELLING = API_ACTIONS.filter((action) => !isForAll(action) || action.sequence.length > 0);

function takes({ taskStates }: ApiAction, task: string | null): boolean {
  return taskStates === ANY || taskStates.includes(task);
}

/**
 * How an operation under way came to this vm_state, in Nova's names. It leaves the vm_state what it was until its end,
 * unless it makes the server, or has failed: then it began in a vm_state that allows it.
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

/** The actions that lead into a vm_state from the others. */
function into(say: Say, names: ReadonlyMap<string, string>, nova: string): Step[] {
  const others = [...names.keys()].filter((other) => other !== nova);
  return TELLING.flatMap((action) => others.flatMap((other) => steps(say, names, action, other))).filter(
    ({ to }) => to === names.get(nova),
  );
}

/** The ways that an action can take from a vm_state, as far as the cloud has their ends. */
function steps(say: Say, names: ReadonlyMap<string, string>, action: ApiAction, nova: string): Step[] {
  if (!canBegin(action, nova)) return [];
  const results = resultsFrom(action, nova);
  return (results.length === 0 ? [nova] : results).flatMap((result) => {
    const [from, to] = [names.get(nova), names.get(result)];
    return from === undefined || to === undefined ? [] : [{ from, to, action: toMapAction(say, action) }];
  });
}
