import {
  ANY,
  type Cloud,
  type CloudDefinition,
  type PowerState,
  type Row,
  type VmStateRows,
  type Vocabulary,
} from './types';

/**
 * Resolves a cloud: completes it with the data of the cloud that it extends. Only `evidence` is not inherited, as
 * evidence for the base is not evidence for this cloud.
 *
 * @param bases the clouds that it may extend, by id.
 * @throws Error if it extends a cloud that is not among them.
 */
export function resolveCloud(definition: CloudDefinition, bases: ReadonlyMap<string, Cloud>): Cloud {
  const base = baseOf(definition, bases);
  const rows = mergeRows(base?.rows ?? [], definition.rows ?? []);
  return {
    id: definition.id,
    title: definition.title,
    sources: definition.sources ?? base?.sources ?? [],
    // A value that occurs only in a row is also known, without a meaning.
    statuses: withRowValues({ ...base?.statuses, ...definition.statuses }, rows, ({ status }) => status),
    vmStates: withRowValues({ ...base?.vmStates, ...definition.vmStates }, rows, ({ vmState }) => vmState),
    taskStates: withRowValues(
      { ...base?.taskStates, ...definition.taskStates },
      rows,
      ({ taskState }) => taskState,
    ),
    powerStates: mergePowerStates(base?.powerStates ?? [], definition.powerStates ?? []),
    rows,
    index: indexRows(rows),
    unlisted: definition.unlisted ?? base?.unlisted ?? 'silent',
    // A definition can set null to remove the base's status.
    unknownVmState:
      definition.unknownVmState === undefined ? (base?.unknownVmState ?? null) : definition.unknownVmState,
    vmStateAliases: { ...base?.vmStateAliases, ...definition.vmStateAliases },
    novaNames: { ...base?.novaNames, ...definition.novaNames },
    evidence: definition.evidence ?? { hosts: [], keys: [] },
  };
}

/**
 * Resolves clouds that may extend each other, in any order.
 *
 * @param bases existing clouds; a definition with the same id replaces one.
 * @returns the bases and the new clouds, in the given order.
 * @throws Error if a cloud extends one that does not exist, or if clouds extend each other in a circle.
 */
export function resolveClouds(
  definitions: readonly CloudDefinition[],
  bases: ReadonlyMap<string, Cloud> = new Map(),
): ReadonlyMap<string, Cloud> {
  const resolved = new Map(bases);
  let waiting = definitions;
  while (waiting.length > 0) {
    // A definition waits for another one that it extends. If it extends its own id, it means the base with that id.
    const ids = new Set(waiting.map(({ id }) => id));
    const blocked = waiting.filter(({ id, extends: other = id }) => other !== id && ids.has(other));
    if (blocked.length === waiting.length) {
      throw new Error(`These clouds extend one another in a circle: ${[...ids].join(', ')}.`);
    }
    for (const definition of waiting) {
      if (!blocked.includes(definition)) resolved.set(definition.id, resolveCloud(definition, resolved));
    }
    waiting = blocked;
  }
  const order = new Set([...bases.keys(), ...definitions.map(({ id }) => id)]);
  return new Map([...order].map((id) => [id, resolved.get(id) as Cloud]));
}

function baseOf(definition: CloudDefinition, bases: ReadonlyMap<string, Cloud>): Cloud | undefined {
  if (definition.extends === undefined) return undefined;
  const base = bases.get(definition.extends);
  if (base !== undefined) return base;
  const known = [...bases.keys()].join(', ') || 'none';
  throw new Error(
    `Cloud "${definition.id}" extends "${definition.extends}", which does not exist. Known clouds: ${known}.`,
  );
}

/** Adds a cloud's rows to its base's rows, replacing those of the same pair. */
function mergeRows(base: readonly Row[], own: readonly Row[]): readonly Row[] {
  const pairOf = ({ vmState, taskState }: Row) => JSON.stringify([vmState, taskState]);
  // A duplicate pair keeps its first position, and its last row applies.
  return [...new Map([...base, ...own].map((row) => [pairOf(row), row])).values()];
}

function mergePowerStates(base: readonly PowerState[], own: readonly PowerState[]): readonly PowerState[] {
  const byCode = new Map([...base, ...own].map((powerState) => [powerState.code, powerState]));
  return [...byCode.values()].sort((a, b) => a.code - b.code);
}

/** Adds the values that occur only in rows to a vocabulary, without a meaning. */
function withRowValues(
  vocabulary: Vocabulary,
  rows: readonly Row[],
  pick: (row: Row) => string | null,
): Vocabulary {
  const missing = rows
    .map(pick)
    .filter((value) => value !== null)
    .filter((value) => value !== ANY && !Object.hasOwn(vocabulary, value));
  return { ...vocabulary, ...Object.fromEntries(missing.map((value) => [value, ''])) };
}

function indexRows(rows: readonly Row[]): ReadonlyMap<string, VmStateRows> {
  const index = new Map<string, { byTaskState: Map<string | null, string>; otherwise: string | null }>();
  for (const { vmState, taskState, status } of rows) {
    const own = index.get(vmState) ?? { byTaskState: new Map<string | null, string>(), otherwise: null };
    index.set(vmState, own);
    if (taskState === ANY) own.otherwise = status;
    else own.byTaskState.set(taskState, status);
  }
  return index;
}
