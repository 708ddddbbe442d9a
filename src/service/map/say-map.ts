import type { MapAction, MapCell, StateMap, Transition } from './types';

/** The task_states of a cell as words of a list. */
export function taskWords({ taskStates, others }: MapCell): string[] {
  const named = taskStates.map((taskState) => taskState ?? 'null');
  return others ? [...named, 'any other'] : named;
}

/** A cell in a sentence: `active + rebooting, reboot_pending or reboot_started gives REBOOT.` */
export function sayCell(vmState: string | null, cell: MapCell): string {
  const words = taskWords(cell);
  const list = words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} or ${words.at(-1)}`;
  return `${vmState ?? 'any other vm_state'} + ${list} gives ${cell.status}. ${SAID_BY[cell.by]}`;
}

const SAID_BY = {
  row: 'By the rows of the table.',
  default: "By the vm_state's default.",
  note: 'By the note on pairs without a row.',
};

/** A way in a sentence: `stop (os-stop) leads from active to stopped.` */
export function sayWay({ from, to, actions }: Transition): string {
  const all = actions.map(sayAction).join('; ');
  return `${from ?? 'no server'} to ${to}: ${all}.`;
}

/** An action with its call: `stop (os-stop)`. */
export function sayAction({ title, call }: MapAction): string {
  return title === call ? title : `${title} (${call})`;
}

/** What a reader who cannot see the picture gets to know first. */
export function sayMap({ cloud, rows }: StateMap): string {
  const known = rows.filter(({ vmState }) => vmState !== null);
  const statuses = known.map(
    ({ vmState, cells }) => `${vmState}: ${cells.map(({ status }) => status).join(', ')}`,
  );
  return `The statuses of ${cloud.title} by vm_state. ${statuses.join('; ')}.`;
}

/** The ways between the vm_states for a reader who cannot see them. */
export function sayWays({ transitions, anywhere }: StateMap): string {
  const list = (actions: readonly MapAction[]) => actions.map(({ label }) => label).join(', ');
  return [
    ...transitions.map(({ from, to, actions }) => `${from ?? 'no server'} to ${to}: ${list(actions)}`),
    ...anywhere.map(({ to, actions }) => `every vm_state to ${to}: ${list(actions)}`),
  ].join('; ');
}
