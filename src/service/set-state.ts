import { type Field, keyBeside } from '../fixture';
import {
  type Cloud,
  clouds,
  DEFAULT_CLOUD,
  novaName,
  POWER_STATES_SEEN,
  type ServerState,
  STATUSES_WITH_FAULT,
  STATUSES_WITH_PROGRESS,
} from '../mapping';
import { codeOf } from './judge/power';
import { readAgain } from './recognise/read-fixture';
import type { Fixture, ServerObject } from './recognise/types';
import type { Edit } from './types';
import { applyEdits, joinEdits, offsetAfter } from './write/edits';
import { insertBehind, isBorrowed, replaceField } from './write/insert-field';
import { FAULT } from './write/new-server';
import { removeField } from './write/remove-field';
import { replaceValue } from './write/value';

/** The edits that bring a server into a state, in the order of the text. */
export interface StateEdits {
  readonly edits: readonly Edit[];
  /** True where a value stands behind an anchor, so that other servers change with it. */
  readonly shared: boolean;
}

/**
 * Makes all fields of a server say one state, as the cloud would answer it: vm_state, task_state, status and
 * power_state, `fault` and `progress` there or gone. Fields that it does not have and need not have stay away.
 *
 * @returns undefined where a field cannot be written: it stands in Base64, or there is no place for it.
 */
export function setState(
  fixture: Fixture,
  object: ServerObject,
  cloud: Cloud,
  state: ServerState,
): StateEdits | undefined {
  let now: Server = { fixture, object };
  let edits: readonly Edit[] = [];
  // One field at a time, each in the text as it then is: two that go side by side share a comma.
  for (const change of changesTo(cloud, state)) {
    const made = change(now);
    if (made === undefined) return undefined;
    if (made.length === 0) continue;
    edits = joinEdits(now.fixture.text, edits, made);
    const next = readAgain(fixture, applyEdits(now.fixture.text, made));
    now = { fixture: next, object: objectFrom(next, offsetAfter(made)(now.object.span.start)) ?? now.object };
  }
  return { edits, shared: Object.values(object.fields).some((field) => isShared(field, edits)) };
}

/** What has to be done, in this order: a field that goes is the last, for without it the server may not be one. */
function changesTo(cloud: Cloud, { status, pair }: ServerState): Change[] {
  const states: Change[] = pair
    ? [
        (server) => writeField(server, 'vmState', pair.vmState),
        (server) => writeField(server, 'taskState', pair.taskState),
        (server) => writePower(server, cloud, pair.vmState),
      ]
    : [];
  const gone: Change[] = pair
    ? []
    : [
        (server) => remove(server, server.object.fields.taskState),
        (server) => remove(server, server.object.fields.vmState),
      ];
  return [
    (server) => writeField(server, 'status', status),
    ...states,
    (server) => settleFault(server, status),
    (server) => settleProgress(server, status),
    ...gone,
  ];
}

/** A server in its file, as far as they have come. */
interface Server {
  readonly fixture: Fixture;
  readonly object: ServerObject;
}

/** Edits of one step, none where nothing has to change; undefined for what cannot be done. */
type Edits = readonly Edit[] | undefined;
type Change = (server: Server) => Edits;

/** The first object from an offset on: the server, after something in it changed. */
function objectFrom({ servers, leftAlone }: Fixture, start: number): ServerObject | undefined {
  return [...servers, ...leftAlone]
    .filter(({ span, shape }) => span.start >= start && shape === 'server')
    .sort((a, b) => a.span.start - b.span.start)[0];
}

function isShared({ shared, origin, span }: Field, edits: readonly Edit[]): boolean {
  return (
    shared === true &&
    origin === undefined &&
    edits.some(({ offset, length }) => offset < span.end && span.start < offset + length)
  );
}

function remove(server: Server, field: Field | undefined): Edits {
  return field === undefined ? [] : removeField(server.fixture, server.object, field);
}

/** A value in the place of the one that is there, or a field of its own behind another one. */
function writeField(
  { fixture, object }: Server,
  name: 'status' | 'vmState' | 'taskState',
  value: string | null,
): Edits {
  const field = object.fields[name];
  const says = field?.kind === 'string' ? field.text : field?.kind === 'null' ? null : undefined;
  if (field !== undefined && says === value) return [];
  if (field !== undefined && !isBorrowed(field))
    return asEdits(replaceValue(fixture, withoutOrigin(field), value));
  // A task_state that is missing says null already.
  if (field === undefined && value === null) return [];
  const { status, vmState, taskState } = object.fields;
  const other = [status, vmState, taskState].find((one) => one && !isBorrowed(one) && one !== field);
  const key = field?.keyText ?? keyBeside(name, (vmState ?? taskState)?.keyText ?? 'OS-EXT-STS:vm_state');
  return other && asEdits(insertBehind(fixture, object, other, key, value));
}

/** An alias of the server's own is replaced by a value: what it stood for stays as it is. */
function withoutOrigin(field: Field): Field {
  return field.origin === undefined ? field : { ...field, origin: undefined, style: 'plain' };
}

/** The usual power_state of the vm_state, written as the old one is; one that it is seen with anyway stays. */
function writePower({ fixture, object }: Server, cloud: Cloud, vmState: string): Edits {
  const field = object.fields.powerState;
  const seen = POWER_STATES_SEEN.get(novaName(cloud, vmState));
  const usual = seen?.[0];
  if (field === undefined || usual === undefined || isBorrowed(field)) return [];
  // Some documents list no power_states; the numbers are Nova's everywhere.
  const words = cloud.powerStates.length > 0 ? cloud : (clouds.get(DEFAULT_CLOUD) ?? cloud);
  const code = codeOf(words, field);
  if (code !== undefined && seen?.includes(code)) return [];
  if (field.sealed) return undefined;
  if (field.kind === 'string') {
    return asEdits(replaceValue(fixture, withoutOrigin(field), likeWord(words, field, usual)));
  }
  return [{ offset: field.span.start, length: field.span.end - field.span.start, text: String(usual) }];
}

/** A power_state as text, in the shape of the old one: digits, `running`, `Running` or `RUNNING`. */
function likeWord(cloud: Cloud, { text }: Field, code: number): string {
  const word = cloud.powerStates.find((state) => state.code === code)?.words[0];
  if (word === undefined || /^\d*$/.test(text)) return String(code);
  if (text === text.toUpperCase()) return word.toUpperCase();
  return text === text.toLowerCase() ? word : word.charAt(0).toUpperCase() + word.slice(1);
}

/** A fault that the status does not carry gives way to the progress that it does: an answer has one of them. */
function settleFault(server: Server, status: string): Edits {
  const { fault, progress } = server.object.fields;
  if (fault === undefined || STATUSES_WITH_FAULT.includes(status)) return [];
  return progress === undefined && STATUSES_WITH_PROGRESS.includes(status)
    ? asEdits(replaceField(server.fixture, server.object, fault, 'progress', 0))
    : remove(server, fault);
}

/** The other way round. A deleted server may have failed or not, so it gets no fault. */
function settleProgress(server: Server, status: string): Edits {
  const { fault, progress } = server.object.fields;
  if (progress === undefined || STATUSES_WITH_PROGRESS.includes(status)) return [];
  return fault === undefined && status === 'ERROR'
    ? asEdits(replaceField(server.fixture, server.object, progress, 'fault', FAULT))
    : remove(server, progress);
}

function asEdits(edit: Edit | undefined): Edits {
  return edit && [edit];
}
