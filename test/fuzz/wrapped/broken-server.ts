import type { Dice } from './dice';

/** Stands for the wrong value until the file is written: a word that occurs nowhere else, in any writing. */
export const MARK = 'QZMARKQZ';

export type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

/** A server that is right but for one field, where the mark stands. */
export interface Broken {
  readonly server: { [key: string]: Json };
  readonly name: string;
  readonly field: string;
  readonly wrong: string;
  /** What a fix has to write. */
  readonly right: string | null;
}

/** vm_state, task_state and status as Nova's table has them, and ways to misspell the states. */
const CLEAN: readonly (readonly [string, string | null, string])[] = [
  ['active', null, 'ACTIVE'],
  ['active', 'rebooting', 'REBOOT'],
  ['active', 'resize_prep', 'RESIZE'],
  ['active', 'rebuilding', 'REBUILD'],
  ['stopped', null, 'SHUTOFF'],
  ['paused', null, 'PAUSED'],
  ['suspended', null, 'SUSPENDED'],
  ['building', 'spawning', 'BUILD'],
  ['error', null, 'ERROR'],
  ['resized', null, 'VERIFY_RESIZE'],
  ['rescued', null, 'RESCUE'],
  ['shelved_offloaded', null, 'SHELVED_OFFLOADED'],
];

const MISSPELT: Readonly<Record<string, string>> = {
  active: 'actvie',
  stopped: 'stoped',
  paused: 'pasued',
  suspended: 'suspendd',
  building: 'buildng',
  error: 'eror',
  resized: 'resizd',
  rescued: 'rescud',
  shelved_offloaded: 'shelved_ofloaded',
  rebooting: 'rebootng',
  resize_prep: 'resize_perp',
  rebuilding: 'rebuildng',
  spawning: 'spawnning',
};

const NAMES = [
  'web',
  "it's",
  'a "quoted" one',
  'wébsite 🚀🚀',
  'combining e\u0301 and 한',
  'back\\slash\\',
  'two\nlines',
  'a\ttab',
  'http://example.org/a/b',
  'a: b # c',
  'two  blanks and  two more ',
  'line\u2028separator',
  'a long name of the sort that people give to machines that they do not want to lose, with many words in it',
];

export type Breaking = 'wrong status' | 'misspelt vm_state' | 'misspelt task_state' | '"None" as text';

export const BREAKINGS: readonly Breaking[] = [
  'wrong status',
  'misspelt vm_state',
  'misspelt task_state',
  '"None" as text',
];

/** Keys as the compute API writes them, and bare ones. */
const PREFIXES = ['OS-EXT-STS:', 'OS-EXT-STS:', ''];

/** A server with everything right: the other servers of a file. */
export function cleanServer(dice: Dice): { [key: string]: Json } {
  const [vmState, taskState, status] = dice.pick(CLEAN);
  return written(dice, 'OS-EXT-STS:', dice.pick(NAMES), vmState, taskState, status);
}

/** A server with one field broken in this way. */
export function brokenServer(dice: Dice, breaking: Breaking): Broken {
  const needsTask = breaking === 'misspelt task_state';
  const usable = CLEAN.filter(([, task]) =>
    breaking === '"None" as text' ? task === null : task !== null || !needsTask,
  );
  const [vmState, taskState, status] = dice.pick(usable);
  const prefix = dice.pick(PREFIXES);
  const name = dice.pick(NAMES);
  const server = (vm: string, task: string | null, shown: string) =>
    written(dice, prefix, name, vm, task, shown);
  if (breaking === 'wrong status') {
    const wrong = dice.pick(['MIGRATING', 'PASSWORD', 'ACTVE']);
    return { server: server(vmState, taskState, MARK), name, field: 'status', wrong, right: status };
  }
  if (breaking === 'misspelt vm_state') {
    const wrong = MISSPELT[vmState] ?? '';
    return {
      server: server(MARK, taskState, status),
      name,
      field: `${prefix}vm_state`,
      wrong,
      right: vmState,
    };
  }
  const wrong =
    breaking === '"None" as text' ? dice.pick(['None', 'NONE', 'nil']) : MISSPELT[taskState ?? ''];
  return {
    server: server(vmState, MARK, status),
    name,
    field: `${prefix}task_state`,
    wrong: wrong ?? '',
    right: taskState,
  };
}

/** The fields in any order, other ones of an answer between them. */
function written(
  dice: Dice,
  prefix: string,
  name: string,
  vmState: string,
  taskState: string | null,
  status: string,
): { [key: string]: Json } {
  const states: [string, Json][] = [
    [`${prefix}vm_state`, vmState],
    [`${prefix}task_state`, taskState],
    ['status', status],
  ];
  const others: [string, Json][] = [
    ['name', name],
    ['id', '9168b536-cd40-4630-b43f-b259807c6e87'],
    ['host_status', 'UP'],
    ['tags', ['a', 'b']],
    ['flavor', { vcpus: 1, extra_specs: {} }],
    ['metadata', { note: 'it\'s \\ "fine" 🚀' }],
  ];
  const kept = others.filter(([key]) => key === 'name' || dice.isLucky(0.5));
  return Object.fromEntries(dice.shuffle([...states, ...kept]));
}
