import type { Span } from '../fixture';
import { type Cloud, knownTo } from '../mapping';
import { sayValue } from '../words';
import { pickCloud } from './judge/pick-cloud';
import { canHave, expectStatus } from './judge/readings';
import { sayStates, subjectsOf } from './judge/subject';
import type { Subject } from './judge/types';
import type { Options } from './options';
import { serverAt } from './places/place';
import { nameOf } from './recognise/names';
import type { Fixture, ServerObject } from './recognise/types';

/** A server with its states, as far as they can be read. */
export interface ListedServer {
  readonly span: Span;
  /** Its name or id, if any, and its states, on one line. */
  readonly says: string;
  /** Only its states, on one line. */
  readonly states: string;
  /** Its name or id as written in the file. */
  readonly name: string | undefined;
  readonly cloud: Cloud;
  readonly vmState: string | undefined;
  readonly taskState: string | null | undefined;
  readonly status: string | undefined;
  /** The written status, or the derived one if none is written. Undefined if it is unknown or wrong. */
  readonly shows: string | undefined;
}

/** A server whose vm_state and task_state can be read. */
export interface StatedServer extends ListedServer {
  readonly vmState: string;
  readonly taskState: string | null;
}

/** Returns the servers of a file in text order. Those in Base64 have the span of their string. */
export function listServers(fixture: Fixture, options: Options): ListedServer[] {
  return [...eachServer(fixture, options)];
}

/** Yields the servers of {@link listServers} one by one, for callers that let others have a turn between them. */
export function* eachServer(fixture: Fixture, options: Options): Generator<ListedServer, void> {
  const read = reader(fixture, options);
  for (const server of fixture.servers) yield read(server);
}

/** Tells whether a server's vm_state and task_state can be read. */
export function isStated(server: ListedServer): server is StatedServer {
  return server.vmState !== undefined && server.taskState !== undefined;
}

/** Returns the server at an offset if its vm_state and task_state can be read. */
export function statedServerAt(fixture: Fixture, offset: number, options: Options): StatedServer | undefined {
  const object = serverAt(fixture, offset);
  const server = object && reader(fixture, options)(object);
  return server && isStated(server) ? server : undefined;
}

/** Returns the cloud that a server at an offset is or would be checked against. */
export function cloudAt(fixture: Fixture, offset: number, options: Options): Cloud {
  const object = serverAt(fixture, offset) ?? { span: { start: offset, end: offset } };
  return pickCloud(fixture, options).of(object).cloud;
}

function reader(fixture: Fixture, options: Options): (object: ServerObject) => ListedServer {
  const toSubject = subjectsOf(fixture, options);
  return (object) => {
    const subject = toSubject(object);
    const { cloud, vmState, taskState, status } = subject;
    const name = nameOf(fixture, object);
    const states = sayStates(subject);
    const says =
      name === undefined ? states : options.say('{name}: {values}', { name: sayValue(name), values: states });
    return {
      span: object.span,
      says,
      states,
      name,
      cloud,
      vmState,
      taskState,
      status,
      shows: shownBy(subject),
    };
  };
}

function shownBy(subject: Subject): string | undefined {
  const { object, cloud, status } = subject;
  if (status === undefined) return object.fields.status ? undefined : expectStatus(subject)?.status;
  return knownTo(cloud, 'status', status) && canHave(subject, status) ? status : undefined;
}
