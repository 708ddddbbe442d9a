import { DEFAULT_CLOUD } from '../../mapping';
import { sayAll, sayPair, sayValue } from '../../words';
import type { Options } from '../options';
import { perClouds } from '../recognise/per-clouds';
import type { Fixture, ServerObject } from '../recognise/types';
import { cloudOf, pickCloud } from './pick-cloud';
import { stateOf } from './read-server';
import { readingsBy } from './readings';
import type { CloudChoice, Subject } from './types';

/** Prepares the judgement of a file's servers: each with its cloud picked and its values read. */
export function subjectsOf(fixture: Fixture, options: Options): (object: ServerObject) => Subject {
  const choose = pickCloud(fixture, options);
  const toSubject = subjectsUnder(options);
  return (object) => toSubject(object, choose(object));
}

/** Prepares the judgement of servers whose cloud is picked already. */
export function subjectsUnder(options: Options): (object: ServerObject, choice: CloudChoice) => Subject {
  const nova = cloudOf(options, DEFAULT_CLOUD);
  const toReadings = readingsUnder(options.clouds);
  return (object, choice) => {
    const { status } = object.fields;
    const vmState = stateOf(object.fields.vmState) ?? undefined;
    const taskState = taskStateOf(object);
    return {
      say: options.say,
      object,
      choice,
      cloud: choice.cloud,
      nova,
      chosen: choice.by === 'comment' || choice.by === 'config' || choice.by === 'setting',
      vmState,
      taskState,
      status: status?.kind === 'string' && status.text !== '' ? status.text : undefined,
      ...toReadings(choice.cloud, { vmState, taskState }),
    };
  };
}

/** The same few pairs stand in all files. */
const readingsUnder = perClouds((clouds) => readingsBy(cloudOf({ clouds }, DEFAULT_CLOUD)));

/** A task_state that is not there is null, unless the object may not be finished. */
function taskStateOf({ fields: { taskState }, isUnfinished }: ServerObject): string | null | undefined {
  if (taskState === undefined) return isUnfinished ? undefined : null;
  return stateOf(taskState);
}

/** A server's states on one line, with `?` for what cannot be read: `active + rebooting, REBOOT`. */
export function sayStates({ say, vmState, taskState, status }: Subject): string {
  const pair = sayPair(vmState ?? '?', taskState === undefined ? '?' : taskState);
  return sayAll(say, status === undefined ? [pair] : [pair, sayValue(status)]);
}
