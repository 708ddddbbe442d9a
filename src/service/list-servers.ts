import type { Fixture, FixtureObject, Span } from '../fixture';
import type { Cloud } from '../mapping';
import { serverAt } from './place';
import { sayAll, sayPair, sayValue } from './say';
import { subjectsOf } from './subject';
import type { Options } from './types';

/** A server whose states can be read. */
export interface StatedServer {
  readonly span: Span;
  /** Its states on one line. */
  readonly says: string;
  /** The cloud that it is held to. */
  readonly cloud: Cloud;
  readonly vmState: string;
  readonly taskState: string | null;
  /** As it is written; undefined where it is missing or cannot be read. */
  readonly status: string | undefined;
}

/** The servers of a file whose vm_state and task_state can be read, in the order of the text. */
export function statedServers(fixture: Fixture, options: Options): StatedServer[] {
  const read = reader(fixture, options);
  return fixture.servers.filter(({ sealed }) => sealed === undefined).flatMap((object) => read(object) ?? []);
}

/** The server at an offset, where its vm_state and task_state can be read. */
export function statedServerAt(fixture: Fixture, offset: number, options: Options): StatedServer | undefined {
  const object = serverAt(fixture, offset);
  return object && reader(fixture, options)(object);
}

function reader(fixture: Fixture, options: Options): (object: FixtureObject) => StatedServer | undefined {
  const toSubject = subjectsOf(fixture, options);
  return (object) => {
    const { say, cloud, vmState, taskState, status } = toSubject(object);
    if (vmState === undefined || taskState === undefined) return undefined;
    const pair = sayPair(vmState, taskState);
    const says = sayAll(say, status === undefined ? [pair] : [pair, sayValue(status)]);
    return { span: object.span, says, cloud, vmState, taskState, status };
  };
}
