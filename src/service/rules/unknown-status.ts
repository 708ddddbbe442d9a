import { knownTo, nearestValues } from '../../mapping';
import { quote, quotePair, sayNearest, sayTogether } from '../../words';
import { canHave, expectStatus, usualReadings } from '../judge/readings';
import { siblings } from '../judge/related';
import type { Subject } from '../judge/types';
import { MAX_OFFERED, setValue } from './remedies';
import type { Rule } from './types';
import { sayUnknown } from './unknown-value';

/** Reports a status that the cloud does not have. */
export const unknownStatus: Rule = {
  code: 'unknown-status',
  severity: 'error',
  summary: "The status is not in the cloud's list.",
  check(subject) {
    const { say, object, cloud, vmState, taskState } = subject;
    const field = object.fields.status;
    if (field?.kind !== 'string') return [];
    const status = field.text;
    if (knownTo(cloud, 'status', status) || isElsewhere(subject, status)) return [];
    const near = nearestValues(cloud, 'status', status);
    const derived = expectStatus(subject)?.status;
    const usual = usualReadings(subject).map((reading) => reading.status);
    // A misspelt status that the server cannot have is not suggested.
    const meant = near.filter((value) => canHave(subject, value));
    const right = derived === undefined && meant.length > 0 ? meant : usual;
    const isSure = right === meant || right.length === 1;
    const isSame = near.length === 1 && near[0] === derived;
    return [
      {
        span: field.span,
        message: sayTogether(
          say,
          sayUnknown(subject, 'status', status),
          isSame ? undefined : sayNearest(say, near),
          derived &&
            say('{pair} gives {status}.', {
              pair: quotePair(vmState ?? '', taskState ?? null),
              status: quote(derived),
            }),
        ),
        expected: right,
        related: siblings(subject, field),
        remedies: [...new Set([...right.slice(0, MAX_OFFERED), ...near])].map((value, i) =>
          setValue(field, value, isSure && i === 0),
        ),
      },
    ];
  },
};

/** Tells whether a status is OpenStack's and possible, where the cloud's document does not cover the pair. */
function isElsewhere(subject: Subject, status: string): boolean {
  return knownTo(subject.nova, 'status', status) && subject.readings.length > 0 && canHave(subject, status);
}
