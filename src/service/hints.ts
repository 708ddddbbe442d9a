import type { Field, Span } from '../fixture';
import { explainCloud, explainPair } from './judge/explain';
import { expectStatus } from './judge/readings';
import { subjectsOf } from './judge/subject';
import { DEFAULT_OPTIONS, type Options } from './options';
import type { Fixture, ServerObject } from './recognise/types';
import type { Edit } from './types';
import { insertBehind } from './write/insert-field';
import { replaceValue } from './write/value';

/** What to hint at: nothing, the statuses that are missing, or every status. */
export type HintMode = 'off' | 'missing' | 'all';

/** A status that follows, to be shown behind the value that it follows from. */
export interface Hint {
  /** Where it is shown: behind the task_state, or the vm_state where there is none. */
  readonly offset: number;
  readonly status: string;
  readonly markdown: string;
  /** What makes the file say the status; none where it does already, or cannot. */
  readonly edits: readonly Edit[];
}

/**
 * The statuses that the servers in a stretch of the file add up to, where the file does not say them itself; with
 * `all` everywhere. A notification carries no status and gets no hint.
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

/**
 * The task_state wherever it stands, else the vm_state; one that a merge key or an alias brought has no place in the
 * server.
 */
function taskStateElseVmState({ fields }: ServerObject): Field | undefined {
  const { vmState, taskState } = fields;
  return [taskState, vmState].find((field) => field !== undefined && field.origin === undefined);
}

function isAbsent(field: Field | undefined): boolean {
  return field === undefined || field.kind === 'absent';
}

/**
 * The edit after which the file says the status. None where it says so already, where a template or a value that is no
 * text stands there, nor where the value stands behind an anchor: a double click shows nobody that others would change.
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
