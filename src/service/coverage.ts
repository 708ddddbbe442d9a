import { type Cloud, type Pair, statusChoices } from '../mapping';
import type { ListedServer } from './list-servers';

/** How much of something there is: servers, and the fixtures that they stand in. */
export interface Amount {
  readonly servers: number;
  readonly fixtures: number;
}

/** A status of a cloud, how often it stands, and how often each pair that gives it. */
export interface CoveredStatus extends Amount {
  readonly status: string;
  readonly pairs: readonly CoveredPair[];
}

export interface CoveredPair extends Amount {
  /** Null for a server whose states nobody knows. */
  readonly pair: Pair | null;
}

/** What of a cloud's table some fixtures show. */
export interface Coverage {
  readonly cloud: Cloud;
  /** Every status of the cloud, in the order of its list, those that are nowhere too. */
  readonly statuses: readonly CoveredStatus[];
  /** The servers that show none of them: their states are not spelled out, or do not go together. */
  readonly others: Amount;
}

/** The servers of one fixture. */
export interface ListedFixture {
  readonly name: string;
  readonly servers: readonly Shown[];
}

/** What counts of a server. */
type Shown = Pick<ListedServer, 'cloud' | 'vmState' | 'taskState' | 'shows'>;

/**
 * Counts which states of the clouds some fixtures hold. A server counts for the status that it shows, and for its pair
 * where the table gives that status; one with a wrong status shows nothing.
 *
 * @returns a table for each cloud that a server is checked against, in the order in which they come up.
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

/** A cloud's table with nothing in it. */
export function noCoverage(cloud: Cloud): Coverage {
  return new Tally(cloud).total();
}

/** Counts one cloud's servers. */
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

/** A server's pair; null where its file does not say it. */
function pairIn(vmState: string | undefined, taskState: string | null | undefined): Pair | null {
  return vmState === undefined || taskState === undefined ? null : { vmState, taskState };
}

/** Told apart by a line break, which no value has. */
function keyOf(status: string, pair: Pair | null): string {
  return pair === null ? `${status}\n` : `${status}\n${pair.vmState}\n${pair.taskState ?? ''}`;
}
