import { type Cloud, deriveStatus, isPlausible, isSeldom, knownTo, novaName, type Pair } from '../../mapping';
import { quote, quotePair } from '../../words';
import { canHave, readingsOf } from '../judge/readings';
import { siblings } from '../judge/related';
import type { Subject } from '../judge/types';
import { setPair } from './remedies';
import type { Rule } from './types';

/** Reports a pair of known values that no operation of the compute service sets together. */
export const impossibleCombination: Rule = {
  code: 'impossible-combination',
  severity: 'information',
  summary: 'Nova never produces this pair of vm_state and task_state.',
  check(subject) {
    const { say, object, cloud, vmState, taskState } = subject;
    const field = object.fields.taskState;
    if (!field || !vmState || !taskState || !isImpossible(subject)) return [];
    return [
      {
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
      },
    ];
  },
};

/** Tells whether Nova never sets a server's vm_state and task_state together. */
export function isImpossible({ cloud, nova, vmState, taskState }: Subject): boolean {
  if (vmState === undefined || taskState === undefined || taskState === null) return false;
  // A value without a name in Nova cannot be judged.
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
 * Returns the possible pairs that differ in one value: first the pair without an operation, then the vm_states in which
 * the operation occurs. Omits pairs that only a failed operation leaves, as they are rarely meant.
 */
function nearestPairs(cloud: Cloud, { vmState, taskState }: Pair): Pair[] {
  const others = Object.keys(cloud.vmStates).map((other) => ({ vmState: other, taskState }));
  return [{ vmState, taskState: null }, ...others].filter(
    (pair) =>
      isPossible(cloud, pair) && !isSeldom(novaName(cloud, pair.vmState), novaName(cloud, pair.taskState)),
  );
}

/** Tells whether the written status follows from the pair, or cannot be judged. */
function isRight(subject: Subject, pair: Pair): boolean {
  const { cloud, nova, status } = subject;
  return status === undefined || canHave(readingsOf(cloud, nova, pair), status);
}
