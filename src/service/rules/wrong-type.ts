import { certaintyOf, type Field } from '../../fixture';
import { type Say, sayAll, sayValue, type Text } from '../../words';
import { powerStateOf } from '../judge/power';
import { isNullAsText } from '../judge/read-server';
import { writtenAt } from '../judge/related';
import { setValue } from './remedies';
import type { Rule } from './types';

/** A state that is neither a text nor null, or a power_state that is no power state in any shape. */
export const wrongType: Rule = {
  code: 'wrong-type',
  severity: 'warning',
  summary: 'A state is no string or null, or a power_state is no number.',
  *check(subject) {
    const { say, object, nova } = subject;
    const { vmState, taskState, status, powerState } = object.fields;
    for (const field of [vmState, taskState, status]) {
      if (field === undefined || !WRONG_KINDS.has(field.kind)) continue;
      const message = say('{field} is {kind}; the compute API answers a string or null.', {
        field: field.keyText,
        kind: sayKind(say, field),
      });
      yield {
        span: markOf(field),
        message,
        related: writtenAt(say, field),
        // What a program prints for "no operation"; which of the values another one stands for, nobody can say.
        remedies: field === taskState && isNothing(field) ? [setValue(field, null, false)] : [],
      };
    }
    // The numbers come as text from FusionSphere and as words from command lines: both are real answers.
    if (powerState === undefined || !isWrongPower(powerState) || powerStateOf(nova, powerState) !== undefined)
      return;
    // Under the bare key other programs write words of their own (`on`, `poweredOff`).
    const isOwnWord = powerState.kind === 'string' && certaintyOf(powerState.keyText) === 'bare';
    if (isOwnWord && object.shape === 'server') return;
    yield {
      span: markOf(powerState),
      message: say('{field} is {kind}; the compute API answers a number: {numbers}.', {
        field: powerState.keyText,
        kind: sayKind(say, powerState),
        numbers: sayAll(
          say,
          nova.powerStates.map(({ code, name }) => `${code} ${name}`),
        ),
      }),
      expected: nova.powerStates.map(({ code }) => String(code)),
      related: writtenAt(say, powerState),
    };
  },
};

const WRONG_KINDS: ReadonlySet<Field['kind']> = new Set(['number', 'boolean', 'object', 'array']);

function isNothing({ kind, text }: Field): boolean {
  return kind === 'boolean' ? text.toLowerCase() === 'false' : kind === 'number' && Number(text) === 0;
}

function isWrongPower(field: Field): boolean {
  if (field.kind === 'string') return field.text !== '' && !isNullAsText(field) && !/^\d+$/.test(field.text);
  return field.kind !== 'number' && WRONG_KINDS.has(field.kind);
}

/** A collection can run over many lines, so its key is marked instead. */
function markOf(field: Field): Field['span'] {
  return field.kind === 'object' || field.kind === 'array' ? field.key : field.span;
}

function sayKind(say: Say, { kind, text }: Field): string {
  if (kind === 'string') return say('the text "{text}"', { text: sayValue(text) });
  return say(KINDS[kind] ?? 'an object');
}

const KINDS: { readonly [kind in Field['kind']]?: Text } = {
  number: 'a number',
  boolean: 'a boolean',
  object: 'an object',
  array: 'an array',
};
