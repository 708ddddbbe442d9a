import type { Cloud } from '../../mapping';
import { quote, type Say } from '../../words';
import { type RightStatuses, rightStatuses, type States, statesOf } from './right-statuses';
import { ifThen, KEYS, oneOf, type Ref, type Schema } from './terms';

/**
 * Returns one if/then for all states beside which the same statuses are right. At most one of them applies to a server,
 * so an editor has one thing to say about a status, and offers the right ones only.
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

/** What has the same right statuses, and the same one to name. */
function groupsOf(all: readonly RightStatuses[]): RightStatuses[][] {
  const groups = new Map<string, RightStatuses[]>();
  for (const right of all) {
    const key = JSON.stringify([right.given, right.statuses]);
    groups.set(key, [...(groups.get(key) ?? []), right]);
  }
  return [...groups.values()];
}

/** vm_states, each of which belongs to a group with each of the task_states. */
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

/** A key that is missing counts as null, and so does an empty text. */
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

/** Names those that fit, or those that do not, whichever are fewer. One that the cloud does not have never fits. */
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
  // An enum may not be empty.
  if (statuses.length === 0) return { not: {}, errorMessage };
  const told = statuses.map((value) => ({ value, meaning: value === null ? '' : (meanings[value] ?? '') }));
  return { ...oneOf(told), errorMessage };
}
