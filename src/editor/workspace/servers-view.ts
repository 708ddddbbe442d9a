import {
  commands,
  EventEmitter,
  type ExtensionContext,
  type FileDecoration,
  ThemeColor,
  ThemeIcon,
  TreeItem,
  TreeItemCollapsibleState,
  Uri,
  window,
  workspace,
} from 'vscode';
import { type Amount, sayFiles, sayServers } from '../../service';
import { sayPair, sayValue } from '../../words';
import { FOR_FOLDER } from '../for-folder';
import { say } from '../language';
import { type Grouping, type Node, nodesBelow, topNodes } from './server-tree';
import type { KeptReport, WorkspaceFindings } from './workspace-findings';

const VIEW = 'serverStatus.servers';

/** The context key of the grouping, for the button that changes it. */
const GROUPING_KEY = 'serverStatus.serversGroupedBy';

/** The scheme of states that no fixture has. Tree items have no colour, but decorations can grey a resource. */
const NOWHERE = 'server-status-nowhere';

/** Registers the view "Servers": the servers by status or file, and the cloud's states that no fixture has. */
export function registerServersView({ subscriptions }: ExtensionContext, found: WorkspaceFindings): void {
  const changed = new EventEmitter<void>();
  let grouping: Grouping = 'status';
  let reports: readonly KeptReport[] = [];
  const view = window.createTreeView<Node>(VIEW, {
    showCollapseAll: true,
    treeDataProvider: {
      onDidChangeTreeData: changed.event,
      getTreeItem: toItem,
      getChildren: (node) => (node ? nodesBelow(node, reports) : topNodes(reports, grouping)),
    },
  });
  const update = () => {
    // A hidden view is not updated, as there may be very many servers.
    if (!view.visible) return;
    reports = found.reports();
    const holding = reports.filter(({ servers }) => servers.length > 0);
    const servers = holding.reduce((sum, report) => sum + report.servers.length, 0);
    view.description = servers === 0 ? '' : sayAmount({ servers, fixtures: holding.length });
    view.message = servers === 0 ? say('No fixture in the workspace contains a server.') : '';
    changed.fire();
  };
  const groupBy = (wanted: Grouping) => {
    grouping = wanted;
    commands.executeCommand('setContext', GROUPING_KEY, grouping);
    changed.fire();
  };
  groupBy(grouping);
  subscriptions.push(
    changed,
    view,
    found.onDidChange(update),
    view.onDidChangeVisibility(update),
    commands.registerCommand('serverStatus.groupServersByStatus', () => groupBy('status')),
    commands.registerCommand('serverStatus.groupServersByFile', () => groupBy('file')),
    commands.registerCommand('serverStatus.insertMissing', insertMissing),
    commands.registerCommand('serverStatus.moreForFile', (node: Node) =>
      node.kind === 'file' ? commands.executeCommand(FOR_FOLDER, node.report.uri) : undefined,
    ),
    window.registerFileDecorationProvider({ provideFileDecoration: greyed }),
  );
}

/** Inserts a server in the node's state at the cursor. */
function insertMissing(node: Node): Thenable<unknown> | undefined {
  if (node.kind === 'status') {
    const [first] = node.covered.pairs;
    const state = { status: node.covered.status, pair: first?.pair ?? null };
    return commands.executeCommand('serverStatus.insertServer', { cloud: node.cloud, state });
  }
  if (node.kind !== 'pair') return undefined;
  const state = { status: node.status, pair: node.covered.pair };
  return commands.executeCommand('serverStatus.insertServer', { cloud: node.cloud, state });
}

function greyed({ scheme }: Uri): FileDecoration | undefined {
  return scheme === NOWHERE ? { color: new ThemeColor('disabledForeground') } : undefined;
}

function toItem(node: Node): TreeItem {
  switch (node.kind) {
    case 'cloud':
      return group(node.coverage.cloud.title, '', 'cloud');
    case 'status':
      return stateItem(node.covered.status, node.covered, node.cloud.statuses[node.covered.status]);
    case 'pair': {
      const { pair } = node.covered;
      const label = pair === null ? say('no vm_state, no task_state') : sayPair(pair.vmState, pair.taskState);
      return stateItem(label, node.covered, undefined);
    }
    case 'others': {
      const item = group(say('Not in any state of the table'), sayAmount(node.amount), 'warning');
      item.tooltip = say('Their states are not written out, or contradict each other.');
      return item;
    }
    case 'file':
      return fileItem(node.report);
    case 'server':
      return serverItem(node);
  }
}

function stateItem(label: string, amount: Amount, meaning: string | undefined): TreeItem {
  const isNowhere = amount.servers === 0;
  const item = isNowhere ? new TreeItem(label) : group(label, sayAmount(amount), 'circle-filled');
  if (isNowhere) {
    item.description = say('no fixture');
    item.iconPath = new ThemeIcon('circle-outline', new ThemeColor('disabledForeground'));
    item.resourceUri = Uri.from({ scheme: NOWHERE, path: `/${label}` });
    item.contextValue = 'nowhere';
  }
  if (meaning) item.tooltip = meaning;
  return item;
}

function fileItem({ uri, servers }: KeptReport): TreeItem {
  const item = new TreeItem(uri, TreeItemCollapsibleState.Collapsed);
  const [, ...folders] = workspace.asRelativePath(uri).split('/').reverse();
  item.description = [folders.reverse().join('/'), sayServers(say, servers.length)]
    .filter(Boolean)
    .join(' · ');
  item.contextValue = 'file';
  return item;
}

function serverItem({ uri, server, isInFile }: Extract<Node, { kind: 'server' }>): TreeItem {
  const place = `${workspace.asRelativePath(uri)}:${server.range.start.line + 1}`;
  const name = server.name === undefined ? undefined : sayValue(server.name);
  const item = new TreeItem(name ?? place);
  item.description = isInFile || name === undefined ? server.states : place;
  item.tooltip = `${server.says}\n${place}`;
  item.iconPath = new ThemeIcon(server.shows === undefined ? 'warning' : 'server');
  const { start } = server.range;
  item.command = {
    command: 'vscode.open',
    title: say('Go to the server'),
    arguments: [uri, { selection: { start, end: start } }],
  };
  return item;
}

function group(label: string, description: string, icon: string): TreeItem {
  const item = new TreeItem(label, TreeItemCollapsibleState.Collapsed);
  item.description = description;
  item.iconPath = new ThemeIcon(icon);
  return item;
}

function sayAmount({ servers, fixtures }: Amount): string {
  return say('{servers} in {files}', { servers: sayServers(say, servers), files: sayFiles(say, fixtures) });
}
