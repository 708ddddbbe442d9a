import type { Span } from '../fixture';
import { quote, type Say, sayValue, type Text } from '../words';
import { sayReason } from './judge/explain';
import { pickCloud } from './judge/pick-cloud';
import { sayStates, subjectsOf } from './judge/subject';
import { DEFAULT_OPTIONS, type Options } from './options';
import { brokenPlace } from './recognise/broken-place';
import { nameOf, nameOfSealed } from './recognise/names';
import type { Fixture, LeftAloneReason, ServerObject } from './recognise/types';

/** A server with the cloud that it is checked against. */
export interface ExplainedServer {
  readonly span: Span;
  /** Its kind, name and states, on one line. */
  readonly says: string;
  readonly cloud: string;
  /** Why this cloud applies. */
  readonly because: string;
  /** The place where the file names the cloud, if it does. */
  readonly evidence: Span | undefined;
}

/** An object that resembles a server but is not one. */
export interface ExplainedObject {
  readonly span: Span;
  readonly reason: string;
}

/** An explanation of how a file is checked. */
export interface FileExplanation {
  readonly servers: readonly ExplainedServer[];
  readonly leftAlone: readonly ExplainedObject[];
  /** How many strings contain servers. */
  readonly strings: number;
  /** Why the file, or a part of it, could not be read; null if it could. */
  readonly skipped: string | null;
  /** True for a report of `server-status check`, whose servers are those of other files. */
  readonly isReport: boolean;
  /** The place where parsing failed; undefined if it did not. */
  readonly broken: Span | undefined;
}

/** Explains which objects are servers, which cloud each is checked against, which objects are not, and why. */
export function explainFile(fixture: Fixture, options: Options = DEFAULT_OPTIONS): FileExplanation {
  const { say } = options;
  const toSubject = subjectsOf(fixture, options);
  return {
    servers: fixture.servers.map((object) => {
      const subject = toSubject(object);
      const { choice } = subject;
      return {
        span: object.span,
        says: say('{name}: {values}', { name: whatIs(say, fixture, object), values: sayStates(subject) }),
        cloud: choice.cloud.title,
        because: sayReason(say, choice, sayValue),
        evidence: choice.evidence?.span,
      };
    }),
    leftAlone: [
      ...fixture.leftAlone.map(({ span, reason }) => ({ span, reason: say(REASONS[reason]) })),
      ...printedTables(fixture.text).map((span) => ({ span, reason: say(PRINTED) })),
    ].sort((a, b) => a.span.start - b.span.start),
    strings: fixture.strings.length,
    skipped: fixture.skipped,
    isReport: fixture.isReport === true,
    broken: brokenPlace(fixture),
  };
}

/** A cloud that servers of a file are checked against, and why. */
export type ExplainedCloud = Pick<ExplainedServer, 'cloud' | 'because'>;

/** Explains which clouds the servers of a file are checked against: each cloud and reason once. */
export function explainClouds(fixture: Fixture, options: Options): ExplainedCloud[] {
  const picked = pickCloud(fixture, options);
  const found = new Map<string, ExplainedCloud>();
  for (const server of fixture.servers) {
    const choice = picked.of(server);
    const key = `${choice.cloud.title} ${choice.by} ${choice.evidence?.text ?? ''}`;
    if (!found.has(key))
      found.set(key, {
        cloud: choice.cloud.title,
        because: sayReason(options.say, choice, sayValue),
      });
  }
  return [...found.values()];
}

/** Describes an object with its name or id: `server "web-1" in a string`. */
function whatIs(say: Say, fixture: Fixture, object: ServerObject): string {
  const what = say(SHAPES[object.shape]);
  const sealed = nameOfSealed(fixture, object);
  if (sealed !== undefined) return say('{what} {label} in Base64', { what, label: sayValue(sealed) });
  const name = nameOf(fixture, object);
  const named = name === undefined ? what : say('{what} {label}', { what, label: quote(name) });
  if (object.within === undefined) return named;
  const isInBlock = object.within.every(
    (style) => typeof style !== 'string' && style.holder === 'code block',
  );
  return isInBlock
    ? say('{what} in a code block', { what: named })
    : say('{what} in a string', { what: named });
}

const SHAPES = {
  server: 'server',
  notification: 'notification',
  earlier: 'the state before, in a notification',
} as const;

/** Matches the vm_state row that `openstack server show` prints, or that of a table in a document. */
const PRINTED_ROW = /\|[ \t]{0,80}OS-EXT-STS:vm_state[ \t]{0,80}\|/g;

/** Finds the printed tables in a text, each by its vm_state row. */
function printedTables(text: string): Span[] {
  return [...text.matchAll(PRINTED_ROW)].map(({ 0: row, index }) => ({
    start: index,
    end: index + row.length,
  }));
}

const PRINTED: Text = 'a printed table is not read';

const REASONS = {
  'status-only': 'it has a status, but no vm_state or task_state to check it against',
  'no-state': 'it has no vm_state, task_state or status',
  'field-descriptions': 'it describes the fields instead of giving their values',
  labels: 'no cloud has its values: it is a dictionary or a form',
  'nothing-written': 'its states are empty, or a template fills them in',
  'other-product':
    "no cloud has its values: they may be another product's, or there is too little to be sure",
  'too-little': 'it has a vm_state of a cloud, but too little else to be sure',
  templated: 'it contains a template statement or a merge conflict, so it has two versions at once',
  'cut-off': 'its string ends early, so fields may be missing',
  broken: 'a line in it or right after it cannot be parsed, so fields may be missing',
} as const satisfies Readonly<Record<LeftAloneReason, string>>;
