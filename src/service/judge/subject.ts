import { DEFAULT_CLOUD } from '../../mapping';
import { sayAll, sayPair, sayValue } from '../../words';
import type { Options } from '../options';
import { perClouds } from '../recognise/per-clouds';
import type { Fixture, ServerObject } from '../recognise/types';
import { cloudOf, pickCloud } from './pick-cloud';
import { stateOf } from './read-server';
import { readingsBy } from './readings';
import { type CloudChoice, isChosen, type Subject } from './types';

/** Returns a function that prepares a file's servers for the rules: picks the cloud and reads the values. */
export function subjectsOf(fixture: Fixture, options: Options): (object: ServerObject) => Subject {
  const picked = pickCloud(fixture, options);
  const toSubject = subjectsUnder(options);
  return (object) => toSubject(object, picked.of(object));
}

/** Returns a function that prepares servers whose cloud is already picked. */
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
      chosen: isChosen(choice.by),
      vmState,
      taskState,
      status: status?.kind === 'string' && status.text !== '' ? status.text : undefined,
      ...toReadings(choice.cloud, { vmState, taskState }),
    };
  };
}

/** Shared by all files, as they contain the same few pairs. */
const readingsUnder = perClouds((clouds) => readingsBy(cloudOf({ clouds }, DEFAULT_CLOUD)));

/** Returns the task_state. A missing one is null, unless the object may be incomplete. */
function taskStateOf({ fields: { taskState }, isUnfinished }: ServerObject): string | null | undefined {
  if (taskState === undefined) return isUnfinished ? undefined : null;
  return stateOf(taskState);
}

/** Returns a server's states on one line, with `?` for unreadable ones: `active + rebooting, REBOOT`. */
export function sayStates({ say, vmState, taskState, status }: Subject): string {
  const pair = sayPair(vmState ?? '?', taskState === undefined ? '?' : taskState);
  return sayAll(say, status === undefined ? [pair] : [pair, sayValue(status)]);
}
