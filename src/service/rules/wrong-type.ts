import { powerStateOf } from '../power';
import { isNullAsText } from '../read-server';
import { writtenAt } from '../say';
import type { Field, Rule } from '../types';

/** A state that is neither a text nor null, or a power_state that is no power state in any shape. */
export const wrongType: Rule = {
  code: 'wrong-type',
  severity: 'warning',
  summary: 'A state is no string or null, or a power_state is no number.',
  *check({ object, nova }) {
    const { vmState, taskState, status, powerState } = object.fields;
    for (const field of [vmState, taskState, status]) {
      if (field?.kind !== 'number' && field?.kind !== 'boolean') continue;
      yield {
        span: field.span,
        message: `${field.keyText} is a ${field.kind}; the compute API answers a string or null.`,
        related: writtenAt(field),
      };
    }
    // The numbers come as text from FusionSphere and as words from command lines: both are real answers.
    if (powerState === undefined || !isWrongPower(powerState) || powerStateOf(nova, powerState) !== undefined)
      return;
    yield {
      span: powerState.kind === 'object' || powerState.kind === 'array' ? powerState.key : powerState.span,
      message: `${powerState.keyText} is ${sayKind(powerState)}; the compute API answers a number: ${nova.powerStates.map(({ code, name }) => `${code} ${name}`).join(', ')}.`,
      expected: nova.powerStates.map(({ code }) => String(code)),
      related: writtenAt(powerState),
    };
  },
};

function isWrongPower(field: Field): boolean {
  if (field.kind === 'string') return field.text !== '' && !isNullAsText(field) && !/^\d+$/.test(field.text);
  return field.kind === 'boolean' || field.kind === 'object' || field.kind === 'array';
}

function sayKind(field: Field): string {
  return field.kind === 'string'
    ? `the text "${field.text}"`
    : `${/^[aeiou]/.test(field.kind) ? 'an' : 'a'} ${field.kind}`;
}
