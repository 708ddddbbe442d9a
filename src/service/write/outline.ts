import type { Fixture } from '../recognise/types';

/** A list or a map of a text, with the places of what is in it. */
export interface Collection {
  readonly kind: 'list' | 'map';
  /** True between brackets; false for one of YAML that its indentation makes. */
  readonly isFlow: boolean;
  readonly start: number;
  end: number;
  readonly members: Member[];
  /** The item or entry whose value it is. */
  readonly of: Member | undefined;
}

/** An item of a list or an entry of a map. */
export interface Member {
  readonly start: number;
  /** Where it ends; for one that is not whole, where the next token begins. */
  end: number;
  readonly in: Collection;
  readonly key?: string | undefined;
  /** True for a key of YAML in double quotes. */
  readonly isQuoted?: boolean;
  /** Behind the colon or the dash. */
  colon?: number | undefined;
  /** Behind the comma that follows. */
  comma?: number | undefined;
  value?: Collection | undefined;
  /** `no-value` for a key or a dash with nothing behind it yet, `gap` for nothing at all at a comma. */
  state: 'whole' | 'no-value' | 'gap';
}

/** The lists and maps around an offset, the innermost first. */
export function chainOf(innermost: Collection | undefined): Collection[] {
  const chain: Collection[] = [];
  for (let one = innermost; one !== undefined; one = one.of?.in) chain.push(one);
  return chain;
}

/**
 * The list or map that a server goes into: the list that the cursor is in, be it inside one of its items; else the
 * innermost map. No server goes into a server: what is around that one counts, if there is anything.
 */
export function targetOf(
  chain: readonly Collection[],
  isServer: (one: Collection) => boolean,
): Collection | undefined {
  const beyond = chain.slice(chain.findLastIndex(isServer) + 1);
  const around = beyond.length > 0 ? beyond : chain.slice(-1);
  const list = around.findIndex(({ kind }) => kind === 'list');
  const isItem = list === 1 || (list > 1 && around[list]?.of?.key === 'servers');
  return list === 0 || isItem ? around[list] : around[0];
}

/**
 * Returns a function that tells of a map whether it is a server, by its key or by what is in it.
 *
 * @param from where the text that the map is of begins in the file.
 */
export function serversOf({ servers }: Fixture, from = 0): (one: Collection) => boolean {
  const starts = new Set(servers.filter(({ within }) => within === undefined).map(({ span }) => span.start));
  return ({ kind, of, start }) => kind === 'map' && (isServerKey(of?.key) || starts.has(from + start));
}

/** True for an empty map that is to become the server itself: under `server`, or an item of a list. */
export function becomesServer({ kind, members, of }: Collection): boolean {
  return kind === 'map' && members.length === 0 && (isServerKey(of?.key) || of?.in.kind === 'list');
}

/** `server`, or the first such key with a number that the map does not have. */
export function freeKey({ members }: Collection): string {
  const keys = new Set(members.map(({ key }) => key));
  let key = 'server';
  for (let i = 2; keys.has(key); i += 1) key = `server${i}`;
  return key;
}

/** True for a key that a single server stands behind. */
export function isServerKey(key: string | undefined): boolean {
  return key !== undefined && /^server\d*$/.test(key);
}

/** True for a key that a list stands behind: `servers`, `instances`; not `status`, `address`. */
export function isPlural(key: string | undefined): boolean {
  return key !== undefined && /[^su]s$/i.test(key);
}
