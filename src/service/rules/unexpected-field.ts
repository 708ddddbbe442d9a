import { knownTo, STATUSES_WITH_FAULT, STATUSES_WITH_PROGRESS } from '../../mapping';
import { expectStatus, isUnlisted } from '../expect';
import { removeField } from '../remove-field';
import { sayList } from '../say';
import type { Field, Rule } from '../types';

/** `fault` or `progress` in an answer that never carries it (Nova, views/servers.py). */
export const unexpectedField: Rule = {
  code: 'unexpected-field',
  severity: 'information',
  summary: '`fault` without ERROR or DELETED, or `progress` with a status that never carries it.',
  *check(subject) {
    const { object, cloud, status } = subject;
    // A status that is wrong itself says nothing about the fields that come with it.
    if (status === undefined || !knownTo(cloud, 'status', status)) return;
    if (status !== 'DELETED' && (expectStatus(subject)?.status ?? status) !== status && !isUnlisted(subject))
      return;
    for (const [field, carriers] of [
      [object.fields.fault, STATUSES_WITH_FAULT],
      [object.fields.progress, STATUSES_WITH_PROGRESS],
    ] as const) {
      if (!isThere(field) || carriers.includes(status)) continue;
      yield {
        span: field.key,
        message: `A server whose status is ${status} carries no ${field.keyText}: only ${sayList(carriers).replace(' or ', ' and ')} do.`,
        related: object.fields.status
          ? [{ message: `status is ${status}.`, span: object.fields.status.span }]
          : [],
        fixes: removeField(subject, field),
      };
    }
  },
};

function isThere(field: Field | undefined): field is Field {
  return field !== undefined && field.kind !== 'null' && field.kind !== 'absent' && field.kind !== 'open';
}
