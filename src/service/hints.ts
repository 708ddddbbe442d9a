import type { Field, Fixture, FixtureObject, Span } from '../fixture';
import { DEFAULT_OPTIONS } from './check';
import { expectStatus } from './expect';
import { explainCloud, explainPair } from './explain';
import { insertBehind } from './insert-field';
import { subjectsOf } from './subject';
import type { Edit, Options } from './types';
import { replaceValue } from './write-value';

/** What to hint at: nothing, the statuses that are missing, or every status. */
export type HintMode = 'off' | 'missing' | 'all';

/** A status that follows, to be shown behind the value that it follows from. */
export interface Hint {
  /** Where it is shown: behind the task_state, or the vm_state where there is none. */
  readonly offset: number;
  readonly status: string;
  readonly markdown: string;
  /** What writes the status into the file; none where it stands there already, or cannot. */
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
    const field = lastState(object);
    if (field === undefined || object.shape !== 'server' || object.sealed) return [];
    const offset = field.span.end;
    const isMissing = isAbsent(object.fields.status);
    if (offset < range.start || offset > range.end || (mode === 'missing' && !isMissing)) return [];
    const subject = toSubject(object);
    const status = expectStatus(subject)?.status;
    if (status === undefined) return [];
    const edit = isMissing ? writeStatus(fixture, object, field, status) : undefined;
    const markdown = `${explainPair(subject) ?? ''}\n\n${explainCloud(options.say, subject.choice)}`;
    return [{ offset, status, markdown, edits: edit ? [edit] : [] }];
  });
}

/** The state that stands last in the file, where the eye has both; one that a merge key brought has no place. */
function lastState({ fields }: FixtureObject): Field | undefined {
  const { vmState, taskState } = fields;
  const own = [taskState, vmState].filter((field) => field !== undefined && field.origin === undefined);
  return own[0];
}

function isAbsent(field: Field | undefined): boolean {
  return field === undefined || field.kind === 'absent';
}

function writeStatus(
  fixture: Fixture,
  object: FixtureObject,
  behind: Field,
  status: string,
): Edit | undefined {
  const { status: there } = object.fields;
  return there
    ? replaceValue(fixture, there, status)
    : insertBehind(fixture, object, behind, 'status', status);
}
