import { type Uri, workspace } from 'vscode';
import type { Cloud, Pair } from '../../mapping';
import { type Amount, type Coverage, type CoveredPair, type CoveredStatus, coverageOf } from '../../service';
import type { PlacedServer } from './file-report';
import type { KeptReport } from './workspace-findings';

/** How the servers are grouped. */
export type Grouping = 'status' | 'file';

/** A node of the view. */
export type Node =
  | { readonly kind: 'cloud'; readonly coverage: Coverage }
  | { readonly kind: 'status'; readonly cloud: Cloud; readonly covered: CoveredStatus }
  | { readonly kind: 'pair'; readonly cloud: Cloud; readonly status: string; readonly covered: CoveredPair }
  | { readonly kind: 'others'; readonly cloud: Cloud; readonly amount: Amount }
  | { readonly kind: 'file'; readonly report: KeptReport }
  | { readonly kind: 'server'; readonly uri: Uri; readonly server: PlacedServer; readonly isInFile: boolean };

/** Returns the top nodes: the clouds, the states if there is only one cloud, or the files with servers. */
export function topNodes(reports: readonly KeptReport[], grouping: Grouping): Node[] {
  if (grouping === 'file')
    return reports.filter(({ servers }) => servers.length > 0).map((report) => ({ kind: 'file', report }));
  const tables = coverageOf(
    reports.map(({ uri, servers }) => ({ name: workspace.asRelativePath(uri), servers })),
  );
  const [only, ...more] = tables;
  if (only === undefined) return [];
  return more.length === 0 ? inCloud(only) : tables.map((coverage) => ({ kind: 'cloud', coverage }));
}

/** Returns the children of a node. */
export function nodesBelow(node: Node, reports: readonly KeptReport[]): Node[] {
  const serversThat = (isMeant: (server: PlacedServer) => boolean) =>
    reports.flatMap(({ uri, servers }) =>
      servers.filter(isMeant).map((server) => toNode(uri, server, false)),
    );
  switch (node.kind) {
    case 'cloud':
      return inCloud(node.coverage);
    case 'status': {
      const { cloud, covered } = node;
      if (covered.servers === 0) return [];
      const pairs = covered.pairs.map(
        (pair): Node => ({ kind: 'pair', cloud, status: covered.status, covered: pair }),
      );
      // Servers whose states the file does not contain are listed after the pairs.
      const isInPair = (server: PlacedServer) => covered.pairs.some(({ pair }) => isPair(server, pair));
      const rest = serversThat((server) => shows(server, cloud, covered.status) && !isInPair(server));
      return [...pairs, ...rest];
    }
    case 'pair': {
      const { cloud, status, covered } = node;
      return serversThat((server) => shows(server, cloud, status) && isPair(server, covered.pair));
    }
    case 'others':
      return serversThat((server) => shows(server, node.cloud, undefined));
    case 'file':
      return node.report.servers.map((server) => toNode(node.report.uri, server, true));
    case 'server':
      return [];
  }
}

function inCloud({ cloud, statuses, others }: Coverage): Node[] {
  const rest: Node[] = others.servers === 0 ? [] : [{ kind: 'others', cloud, amount: others }];
  return [...statuses.map((covered): Node => ({ kind: 'status', cloud, covered })), ...rest];
}

function toNode(uri: Uri, server: PlacedServer, isInFile: boolean): Node {
  return { kind: 'server', uri, server, isInFile };
}

function shows(server: PlacedServer, cloud: Cloud, status: string | undefined): boolean {
  return server.cloud.id === cloud.id && server.shows === status;
}

function isPair({ vmState, taskState }: PlacedServer, pair: Pair | null): boolean {
  if (pair === null) return vmState === undefined;
  return vmState === pair.vmState && taskState !== undefined && (taskState || null) === pair.taskState;
}
