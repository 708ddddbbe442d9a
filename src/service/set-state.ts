import { FIELDS, type Field } from '../fixture';
import type { Cloud, ServerState } from '../mapping';
import { type Answer, answerOf } from './judge/answer';
import { readChange } from './recognise/read-change';
import type { Fixture, ServerObject } from './recognise/types';
import type { Edit } from './types';
import { changeField, dropForDue, type Server } from './write/change-field';
import { applyEdits, joinEdits, offsetAfter } from './write/edits';

/** The edits that set a server's state, in text order. */
export interface StateEdits {
  readonly edits: readonly Edit[];
  /** True if a value with an anchor changes, which also changes other servers. */
  readonly shared: boolean;
}

/**
 * Sets all fields of a server to match a state, as the cloud would return it: vm_state, task_state, status and
 * power_state. Adds or removes `fault` and `progress`. Other missing fields are not added. Returns undefined if a field
 * cannot be written: it is in Base64, or there is no place for it.
 */
export function setState(
  fixture: Fixture,
  object: ServerObject,
  cloud: Cloud,
  state: ServerState,
): StateEdits | undefined {
  let now: Server = { fixture, object };
  let edits: readonly Edit[] = [];
  // One field at a time, in the updated text, as neighbouring fields share a comma.
  for (const change of changesTo(cloud, state)) {
    const made = change(now);
    if (made === undefined) return undefined;
    if (made.length === 0) continue;
    edits = joinEdits(now.fixture.text, edits, made);
    const next = readChange(fixture, applyEdits(now.fixture.text, made));
    now = { fixture: next, object: objectFrom(next, offsetAfter(made)(now.object.span.start)) ?? now.object };
  }
  return { edits, shared: Object.values(object.fields).some((field) => isShared(field, edits)) };
}

type Change = (server: Server) => readonly Edit[] | undefined;

/** Returns the changes in order. Removing a state comes last, as the object may no longer be a server without it. */
function changesTo(cloud: Cloud, state: ServerState): Change[] {
  const answers = FIELDS.flatMap(({ name, isExtended }) => {
    const answer = answerOf(cloud, state, name);
    return answer ? [{ name, isExtended, answer }] : [];
  });
  const goes = ({ isExtended, answer }: { isExtended: boolean; answer: Answer }) =>
    isExtended && answer.kind === 'absent';
  const due = answers.flatMap(({ name, answer }) =>
    answer.kind === 'optional' && answer.isDue ? [{ name, sample: answer.sample }] : [],
  );
  return [...answers.filter((one) => !goes(one)), ...answers.filter(goes).reverse()].map(
    ({ name, answer }) =>
      (server) =>
        answer.kind === 'absent' ? dropForDue(server, name, due) : changeField(server, name, answer, cloud),
  );
}

/** Finds the changed server: the first object from an offset on. */
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
