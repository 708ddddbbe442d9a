import { knownTo, nearestValues } from '../../mapping';
import { sayNearest, sayPair, sayTogether, sayValue } from '../../words';
import { expectStatus, isUnlisted } from '../judge/expect';
import { siblings } from '../judge/related';
import { setValue } from './remedies';
import type { Rule } from './types';

/** The status is none that the cloud has. */
export const unknownStatus: Rule = {
  code: 'unknown-status',
  severity: 'error',
  summary: "The status is not in the cloud's list.",
  *check(subject) {
    const { say, object, cloud, vmState, taskState, status } = subject;
    const field = object.fields.status;
    if (!field || status === undefined || knownTo(cloud, 'status', status) || isUnlisted(subject)) return;
    const near = nearestValues(cloud, 'status', status);
    const derived = expectStatus(subject)?.status;
    const right = derived === undefined ? near : [derived];
    const isSame = near.length === 1 && near[0] === derived;
    yield {
      span: field.span,
      message: sayTogether(
        say,
        say('{cloud} has no {field} {value}.', {
          cloud: cloud.title,
          field: 'status',
          value: sayValue(status),
        }),
        isSame ? undefined : sayNearest(say, near),
        derived &&
          say('{pair} gives {status}.', {
            pair: sayPair(vmState ?? '', taskState ?? null),
            status: derived,
          }),
      ),
      expected: right,
      related: siblings(subject, field),
      remedies: [...new Set([...right, ...near])].map((value, i) => setValue(field, value, i === 0)),
    };
  },
};
