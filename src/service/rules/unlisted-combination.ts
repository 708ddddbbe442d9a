import { type Derivation, deriveStatus, knownTo } from '../../mapping';
import { quote, quotePair, type Text } from '../../words';
import { isUnlisted } from '../judge/readings';
import { siblings } from '../judge/related';
import { keepStatus, setValue } from './remedies';
import type { Rule } from './types';

/** Reports a status that OpenStack gives for a pair without a row in the cloud's document. */
export const unlistedCombination: Rule = {
  code: 'unlisted-combination',
  severity: 'warning',
  summary:
    "The cloud's document has no row for this pair, and OpenStack would give the status that is written.",
  check(subject) {
    const { say, object, cloud, vmState, taskState, status } = subject;
    const field = object.fields.status;
    if (!field || status === undefined || vmState === undefined || taskState === undefined) return [];
    if (!isUnlisted(subject)) return [];
    // Unknown values have no rows and are reported by other rules.
    if (!knownTo(cloud, 'vmState', vmState)) return [];
    if (taskState !== null && !knownTo(cloud, 'taskState', taskState)) return [];
    const { status: own, by } = deriveStatus(cloud, vmState, taskState);
    const parts = {
      cloud: cloud.title,
      pair: quotePair(vmState, taskState),
      status: quote(status),
      own: quote(own),
    };
    return [
      {
        span: field.span,
        message: say(messageFor(by), parts),
        expected: own === null ? [status] : [own, status],
        related: siblings(subject, field),
        remedies: [...(own === null ? [] : [setValue(field, own, false)]), ...keepStatus(subject)],
        severity: subject.chosen ? 'warning' : 'information',
      },
    ];
  },
};

/** Returns the message, depending on the part of the cloud's document that gives the pair a status. */
function messageFor(by: Derivation['by']): Text {
  if (by === 'note')
    return '{cloud} has no row for {pair}; by its note, the status is {own}. OpenStack gives {status}.';
  if (by === 'default')
    return '{cloud} has no row for {pair}; its default for this vm_state is {own}. OpenStack gives {status}.';
  return '{cloud} has no row for {pair}. OpenStack gives {status}.';
}
