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
    const { fixture, object, cloud, vmState, taskState, status } = subject;
    const field = object.fields.status;
    if (!field || status === undefined || vmState === undefined || taskState === undefined) return;
    if (!isUnlisted(subject)) return;
    const noted = deriveStatus(cloud, vmState, taskState).status;
    const note = noted === null ? '' : `; its note makes the status ${noted}`;
    yield {
      span: field.span,
      message: `${cloud.title} lists no row for ${sayPair(vmState, taskState)}${note}. ${status} is what OpenStack gives.`,
      expected: noted === null ? [status] : [noted, status],
      related: siblings(subject, field),
      fixes: [...(noted === null ? [] : setValue(fixture, field, noted, false)), ...keepStatus(subject)],
      severity: subject.chosen ? 'warning' : 'information',
    };
  },
};
