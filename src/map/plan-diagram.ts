import { type Say, sayAll, sayList } from '../words';
import type { MapAction, MapRow, StateMap, Transition } from './types';

// The diagram is a ladder. Its rails are active and stopped, where most actions begin and end; every other vm_state is
// a rung between them. Each transition is therefore a straight line, and no two cross.

/** The vm_states of the rails, in Nova's names. */
const RAILS = { left: 'active', right: 'stopped' } as const;
/** The rungs above the direct connection of the rails. Each has a transition to the next one. */
const UPPER: readonly string[] = ['building', 'error', 'rescued'];
/** The rungs below it. Those of vm_states that Nova lacks come last. */
const LOWER: readonly string[] = [
  'resized',
  'paused',
  'suspended',
  'shelved',
  'shelved_offloaded',
  'soft-delete',
  'deleted',
];

/** A vm_state in the diagram. */
export interface Node {
  readonly vmState: string;
  /** Its status without an operation under way; empty if the table has none. */
  readonly status: string;
  readonly meaning: string;
}

/** A rung of the ladder: a vm_state with its transitions. Without a node, it connects the rails directly. */
export interface Rung {
  readonly node: Node | undefined;
  /** The transition from the left rail; `toLeft` is the one back. */
  readonly fromLeft: Transition | undefined;
  readonly toLeft: Transition | undefined;
  readonly fromRight: Transition | undefined;
  readonly toRight: Transition | undefined;
  /** The creation of a server. */
  readonly start: Transition | undefined;
  /** The transition between this rung and the next one, in either direction. */
  readonly down: Transition | undefined;
  /** The actions that lead here from every vm_state. */
  readonly anywhere: readonly MapAction[];
}

/** Transitions with the same actions between rungs that are not neighbours. They share a line beside the rungs. */
export interface Bus {
  readonly from: readonly string[];
  readonly to: readonly string[];
  readonly actions: readonly MapAction[];
}

export interface Plan {
  readonly left: Node | undefined;
  readonly right: Node | undefined;
  readonly rungs: readonly Rung[];
  readonly buses: readonly Bus[];
  /** Sentences about transitions that are not drawn. */
  readonly notes: readonly string[];
}

/** Assigns each vm_state and transition of a map its place in the ladder. */
export function planDiagram(say: Say, map: StateMap): Plan {
  const rows = map.rows.filter((row): row is MapRow & { vmState: string } => row.vmState !== null);
  // A vm_state without transitions is no rail.
  const isOnWay = ({ vmState }: { vmState: string }) =>
    map.transitions.some(({ from, to }) => from === vmState || to === vmState);
  const rail = (name: string) => rows.find((row) => row.novaName === name && isOnWay(row));
  const [left, right] = [rail(RAILS.left), rail(RAILS.right)];
  const between = rows
    .filter((row) => row !== left && row !== right)
    .sort((a, b) => placeOf(a.novaName) - placeOf(b.novaName));
  const way = (from: string | undefined | null, to: string | undefined) =>
    from === undefined || to === undefined
      ? undefined
      : map.transitions.find((one) => one.from === from && one.to === to);
  const buses = busesOf(
    map,
    between.map(({ vmState }) => vmState),
  );
  const rungs = between.map(({ vmState, ...row }, index): Rung => {
    const next = between[index + 1]?.vmState;
    const down = way(vmState, next) ?? way(next, vmState);
    const rightWays = { fromRight: way(right?.vmState, vmState), toRight: way(vmState, right?.vmState) };
    // The box for every vm_state is on the right, so only a rung without transitions to the right rail has room for its
    // line.
    const isFree = rightWays.fromRight === undefined && rightWays.toRight === undefined;
    return {
      node: nodeOf({ vmState, ...row }),
      fromLeft: way(left?.vmState, vmState),
      toLeft: way(vmState, left?.vmState),
      ...rightWays,
      start: way(null, vmState),
      down: buses.some((bus) => down && isOn(bus, down)) ? undefined : down,
      anywhere: isFree ? (map.anywhere.find(({ to }) => to === vmState)?.actions ?? []) : [],
    };
  });
  const direct = { stop: way(left?.vmState, right?.vmState), start: way(right?.vmState, left?.vmState) };
  const at = between.filter(({ novaName }) => UPPER.includes(novaName ?? '')).length;
  const drawn = new Set(rungs.filter(({ anywhere }) => anywhere.length > 0).map(({ node }) => node?.vmState));
  return {
    left: left && nodeOf(left),
    right: right && nodeOf(right),
    rungs: left && right ? rungs.toSpliced(at, 0, directRung(direct.stop, direct.start)) : rungs,
    buses,
    notes: sayAnywhere(say, map, drawn),
  };
}

function placeOf(novaName: string | null): number {
  const place = [...UPPER, ...LOWER].indexOf(novaName ?? '');
  return place < 0 ? UPPER.length + LOWER.length : place;
}

function directRung(there: Transition | undefined, back: Transition | undefined): Rung {
  const none = { fromRight: undefined, toRight: undefined, start: undefined, down: undefined, anywhere: [] };
  return { node: undefined, fromLeft: there, toLeft: back, ...none };
}

function nodeOf({ vmState, meaning, cells }: MapRow): Node {
  return { vmState: vmState ?? '', meaning, status: cells.find(({ atRest }) => atRest)?.status ?? '' };
}

/** Returns the shared lines of transitions between rungs that are not neighbours. */
function busesOf({ transitions }: StateMap, rungs: readonly string[]): Bus[] {
  const place = (vmState: string | null) => (vmState === null ? -1 : rungs.indexOf(vmState));
  const among = transitions.filter(({ from, to }) => place(from) >= 0 && place(to) >= 0);
  const far = among.filter(({ from, to }) => Math.abs(place(from) - place(to)) > 1);
  return byActions(far).map((ways) => {
    // Transitions between neighbours with the same actions use the same line.
    const all = among.filter(({ actions }) => keyOf(actions) === keyOf(ways[0]?.actions ?? []));
    return {
      from: [...new Set(all.map(({ from }) => from ?? ''))],
      to: [...new Set(all.map(({ to }) => to))],
      actions: ways[0]?.actions ?? [],
    };
  });
}

function isOn(bus: Bus, { from, to, actions }: Transition): boolean {
  return bus.from.includes(from ?? '') && bus.to.includes(to) && keyOf(bus.actions) === keyOf(actions);
}

/** Groups items by their actions. */
function byActions<T extends { readonly actions: readonly MapAction[] }>(all: readonly T[]): T[][] {
  const groups = new Map<string, T[]>();
  for (const one of all) {
    const key = keyOf(one.actions);
    groups.set(key, [...(groups.get(key) ?? []), one]);
  }
  return [...groups.values()];
}

function keyOf(actions: readonly MapAction[]): string {
  return actions.map(({ id }) => id).join();
}

/** Returns notes like `From every vm_state to active or error: reset state (os-resetState).` */
function sayAnywhere(say: Say, { anywhere }: StateMap, drawn: ReadonlySet<string | undefined>): string[] {
  const left = anywhere.filter(({ to }) => !drawn.has(to));
  return byActions(left).map((group) => {
    const ends = group.map(({ to }) => to);
    const actions = (group[0]?.actions ?? []).map(({ label, call }) =>
      say('{text} ({more})', { text: label, more: call }),
    );
    return say('From every vm_state to {to}: {actions}.', {
      to: sayList(say, ends),
      actions: sayAll(say, actions),
    });
  });
}
