import { deriveStatus, isPlausible, knownTo, novaName } from '../../mapping';
import { sayPair, siblings } from '../say';
import type { Rule } from '../types';

/** Each value is a real one, but no operation of the compute service ever sets the two together. */
export const impossibleCombination: Rule = {
  code: 'impossible-combination',
  severity: 'information',
  summary: 'Nova never produces this pair of vm_state and task_state.',
  *check(subject) {
    const { object, cloud, nova, vmState, taskState } = subject;
    const field = object.fields.taskState;
    if (!field || vmState === undefined || taskState === undefined || taskState === null) return;
    const vm = novaName(cloud, vmState);
    const task = novaName(cloud, taskState);
    // What Nova has no name for, it cannot be asked about.
    if (!knownTo(nova, 'vmState', vm) || !knownTo(nova, 'taskState', task)) return;
    if (isPlausible(vm, task) || deriveStatus(cloud, vmState, taskState).by === 'row') return;
    yield {
      span: field.span,
      message: `Nova never produces ${sayPair(vmState, taskState)}: no operation sets ${taskState} on a server that is ${vmState}.`,
      related: siblings(subject, field).filter(({ span }) => span !== object.fields.status?.span),
    };
  },
};
