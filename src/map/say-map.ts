import { type Say, sayAll, sayClauses, sayList, sayTogether, type Text } from '../words';
import type { MapAction, MapCell, StateMap, Transition } from './types';

/** Returns the task_states of a cell as words of a list. */
export function taskWords(say: Say, { taskStates, others }: MapCell): string[] {
  const named = taskStates.map((taskState) => taskState ?? 'null');
  return others ? [...named, say('any other')] : named;
}

/** Describes a cell in a sentence: `active + rebooting, reboot_pending or reboot_started gives REBOOT.` */
export function sayCell(say: Say, vmState: string | null, cell: MapCell): string {
  const pair = `${vmState ?? say('any other vm_state')} + ${sayList(say, taskWords(say, cell))}`;
  return sayTogether(
    say,
    say('{pair} gives {status}.', { pair, status: cell.status }),
    say(SAID_BY[cell.by]),
  );
}

const SAID_BY = {
  row: 'From the rows of the table.',
  default: 'From the default of the vm_state.',
  note: 'From the note on pairs without a row.',
} as const satisfies Record<MapCell['by'], Text>;

/** Describes a transition in a sentence: `active to stopped: stop (os-stop).` */
export function sayWay(say: Say, { from, to, actions }: Transition): string {
  return sayActions(say, from ?? say('no server'), to, actions);
}

/** Describes the actions between two ends in a sentence. */
export function sayActions(say: Say, from: string, to: string, actions: readonly MapAction[]): string {
  const all = actions.map(({ title, call }) =>
    title === call ? title : say('{text} ({more})', { text: title, more: call }),
  );
  return say('{from} to {to}: {actions}.', { from, to, actions: sayClauses(say, all) });
}

/** Describes the table for users who cannot see the picture. */
export function sayMap(say: Say, { cloud, rows }: StateMap): string {
  const known = rows.filter(({ vmState }) => vmState !== null);
  const statuses = known.map(({ vmState, cells }) => {
    const all = cells.map(({ status }) => status);
    return say('{name}: {values}', { name: vmState ?? '', values: sayAll(say, all) });
  });
  return say('The statuses of {cloud} by vm_state. {statuses}.', {
    cloud: cloud.title,
    statuses: sayClauses(say, statuses),
  });
}

/** Describes the transitions for users who cannot see the picture. */
export function sayWays(say: Say, { transitions, anywhere }: StateMap): string {
  const way = (from: string, to: string, actions: readonly MapAction[]) => {
    const labels = actions.map(({ label }) => label);
    return say('{from} to {to}: {actions}', { from, to, actions: sayAll(say, labels) });
  };
  return sayClauses(say, [
    ...transitions.map(({ from, to, actions }) => way(from ?? say('no server'), to, actions)),
    ...anywhere.map(({ to, actions }) => way(say('every vm_state'), to, actions)),
  ]);
}
