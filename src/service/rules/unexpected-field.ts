import type { Field } from '../../fixture';
import { knownTo, STATUSES_WITH_FAULT, STATUSES_WITH_PROGRESS } from '../../mapping';
import { quote, sayBoth } from '../../words';
import { canHave } from '../judge/readings';
import { dropField } from './remedies';
import type { Rule } from './types';

/** Reports `fault` or `progress` in an answer that never has it (Nova, views/servers.py). */
export const unexpectedField: Rule = {
  code: 'unexpected-field',
  severity: 'information',
  summary: '`fault` without ERROR or DELETED, or `progress` with a status that never has it.',
  check(subject) {
    const { say, object, cloud, status } = subject;
    // If the status itself is wrong, nothing can be said about the fields.
    if (status === undefined || !knownTo(cloud, 'status', status)) return [];
    if (!canHave(subject, status)) return [];
    const carried = [
      [object.fields.fault, STATUSES_WITH_FAULT],
      [object.fields.progress, STATUSES_WITH_PROGRESS],
    ] as const;
    return carried.flatMap(([field, carriers]) => {
      if (!isThere(field) || carriers.includes(status)) return [];
      return {
        span: field.key,
        message: say('A server with status {status} has no {field}; only {carriers} have it.', {
          status: quote(status),
          field: field.keyText,
          carriers: sayBoth(say, carriers.map(quote)),
        }),
        related: object.fields.status
          ? [
              {
                message: say('{field} is {value}.', { field: 'status', value: quote(status) }),
                span: object.fields.status.span,
              },
            ]
          : [],
        remedies: [dropField(subject, field)],
      };
    });
  },
};

function isThere(field: Field | undefined): field is Field {
  return field !== undefined && field.kind !== 'null' && field.kind !== 'absent' && field.kind !== 'open';
}
