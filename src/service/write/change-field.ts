import { FIELDS, type Field, type FieldName, keyBeside, labelOfField } from '../../fixture';
import { type Cloud, clouds, DEFAULT_CLOUD } from '../../mapping';
import type { Answer } from '../judge/answer';
import { codeOf } from '../judge/power';
import type { Fixture, ServerObject } from '../recognise/types';
import type { Content, Edit } from '../types';
import { insertBehind, isBorrowed, replaceField } from './insert-field';
import { removeField } from './remove-field';
import { replaceNumber, replaceValue } from './value';

/** A server in its file. */
export interface Server {
  readonly fixture: Fixture;
  readonly object: ServerObject;
}

/** Edits of one step, none where nothing has to change; undefined for what cannot be done. */
type Edits = readonly Edit[] | undefined;

/** Makes a field say what the API answers; none of the edits where it does already. */
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

/** Takes a field out; where the server lacks one that is due, that one takes its place: an answer has one of them. */
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
  return asEdits(replaceField(fixture, object, field, labelOfField(next.name), next.sample));
}

const STATES = FIELDS.filter(({ kind }) => kind === 'state');

/** A value in the place of the one that is there, or a field of its own behind another one. */
function writeState({ fixture, object }: Server, name: FieldName, value: string | null): Edits {
  const field = object.fields[name];
  const says = field?.kind === 'string' ? field.text : field?.kind === 'null' ? null : undefined;
  if (field !== undefined && says === value) return [];
  if (field !== undefined && !isBorrowed(field))
    return asEdits(replaceValue(fixture, withoutOrigin(field), value));
  // A task_state that is missing says null already.
  if (field === undefined && value === null) return [];
  const states = STATES.map((state) => object.fields[state.name]);
  const other = states.find((one) => one && !isBorrowed(one) && one !== field);
  const { vmState, taskState } = object.fields;
  const key = field?.keyText ?? keyBeside(name, (vmState ?? taskState)?.keyText ?? 'OS-EXT-STS:vm_state');
  return other && asEdits(insertBehind(fixture, object, other, key, value));
}

/** An alias of the server's own is replaced by a value: what it stood for stays as it is. */
function withoutOrigin(field: Field): Field {
  return field.origin === undefined ? field : { ...field, origin: undefined, style: 'plain' };
}

/** The usual number, written as the old one is; one that is seen anyway stays. */
function writeNumber(
  { fixture, object }: Server,
  name: FieldName,
  { usual, seen }: Extract<Answer, { kind: 'number' }>,
  cloud: Cloud,
): Edits {
  const field = object.fields[name];
  if (field === undefined || seen === null || isBorrowed(field)) return [];
  // Some documents list no power_states; the numbers are Nova's everywhere.
  const words = cloud.powerStates.length > 0 ? cloud : (clouds.get(DEFAULT_CLOUD) ?? cloud);
  const code = codeOf(words, field);
  if (code !== undefined && seen.includes(code)) return [];
  const own = withoutOrigin(field);
  return field.kind === 'string'
    ? asEdits(replaceValue(fixture, own, likeWord(words, field, usual)))
    : asEdits(replaceNumber(fixture, own, usual));
}

/** A power_state as text, in the shape of the old one: digits, `running`, `Running` or `RUNNING`. */
function likeWord(cloud: Cloud, { text }: Field, code: number): string {
  const word = cloud.powerStates.find((state) => state.code === code)?.words[0];
  if (word === undefined || /^\d*$/.test(text)) return String(code);
  if (text === text.toUpperCase()) return word.toUpperCase();
  return text === text.toLowerCase() ? word : word.charAt(0).toUpperCase() + word.slice(1);
}

function asEdits(edit: Edit | undefined): Edits {
  return edit && [edit];
}
