import { type Cloud, deriveStatus, isPlausible, isSeldom, knownTo, novaName, type Pair } from '../../mapping';
import { quote, quotePair } from '../../words';
import { canHave, readingsOf } from '../judge/readings';
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
    const { say, object, cloud, vmState, taskState } = subject;
    const field = object.fields.taskState;
    if (!field || !vmState || !taskState || !isImpossible(subject)) return;
    yield {
      span: field.span,
      message: say(
        'Nova never produces {pair}: no operation sets {taskState} on a server whose vm_state is {vmState}.',
        {
          pair: quotePair(vmState, taskState),
          taskState: quote(taskState),
          vmState: quote(vmState),
        },
      ),
      related: siblings(subject, field).filter(({ span }) => span !== object.fields.status?.span),
      remedies: nearestPairs(cloud, { vmState, taskState })
        .filter((pair) => isRight(subject, pair))
        .flatMap((pair) => setPair(subject.object, pair)),
    };
  },
};

/** True for a server whose vm_state and task_state Nova never sets together. */
export function isImpossible({ cloud, nova, vmState, taskState }: Subject): boolean {
  if (vmState === undefined || taskState === undefined || taskState === null) return false;
  // What Nova has no name for, it cannot be asked about.
  if (!knownTo(nova, 'vmState', novaName(cloud, vmState))) return false;
  if (!knownTo(nova, 'taskState', novaName(cloud, taskState))) return false;
  return !isPossible(cloud, { vmState, taskState });
}

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
  const { cloud, nova, status } = subject;
  return status === undefined || canHave(readingsOf(cloud, nova, pair), status);
}
