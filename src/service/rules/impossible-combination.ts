import { type Cloud, deriveStatus, isPlausible, isSeldom, knownTo, novaName, type Pair } from '../../mapping';
import { sayPair } from '../../words';
import { expectStatus } from '../judge/expect';
import { siblings } from '../judge/related';
import type { Subject } from '../judge/types';
import { setPair } from './remedies';
import type { Rule } from './types';

/** Each value is a real one, but no operation of the compute service ever sets the two together. */
export const impossibleCombination: Rule = {
  code: 'impossible-combination',
  severity: 'information',
  summary: 'Nova never produces this pair of vm_state and task_state.',
  *check(subject) {
    const { say, object, cloud, nova, vmState, taskState } = subject;
    const field = object.fields.taskState;
    if (!field || vmState === undefined || taskState === undefined || taskState === null) return;
    const vm = novaName(cloud, vmState);
    const task = novaName(cloud, taskState);
    // What Nova has no name for, it cannot be asked about.
    if (!knownTo(nova, 'vmState', vm) || !knownTo(nova, 'taskState', task)) return;
    if (isPossible(cloud, { vmState, taskState })) return;
    yield {
      span: field.span,
      message: say(
        'Nova never produces {pair}: no operation sets {taskState} on a server that is {vmState}.',
        {
          pair: sayPair(vmState, taskState),
          taskState,
          vmState,
        },
      ),
      related: siblings(subject, field).filter(({ span }) => span !== object.fields.status?.span),
      remedies: nearestPairs(cloud, { vmState, taskState })
        .filter((pair) => isRight(subject, pair))
        .flatMap((pair) => setPair(subject.object, pair)),
    };
  },
};

function isPossible(cloud: Cloud, { vmState, taskState }: Pair): boolean {
  return (
    isPlausible(novaName(cloud, vmState), novaName(cloud, taskState)) ||
    deriveStatus(cloud, vmState, taskState).by === 'row'
  );
}

/**
 * The possible pairs that are one value away: the server at rest, then the vm_states that the operation runs in.
 * What an operation leaves behind that failed is possible, and hardly what was meant.
 */
function nearestPairs(cloud: Cloud, { vmState, taskState }: Pair): Pair[] {
  const others = Object.keys(cloud.vmStates).map((other) => ({ vmState: other, taskState }));
  return [{ vmState, taskState: null }, ...others].filter(
    (pair) =>
      isPossible(cloud, pair) && !isSeldom(novaName(cloud, pair.vmState), novaName(cloud, pair.taskState)),
  );
}

/** True where the status that is written follows from the pair, or nobody can say. */
function isRight(subject: Subject, pair: Pair): boolean {
  const { status } = subject;
  return status === undefined || (expectStatus({ ...subject, ...pair })?.status ?? status) === status;
}
