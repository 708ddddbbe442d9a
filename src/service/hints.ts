import type { Field, Span } from '../fixture';
import { explainCloud, explainPair } from './judge/explain';
import { expectStatus } from './judge/readings';
import { subjectsOf } from './judge/subject';
import { DEFAULT_OPTIONS, type Options } from './options';
import type { Fixture, ServerObject } from './recognise/types';
import type { Edit } from './types';
import { insertBehind } from './write/insert-field';
import { replaceValue } from './write/value';

/** Which statuses to show as hints: none, missing ones, or all. */
export type HintMode = 'off' | 'missing' | 'all';

/** A derived status, shown after the value that it follows from. */
export interface Hint {
  /** The offset after the task_state, or after the vm_state if there is none. */
  readonly offset: number;
  readonly status: string;
  readonly markdown: string;
  /** The edits that write the status into the file; empty if it is already there or cannot be written. */
  readonly edits: readonly Edit[];
}

/**
 * Returns the derived statuses of the servers in a range, if the file does not contain them or `mode` is `all`.
 * Notifications have no status and get no hint.
 */
export function hints(
  fixture: Fixture,
  range: Span,
  mode: HintMode,
  options: Options = DEFAULT_OPTIONS,
): Hint[] {
  if (mode === 'off') return [];
  const toSubject = subjectsOf(fixture, options);
  return fixture.servers.flatMap((object) => {
    const field = taskStateElseVmState(object);
    if (field === undefined || object.shape !== 'server' || object.sealed) return [];
    const offset = field.span.end;
    const isMissing = isAbsent(object.fields.status);
    if (offset < range.start || offset > range.end || (mode === 'missing' && !isMissing)) return [];
    const subject = toSubject(object);
    const status = expectStatus(subject)?.status;
    if (status === undefined) return [];
    const edit = writeStatus(fixture, object, field, status);
    const markdown = `${explainPair(subject) ?? ''}\n\n${explainCloud(options.say, subject.choice)}`;
    return [{ offset, status, markdown, edits: edit ? [edit] : [] }];
  });
}

/** Returns the task_state, or else the vm_state. A field that a merge key or an alias brings is not in the server. */
function taskStateElseVmState({ fields }: ServerObject): Field | undefined {
  const { vmState, taskState } = fields;
  return [taskState, vmState].find((field) => field !== undefined && field.origin === undefined);
}

function isAbsent(field: Field | undefined): boolean {
  return field === undefined || field.kind === 'absent';
}

/**
 * Returns the edit that writes the status. Returns undefined if it is already there, if a template or a value that is
 * not a string is in its place, or if the value has an anchor: a double click would not show that other servers change.
 */
function writeStatus(
  fixture: Fixture,
  object: ServerObject,
  behind: Field,
  status: string,
): Edit | undefined {
  const { status: there } = object.fields;
  if (there === undefined) return insertBehind(fixture, object, behind, 'status', status);
  if (!REPLACEABLE.has(there.kind) || there.shared) return undefined;
  return there.kind === 'string' && there.text === status ? undefined : replaceValue(fixture, there, status);
}

const REPLACEABLE: ReadonlySet<Field['kind']> = new Set(['absent', 'null', 'string']);
