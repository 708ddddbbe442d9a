import { certaintyOf, type Field } from '../../fixture';
import { quote, type Say, sayAll, sayValue, type Text } from '../../words';
import { powerStateOf } from '../judge/power';
import { isNullAsText } from '../judge/read-server';
import { usualReadings } from '../judge/readings';
import { writtenAt } from '../judge/related';
import type { Subject } from '../judge/types';
import type { Draft } from '../types';
import { setValue } from './remedies';
import type { Rule } from './types';

/** Reports a state that is neither a string nor null, a status that is not a string, and an invalid power_state. */
export const wrongType: Rule = {
  code: 'wrong-type',
  severity: 'warning',
  summary:
    "A vm_state or task_state is neither a string nor null, a status is not a string, or a power_state is not one of Nova's numbers.",
  check(subject) {
    const { vmState, taskState, status, powerState } = subject.object.fields;
    return [
      ...checkState(subject, vmState),
      ...checkState(subject, taskState),
      ...checkStatus(subject, status),
      ...checkPower(subject, powerState),
    ];
  },
};

function checkState({ say, object }: Subject, field: Field | undefined): Draft[] {
  if (field === undefined || !WRONG_KINDS.has(field.kind)) return [];
  return [
    {
      span: markOf(field),
      message: say('{field} is {kind}; the compute API returns a string or null.', {
        field: field.keyText,
        kind: sayKind(say, field),
      }),
      related: writtenAt(say, field),
      // Programs print 0 or false for "no operation". For other values, the intended state is unknown.
      remedies: field === object.fields.taskState && isNothing(field) ? [setValue(field, null, false)] : [],
    },
  ];
}

/** Checks a status, which is never null: Nova derives one for every server (views/servers.py). */
function checkStatus(subject: Subject, field: Field | undefined): Draft[] {
  if (field === undefined) return [];
  const { say, vmState, taskState } = subject;
  const isMissing = field.kind === 'null' || field.kind === 'absent';
  if (!isMissing && !WRONG_KINDS.has(field.kind)) return [];
  // A form without values is not an answer.
  if (isMissing && vmState === undefined && typeof taskState !== 'string') return [];
  const right = usualReadings(subject).map(({ status }) => status);
  return [
    {
      span: markOf(field),
      message:
        field.kind === 'absent'
          ? say('{field} has no value; the compute API returns a string.', { field: field.keyText })
          : say('{field} is {kind}; the compute API returns a string.', {
              field: field.keyText,
              kind: isMissing ? 'null' : sayKind(say, field),
            }),
      expected: right,
      related: writtenAt(say, field),
      remedies: right.length === 1 ? right.map((value) => setValue(field, value, isMissing)) : [],
    },
  ];
}

function checkPower({ say, object, nova }: Subject, field: Field | undefined): Draft[] {
  // FusionSphere returns the numbers as strings, and command lines print words: both are valid.
  if (field === undefined || !isWrongPower(field) || powerStateOf(nova, field) !== undefined) return [];
  // Under the bare key, other programs write their own words (`on`, `poweredOff`).
  const isOwnWord = field.kind === 'string' && certaintyOf(field.keyText) === 'bare';
  if (isOwnWord && object.shape === 'server') return [];
  return [
    {
      span: markOf(field),
      message: say('{field} is {kind}; the compute API returns a number: {numbers}.', {
        field: field.keyText,
        kind: field.kind === 'number' ? sayValue(field.text) : sayKind(say, field),
        numbers: sayAll(
          say,
          nova.powerStates.map(({ code, name }) => `${code} ${name}`),
        ),
      }),
      expected: nova.powerStates.map(({ code }) => String(code)),
      related: writtenAt(say, field),
    },
  ];
}

const WRONG_KINDS: ReadonlySet<Field['kind']> = new Set(['number', 'boolean', 'object', 'array']);

function isNothing({ kind, text }: Field): boolean {
  return kind === 'boolean' ? text.toLowerCase() === 'false' : kind === 'number' && Number(text) === 0;
}

function isWrongPower(field: Field): boolean {
  if (field.kind === 'string') return field.text !== '' && !isNullAsText(field);
  return WRONG_KINDS.has(field.kind);
}

/** Returns the span to mark: the key of a collection, which can take many lines, or of a missing value. */
function markOf(field: Field): Field['span'] {
  return MARKED_AT_KEY.has(field.kind) ? field.key : field.span;
}

const MARKED_AT_KEY: ReadonlySet<Field['kind']> = new Set(['object', 'array', 'absent']);

function sayKind(say: Say, { kind, text }: Field): string {
  if (kind === 'string') return say('the string {text}', { text: quote(text) });
  return say(KINDS[kind] ?? 'an object');
}

const KINDS: { readonly [kind in Field['kind']]?: Text } = {
  number: 'a number',
  boolean: 'a boolean',
  object: 'an object',
  array: 'an array',
};
