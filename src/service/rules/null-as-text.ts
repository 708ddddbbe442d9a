import { isNullAsText } from '../judge/read-server';
import { writtenAt } from '../judge/related';
import { setValue } from './remedies';
import type { Rule } from './types';

/** Reports a word for null that a program printed as a value. */
export const nullAsText: Rule = {
  code: 'null-as-text',
  severity: 'warning',
  summary: 'A string such as "None" is used instead of null.',
  check(subject) {
    const { say, object } = subject;
    const { vmState, taskState, powerState } = object.fields;
    // A status is never null, so unknown-status reports it.
    return [vmState, taskState, powerState].flatMap((field) => {
      if (field === undefined || !isNullAsText(field)) return [];
      return {
        span: field.span,
        message: say('{field} is the string "{text}", not null; the compute API returns null.', {
          field: field.keyText,
          text: field.text,
        }),
        expected: ['null'],
        related: writtenAt(say, field),
        remedies: [setValue(field, null, true)],
      };
    });
  },
};
