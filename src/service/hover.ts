import { type Field, type FieldName, kindOfField, labelOfField, type Span } from '../fixture';
import { causesOf, novaName, type Pair, pairsFor } from '../mapping';
import { code, prose, type Say, sayAction, sayAll, sayClauses } from '../words';
import { explainCloud, explainPair } from './judge/explain';
import { canHave, usualReadings } from './judge/readings';
import { subjectsOf } from './judge/subject';
import type { Subject } from './judge/types';
import { meaningOf } from './judge/values';
import { DEFAULT_OPTIONS, type Options } from './options';
import { placeAt } from './places/place';
import type { Fixture } from './recognise/types';

/** The content of a hover, and the value or key it explains. */
export interface Hover {
  readonly markdown: string;
  readonly span: Span;
}

/** How many possible statuses are explained. */
const MAX_EXPECTED = 3;

/** How many other pairs of a status are listed. */
const MAX_PAIRS = 5;

/**
 * Explains the field at an offset: its meaning, the status of the server's states and the rule for it, other pairs that
 * give the status, and the sources. Returns undefined if no field of a server is at the offset.
 */
export function hover(
  fixture: Fixture,
  offset: number,
  options: Options = DEFAULT_OPTIONS,
): Hover | undefined {
  const place = placeAt(fixture, offset);
  if (place === undefined || kindOfField(place.name) === 'part') return undefined;
  const subject = subjectsOf(fixture, options)(place.object);
  // Other products also have servers: an object that is not checked is explained only if a cloud knows the value.
  if (
    !fixture.servers.includes(place.object) &&
    meaningOf(subject.say, subject.nova, place.name, place.field) === undefined
  ) {
    return undefined;
  }
  const isWrong =
    place.name === 'status' && subject.status !== undefined && !canHave(subject, subject.status);
  const parts = isWrong
    ? [
        explainPair({ ...subject, status: undefined }),
        expected(subject),
        heading(place.name, place.field, subject),
        otherPairs(subject),
      ]
    : [
        heading(place.name, place.field, subject),
        isAboutState(place.name) ? explainPair(subject) : undefined,
        place.name === 'status' ? otherPairs(subject) : undefined,
        place.name === 'taskState' ? causes(subject) : undefined,
      ];
  parts.push(explainCloud(subject.say, subject.choice));
  const span = place.on === 'key' ? place.field.key : place.field.span;
  return { markdown: parts.filter((part) => part !== undefined).join('\n\n'), span };
}

/** Returns the expected statuses of a server with their meanings. */
function expected(subject: Subject): string {
  const { say, cloud, nova } = subject;
  const lines = usualReadings(subject)
    .slice(0, MAX_EXPECTED)
    .map(({ status }) => {
      const meaning = cloud.statuses[status] ?? nova.statuses[status];
      return meaning === undefined
        ? code(status)
        : say('{value}: {meaning}', { value: code(status), meaning: prose(meaning) });
    });
  const statuses = lines.length === 1 ? lines.join() : lines.map((line) => `\n- ${line}`).join('');
  return say('Expected: {statuses}', { statuses });
}

/** Returns the value with its meaning: the cloud's if it has one, or else OpenStack's. */
function heading(name: FieldName, field: Field, { say, cloud, nova }: Subject): string {
  const value = field.kind === 'null' || field.kind === 'absent' ? null : field.text;
  const meaning = meaningOf(say, cloud, name, field) ?? meaningOf(say, nova, name, field);
  const title = `**${labelOfField(name)}** ${code(value === '' ? '""' : value)}`;
  return meaning ? say('{value}: {meaning}', { value: title, meaning: prose(meaning) }) : title;
}

function isAboutState(name: FieldName): boolean {
  return name === 'vmState' || name === 'taskState' || name === 'status';
}

function otherPairs({ say, cloud, vmState, taskState, status }: Subject): string | undefined {
  if (status === undefined) return undefined;
  const others = pairsFor(cloud, status).filter(
    (pair) => pair.vmState !== vmState || pair.taskState !== taskState,
  );
  if (others.length === 0) return undefined;
  const parts = { status: code(status), pairs: sayPairs(say, others.slice(0, MAX_PAIRS)) };
  return others.length > MAX_PAIRS
    ? say('Other pairs that give {status}: {pairs}, and {count} more.', {
        ...parts,
        count: others.length - MAX_PAIRS,
      })
    : say('Other pairs that give {status}: {pairs}.', parts);
}

function causes({ say, cloud, vmState, taskState }: Subject): string | undefined {
  if (vmState === undefined || taskState === undefined) return undefined;
  const all = causesOf(novaName(cloud, vmState), novaName(cloud, taskState));
  const actions = all.filter((action) => action !== 'stable');
  const said = actions.map((id) => sayAction(say, id, code(id)));
  return said.length === 0 ? undefined : say('Set by: {actions}.', { actions: sayAll(say, said) });
}

/** Returns the pairs by vm_state: `active` + `null`, `pausing`; `paused` + `null`. */
function sayPairs(say: Say, pairs: readonly Pair[]): string {
  const vmStates = [...new Set(pairs.map(({ vmState }) => vmState))];
  const groups = vmStates.map((vmState) => {
    const taskStates = pairs
      .filter((pair) => pair.vmState === vmState)
      .map(({ taskState }) => code(taskState));
    return `${code(vmState)} + ${sayAll(say, taskStates)}`;
  });
  return sayClauses(say, groups);
}
