import { knownTo, nearestValues } from '../../mapping';
import { expectStatus, isUnlisted } from '../expect';
import { setValue } from '../fixes';
import { sayNearest, sayPair, sayValue, siblings } from '../say';
import type { Rule } from '../types';

/** The status is none that the cloud has. */
export const unknownStatus: Rule = {
  code: 'unknown-status',
  severity: 'error',
  summary: "The status is not in the cloud's list.",
  *check(subject) {
    const { fixture, object, cloud, vmState, taskState, status } = subject;
    const field = object.fields.status;
    if (!field || status === undefined || knownTo(cloud, 'status', status) || isUnlisted(subject)) return;
    const near = nearestValues(cloud, 'status', status);
    const derived = expectStatus(subject)?.status;
    const right = derived === undefined ? near : [derived];
    const table =
      derived === undefined ? '' : ` ${sayPair(vmState ?? '', taskState ?? null)} gives ${derived}.`;
    const nearest = near.length === 1 && near[0] === derived ? sayNearest([]) : sayNearest(near);
    yield {
      span: field.span,
      message: `${cloud.title} has no status ${sayValue(status)}${nearest}${table}`,
      expected: right,
      related: siblings(subject, field),
      fixes: [...new Set([...right, ...near])].flatMap((value, i) =>
        setValue(fixture, field, value, i === 0),
      ),
    };
  },
};
