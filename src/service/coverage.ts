import { type Cloud, type Pair, statusChoices } from '../mapping';
import type { ListedServer } from './list-servers';

/** A number of servers, and of the fixtures that contain them. */
export interface Amount {
  readonly servers: number;
  readonly fixtures: number;
}

/** A status of a cloud with the number of its servers, in total and for each pair that gives it. */
export interface CoveredStatus extends Amount {
  readonly status: string;
  readonly pairs: readonly CoveredPair[];
}

export interface CoveredPair extends Amount {
  /** Null for servers whose states are unknown. */
  readonly pair: Pair | null;
}

/** How much of a cloud's table some fixtures cover. */
export interface Coverage {
  readonly cloud: Cloud;
  /** All statuses of the cloud, in the order of its list, including those without servers. */
  readonly statuses: readonly CoveredStatus[];
  /** The servers without any of these statuses: their states cannot be read, or do not match. */
  readonly others: Amount;
}

/** The servers of one fixture. */
export interface ListedFixture {
  readonly name: string;
  readonly servers: readonly Shown[];
}

/** The properties of a server that coverage depends on. */
type Shown = Pick<ListedServer, 'cloud' | 'vmState' | 'taskState' | 'shows'>;

/**
 * Counts the states in fixtures by cloud. A server counts for the status that it shows, and for its pair if the table
 * gives that status. A server with a wrong status shows none.
 *
 * @returns a table for each cloud that a server is checked against, in the order of first occurrence.
 */
export function coverageOf(fixtures: Iterable<ListedFixture>): Coverage[] {
  const tallies = new Map<string, Tally>();
  for (const { name, servers } of fixtures) {
    for (const server of servers) {
      const tally = tallies.get(server.cloud.id) ?? new Tally(server.cloud);
      tallies.set(server.cloud.id, tally);
      tally.add(name, server);
    }
  }
  return [...tallies.values()].map((tally) => tally.total());
}

/** Returns a cloud's table without servers. */
export function noCoverage(cloud: Cloud): Coverage {
  return new Tally(cloud).total();
}

class Tally {
  private readonly counts = new Map<string, { servers: number; readonly fixtures: Set<string> }>();

  constructor(private readonly cloud: Cloud) {}

  add(fixture: string, { shows, vmState, taskState }: Shown): void {
    this.count(shows ?? '', fixture);
    if (shows !== undefined) this.count(keyOf(shows, pairIn(vmState, taskState)), fixture);
  }

  total(): Coverage {
    return {
      cloud: this.cloud,
      statuses: statusChoices(this.cloud).map(({ status, pairs }) => ({
        status,
        ...this.amount(status),
        pairs: pairs.map((pair) => ({ pair, ...this.amount(keyOf(status, pair)) })),
      })),
      others: this.amount(''),
    };
  }

  private count(key: string, fixture: string): void {
    const before = this.counts.get(key) ?? { servers: 0, fixtures: new Set<string>() };
    this.counts.set(key, { ...before, servers: before.servers + 1 });
    before.fixtures.add(fixture);
  }

  private amount(key: string): Amount {
    const { servers, fixtures } = this.counts.get(key) ?? { servers: 0, fixtures: new Set() };
    return { servers, fixtures: fixtures.size };
  }
}

/** Returns a server's pair; null if it cannot be read. */
function pairIn(vmState: string | undefined, taskState: string | null | undefined): Pair | null {
  return vmState === undefined || taskState === undefined ? null : { vmState, taskState };
}

/** A line break separates the parts, as no value contains one. */
function keyOf(status: string, pair: Pair | null): string {
  return pair === null ? `${status}\n` : `${status}\n${pair.vmState}\n${pair.taskState ?? ''}`;
}
