import type { Cloud } from '../../mapping';
import { quote, type Say } from '../../words';
import { type RightStatuses, rightStatuses, type States, statesOf } from './right-statuses';
import { ifThen, KEYS, oneOf, type Ref, type Schema } from './terms';

/**
 * Returns an if/then for each group of states with the same right statuses. At most one applies to a server, so an
 * editor shows one message and offers only the right statuses.
 */
export function statusRules(say: Say, cloud: Cloud, nova: Cloud, ref: Ref): Schema[] {
  const tasks = [null, ...statesOf(cloud, 'taskState')];
  return groupsOf(rightStatuses(cloud, nova)).map((group) => {
    const conditions = casesOf(group).map((one) => conditionOf(one, tasks, ref));
    const [only, ...more] = conditions;
    const condition = only !== undefined && more.length === 0 ? only : { anyOf: conditions };
    return ifThen(condition, { properties: { [KEYS.status]: statusOf(say, cloud, nova, group) } });
  });
}

/** Groups states with the same right statuses and the same derived status. */
function groupsOf(all: readonly RightStatuses[]): RightStatuses[][] {
  const groups = new Map<string, RightStatuses[]>();
  for (const right of all) {
    const key = JSON.stringify([right.given, right.statuses]);
    groups.set(key, [...(groups.get(key) ?? []), right]);
  }
  return [...groups.values()];
}

/** vm_states that belong to a group with each of these task_states. */
interface Case {
  readonly vmStates: readonly (string | null)[];
  readonly taskStates: readonly (string | null)[];
}

function casesOf(group: readonly RightStatuses[]): Case[] {
  const byVmState = new Map<string | null, States[]>();
  for (const { states } of group)
    byVmState.set(states.vmState, [...(byVmState.get(states.vmState) ?? []), states]);
  const cases = new Map<string, Case>();
  for (const [vmState, states] of byVmState) {
    const taskStates = states.map(({ taskState }) => taskState);
    const key = JSON.stringify(taskStates);
    cases.set(key, { vmStates: [...(cases.get(key)?.vmStates ?? []), vmState], taskStates });
  }
  return [...cases.values()];
}

/** Returns the condition for a case. A missing key and an empty string count as null. */
function conditionOf({ vmStates, taskStates }: Case, allTasks: Case['taskStates'], ref: Ref): Schema {
  const required = [
    ...(vmStates.includes(null) ? [] : [KEYS.vmState]),
    ...(taskStates.includes(null) ? [] : [KEYS.taskState]),
  ];
  return {
    properties: {
      [KEYS.vmState]: among(vmStates),
      [KEYS.taskState]: taskCondition(taskStates, allTasks, ref),
    },
    ...(required.length > 0 && { required }),
  };
}

/** Lists the matching task_states or excludes the others, whichever is shorter. Unknown task_states never match. */
function taskCondition(fitting: Case['taskStates'], all: Case['taskStates'], ref: Ref): Schema {
  const others = all.filter((taskState) => !fitting.includes(taskState));
  if (others.length === 0) return ref('taskState');
  if (fitting.length <= others.length) return among(fitting);
  return { allOf: [ref('taskState'), { not: among(others) }] };
}

function among(values: readonly (string | null)[]): Schema {
  return { enum: values.includes(null) ? [...values, ''] : values };
}

function statusOf(say: Say, cloud: Cloud, nova: Cloud, [first]: readonly RightStatuses[]): Schema {
  const { statuses, given } = first as RightStatuses;
  const meanings = { ...nova.statuses, ...cloud.statuses };
  const errorMessage =
    given === undefined
      ? say('The table of {cloud} does not give this status for this vm_state and task_state.', {
          cloud: cloud.title,
        })
      : say('{cloud} gives {status} for this vm_state and task_state.', {
          cloud: cloud.title,
          status: quote(given),
        });
  // An enum must not be empty.
  if (statuses.length === 0) return { not: {}, errorMessage };
  const told = statuses.map((value) => ({ value, meaning: value === null ? '' : (meanings[value] ?? '') }));
  return { ...oneOf(told), errorMessage };
}
