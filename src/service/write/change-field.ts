import { FIELDS, type Field, type FieldName, keyBeside, labelOfField } from '../../fixture';
import { type Cloud, clouds, DEFAULT_CLOUD } from '../../mapping';
import type { Answer } from '../judge/answer';
import { codeOf } from '../judge/power';
import type { Fixture, ServerObject } from '../recognise/types';
import type { Content, Edit } from '../types';
import { insertBehind, isBorrowed, replaceField } from './insert-field';
import { removeField } from './remove-field';
import { replaceNumber, replaceValue } from './value';

/** A server with its fixture. */
export interface Server {
  readonly fixture: Fixture;
  readonly object: ServerObject;
}

/** The edits of one step, empty if nothing has to change; undefined if it is impossible. */
type Edits = readonly Edit[] | undefined;

/** Changes a field to the API's answer. */
export function changeField(server: Server, name: FieldName, answer: Answer, cloud: Cloud): Edits {
  switch (answer.kind) {
    case 'state':
      return writeState(server, name, answer.state);
    case 'number':
      return writeNumber(server, name, answer, cloud);
    default:
      return [];
  }
}

/** Removes a field. A missing field that is due takes its place: an answer has only one of them. */
export function dropForDue(
  { fixture, object }: Server,
  name: FieldName,
  due: readonly { readonly name: FieldName; readonly sample: Content }[],
): Edits {
  const field = object.fields[name];
  if (field === undefined) return [];
  const [next] = due.filter((other) => object.fields[other.name] === undefined);
  const isAlike = STATES.every((state) => state.name !== name);
  if (next === undefined || !isAlike) return removeField(fixture, object, field);
  const replaced = replaceField(fixture, object, field, labelOfField(next.name), next.sample);
  // The field that is due is optional.
  return replaced ? [replaced] : removeField(fixture, object, field);
}

const STATES = FIELDS.filter(({ kind }) => kind === 'state');

/** Replaces the value of a state, or adds the field after another state. */
function writeState({ fixture, object }: Server, name: FieldName, value: string | null): Edits {
  const field = object.fields[name];
  const says = field?.kind === 'string' ? field.text : field?.kind === 'null' ? null : undefined;
  if (says === value) return [];
  if (field !== undefined && !isBorrowed(field))
    return asEdits(replaceValue(fixture, withoutOrigin(field), value));
  // A missing task_state already means null.
  if (field === undefined && value === null) return [];
  const states = STATES.map((state) => object.fields[state.name]);
  const other = states.find((one) => one && !isBorrowed(one));
  const { vmState, taskState } = object.fields;
  const key = field?.keyText ?? keyBeside(name, (vmState ?? taskState)?.keyText ?? 'OS-EXT-STS:vm_state');
  return other && asEdits(insertBehind(fixture, object, other, key, value));
}

/** Returns a field that replaces the server's alias by a value. The anchor's value stays. */
function withoutOrigin(field: Field): Field {
  return field.origin === undefined ? field : { ...field, origin: undefined, style: 'plain' };
}

/** Writes the usual number in the old value's style. A number that also occurs stays. */
function writeNumber(
  { fixture, object }: Server,
  name: FieldName,
  { usual, seen }: Extract<Answer, { kind: 'number' }>,
  cloud: Cloud,
): Edits {
  const field = object.fields[name];
  if (field === undefined || seen === null || isBorrowed(field)) return [];
  // Some documents list no power_states, but Nova's numbers apply everywhere.
  const words = cloud.powerStates.length > 0 ? cloud : (clouds.get(DEFAULT_CLOUD) ?? cloud);
  const code = codeOf(words, field);
  if (code !== undefined && seen.includes(code)) return [];
  const own = withoutOrigin(field);
  return field.kind === 'string'
    ? asEdits(replaceValue(fixture, own, likeWord(words, field, usual)))
    : asEdits(replaceNumber(fixture, own, usual));
}

/** Returns a power_state as text in the old value's style: digits, `running`, `Running` or `RUNNING`. */
function likeWord(cloud: Cloud, { text }: Field, code: number): string {
  const word = cloud.powerStates.find((state) => state.code === code)?.words[0];
  if (word === undefined || /^\d*$/.test(text)) return String(code);
  if (text === text.toUpperCase()) return word.toUpperCase();
  return text === text.toLowerCase() ? word : word.charAt(0).toUpperCase() + word.slice(1);
}

function asEdits(edit: Edit | undefined): Edits {
  return edit && [edit];
}
