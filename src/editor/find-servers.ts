import { type QuickPickItem, Selection, TabInputText, type TextDocument, window, workspace } from 'vscode';
import { type ListedServer, listServers } from '../service';
import { ask } from './ask';
import { say } from './language';
import type { Served } from './served';

interface Found {
  readonly document: TextDocument;
  readonly server: ListedServer;
}

/** Lists the servers of the open files that match, and goes to the one that is picked. */
export async function findServers(
  title: string,
  served: Served,
  wanted: (server: ListedServer) => boolean,
): Promise<void> {
  const found: Found[] = [];
  for (const document of await openDocuments()) {
    const open = await served.open(document);
    if (open === undefined) continue;
    const servers = listServers(open.fixture, open.options).filter(wanted);
    for (const server of servers) found.push({ document, server });
  }
  if (found.length === 0) {
    await window.showInformationMessage(say('No server in the open files is in this state.'));
    return;
  }
  const picked = await ask(found.map(itemOf), { title, matchOnDescription: true });
  if (picked !== undefined) await show(picked.found);
}

/** Returns the documents of all open tabs, including tabs that VS Code has not loaded yet. */
async function openDocuments(): Promise<TextDocument[]> {
  const uris = window.tabGroups.all
    .flatMap(({ tabs }) => tabs)
    .flatMap(({ input }) => (input instanceof TabInputText ? [input.uri] : []));
  const byName = new Map(uris.map((uri) => [uri.toString(), uri]));
  const opened = await Promise.allSettled([...byName.values()].map((uri) => workspace.openTextDocument(uri)));
  return opened.flatMap((result) => (result.status === 'fulfilled' ? [result.value] : []));
}

function itemOf(found: Found): QuickPickItem & { readonly found: Found } {
  const { document, server } = found;
  const line = document.positionAt(server.span.start).line + 1;
  return { label: server.says, description: `${workspace.asRelativePath(document.uri)}:${line}`, found };
}

/** Shows a server in the column where its document is already visible, if there is one. */
async function show({ document, server }: Found): Promise<void> {
  const column = window.visibleTextEditors.find((editor) => editor.document === document)?.viewColumn;
  const editor = await window.showTextDocument(document, column === undefined ? {} : { viewColumn: column });
  const start = document.positionAt(server.span.start);
  editor.selection = new Selection(start, start);
  editor.revealRange(editor.selection);
}
