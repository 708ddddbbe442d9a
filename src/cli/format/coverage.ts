import { type Amount, type Coverage, sayFiles, sayServers } from '../../service';
import { type Say, sayPair, sayTogether } from '../../words';

/** Formats the tables of clouds for people: a line for each status and, indented, for each pair that gives it. */
export function coverageAsText(say: Say, tables: readonly Coverage[]): string {
  return tables.map((table) => asText(say, table)).join('\n');
}

/** Formats the tables as JSON, version 1. */
export function coverageAsJson(tables: readonly Coverage[]): string {
  const clouds = tables.map(({ cloud, statuses, others }) => ({
    cloud: cloud.id,
    statuses: statuses.map(({ pairs, ...status }) => ({
      ...status,
      pairs: pairs.map(({ pair, ...amount }) => ({
        vmState: pair?.vmState ?? null,
        taskState: pair?.taskState ?? null,
        ...amount,
      })),
    })),
    others,
  }));
  return `${JSON.stringify({ version: 1, clouds }, null, 2)}\n`;
}

function asText(say: Say, { cloud, statuses, others }: Coverage): string {
  const lines = statuses.flatMap(({ status, pairs, ...amount }) => [
    { label: `  ${status}`, amount },
    ...pairs.map(({ pair, ...ofPair }) => ({
      label: `    ${pair === null ? say('no vm_state, no task_state') : sayPair(pair.vmState, pair.taskState)}`,
      amount: ofPair,
    })),
  ]);
  const widest = Math.max(...lines.map(({ label }) => label.length));
  const shown = lines.map(({ label, amount }) => `${label.padEnd(widest)}  ${sayAmount(say, amount)}\n`);
  const pairs = statuses.flatMap((status) => status.pairs);
  const sum = say('Covered: {statuses} of {allStatuses} statuses, {pairs} of {allPairs} pairs.', {
    statuses: covered(statuses),
    allStatuses: statuses.length,
    pairs: covered(pairs),
    allPairs: pairs.length,
  });
  const rest =
    others.servers === 0
      ? undefined
      : say('Not in any state of the table: {servers}.', { servers: sayServers(say, others.servers) });
  return `${cloud.id}: ${cloud.title}\n${shown.join('')}${sayTogether(say, sum, rest)}\n`;
}

function covered(amounts: readonly Amount[]): number {
  return amounts.filter(({ servers }) => servers > 0).length;
}

function sayAmount(say: Say, { servers, fixtures }: Amount): string {
  if (servers === 0) return '-';
  return say('{servers} in {files}', { servers: sayServers(say, servers), files: sayFiles(say, fixtures) });
}
