import { deriveStatus } from '../../mapping';
import { isUnlisted } from '../expect';
import { keepStatus, setValue } from '../fixes';
import { sayPair, siblings } from '../say';
import type { Rule } from '../types';

/** OpenStack would give the status that is written, but the cloud's own document has no row for the pair. */
export const unlistedCombination: Rule = {
  code: 'unlisted-combination',
  severity: 'warning',
  summary:
    "The cloud's document has no row for this pair, and OpenStack would give the status that is written.",
  *check(subject) {
    const { say, object, cloud, vmState, taskState, status } = subject;
    const field = object.fields.status;
    if (!field || status === undefined || vmState === undefined || taskState === undefined) return;
    if (!isUnlisted(subject)) return;
    const noted = deriveStatus(cloud, vmState, taskState).status;
    const parts = { cloud: cloud.title, pair: sayPair(vmState, taskState), status };
    yield {
      span: field.span,
      message:
        noted === null
          ? say('{cloud} lists no row for {pair}. {status} is what OpenStack gives.', parts)
          : say(
              '{cloud} lists no row for {pair}; its note makes the status {noted}. {status} is what OpenStack gives.',
              { ...parts, noted },
            ),
      expected: noted === null ? [status] : [noted, status],
      related: siblings(subject, field),
      fixes: [...(noted === null ? [] : setValue(subject, field, noted, false)), ...keepStatus(subject)],
      severity: subject.chosen ? 'warning' : 'information',
    };
  },
};
