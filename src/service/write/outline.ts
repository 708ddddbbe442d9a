import type { Fixture } from '../recognise/types';

/** A list or map of a text with its members. */
export interface Collection {
  readonly kind: 'list' | 'map';
  /** True between brackets; false for a YAML block. */
  readonly isFlow: boolean;
  readonly start: number;
  end: number;
  readonly members: Member[];
  /** The member whose value it is. */
  readonly of: Member | undefined;
}

/** An item of a list or an entry of a map. */
export interface Member {
  readonly start: number;
  /** The end offset. For an incomplete member, the start of the next token. */
  end: number;
  readonly in: Collection;
  readonly key?: string | undefined;
  /** True for a YAML key in double quotes. */
  readonly isQuoted?: boolean;
  /** The offset after the colon or dash. */
  colon?: number | undefined;
  /** The offset after the comma that follows. */
  comma?: number | undefined;
  value?: Collection | undefined;
  /** `no-value` for a key or dash without a value, `gap` for a missing member at a comma. */
  state: 'whole' | 'no-value' | 'gap';
}

/** Returns the lists and maps around an offset, innermost first. */
export function chainOf(innermost: Collection | undefined): Collection[] {
  const chain: Collection[] = [];
  for (let one = innermost; one !== undefined; one = one.of?.in) chain.push(one);
  return chain;
}

/**
 * Returns the list or map to insert a server into: the list that contains the cursor, even inside one of its items, or
 * else the innermost map. A server is never inserted into another one, but into the collection around it, if there is
 * one.
 */
export function targetOf(
  chain: readonly Collection[],
  isServer: (one: Collection) => boolean,
): Collection | undefined {
  const beyond = chain.slice(chain.findLastIndex(isServer) + 1);
  const around = beyond.length > 0 ? beyond : chain.slice(-1);
  const list = around.findIndex(({ kind }) => kind === 'list');
  const isItem = list === 1 || around[list]?.of?.key === 'servers';
  return isItem ? around[list] : around[0];
}

/**
 * Returns a function that tells whether a map is a server, by its key or its content.
 *
 * @param from the offset in the file at which the map's text starts.
 */
export function serversOf({ servers }: Fixture, from = 0): (one: Collection) => boolean {
  const starts = new Set(servers.map(({ span }) => span.start));
  return ({ kind, of, start }) => kind === 'map' && (isServerKey(of?.key) || starts.has(from + start));
}

/** Tells whether an empty map is to become the server itself: under `server`, or as an item of a list. */
export function becomesServer({ kind, members, of }: Collection): boolean {
  return kind === 'map' && members.length === 0 && (isServerKey(of?.key) || of?.in.kind === 'list');
}

/** Returns `server`, or the first such key with a number that the map does not have. */
export function freeKey({ members }: Collection): string {
  const keys = new Set(members.map(({ key }) => key));
  let key = 'server';
  for (let i = 2; keys.has(key); i += 1) key = `server${i}`;
  return key;
}

/** Tells whether a key is for a single server. */
export function isServerKey(key: string | undefined): boolean {
  return /^server\d*$/.test(key ?? '');
}

/** Tells whether a key is for a list: `servers`, `instances`; not `status`, `address`. */
export function isPlural(key: string | undefined): boolean {
  return /[^su]s$/i.test(key ?? '');
}
