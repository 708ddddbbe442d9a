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

/** A server and its states, as far as they can be read. */
export interface ListedServer {
  readonly span: Span;
  /** Its name or id, where it has one, and its states, on one line. */
  readonly says: string;
  /** Its states alone, on one line. */
  readonly states: string;
  /** Its name or id as the file has it. */
  readonly name: string | undefined;
  /** The cloud that it is checked against. */
  readonly cloud: Cloud;
  readonly vmState: string | undefined;
  readonly taskState: string | null | undefined;
  readonly status: string | undefined;
  /**
   * The status that it shows: the written one, or the one that its states add up to where none is written. Undefined where
   * the written one is none of the cloud's, or does not follow.
   */
  readonly shows: string | undefined;
}

/** A server whose vm_state and task_state can be read. */
export interface StatedServer extends ListedServer {
  readonly vmState: string;
  readonly taskState: string | null;
}

/** The servers of a file in the order of the text. Those in Base64 have the place of their string. */
export function listServers(fixture: Fixture, options: Options): ListedServer[] {
  return fixture.servers.map(reader(fixture, options));
}

/** True for a server whose vm_state and task_state can be read. */
export function isStated(server: ListedServer): server is StatedServer {
  return server.vmState !== undefined && server.taskState !== undefined;
}

/** The server at an offset, where its vm_state and task_state can be read. */
export function statedServerAt(fixture: Fixture, offset: number, options: Options): StatedServer | undefined {
  const object = serverAt(fixture, offset);
  const server = object && reader(fixture, options)(object);
  return server && isStated(server) ? server : undefined;
}

/** The cloud that a server at this place of the file is checked against, or would be. */
export function cloudAt(fixture: Fixture, offset: number, options: Options): Cloud {
  const object = serverAt(fixture, offset) ?? { span: { start: offset, end: offset } };
  return pickCloud(fixture, options)(object).cloud;
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
