import type {
  ClientCapabilities,
  Connection,
  InitializeParams,
  InitializeResult,
} from 'vscode-languageserver';
import { CodeActionKind } from 'vscode-languageserver-types';
import { FIX_ALL, serveCodeActions } from './code-actions';
import { serveCompletion, TRIGGERS } from './completion';
import { ConfigFiles, isConfigFile } from './config-files';
import { Documents } from './documents';
import { serveHover } from './hover';
import { serveInlayHints } from './inlay-hints';
import type { Machine } from './machine';
import { askForNotifications } from './notifications';
import { Publisher } from './publisher';
import { Settings } from './settings';

/** The client sends what has changed in a document, not its whole text. */
const INCREMENTAL = 2;

/** Answers a client. Everything else is registered as soon as the client says what it can do. */
export function serve(connection: Connection, machine: Machine, version: string): void {
  connection.onInitialize(async (params): Promise<InitializeResult> => {
    // Some clients send null for what they leave out.
    const client: ClientCapabilities = params.capabilities ?? {};
    const language = await machine.languageFor(params.locale ?? undefined);
    const configs = new ConfigFiles(machine, language);
    followFolders(connection, machine, params, configs, () => refresh());
    const settings = new Settings(connection, client, params.initializationOptions, () => refresh());
    const documents = new Documents({ machine, language, settings, configs, log: connection.console });
    const publisher = new Publisher(connection, client, documents, configs);
    const refresh = () => {
      const refreshed = [publisher.refresh()];
      if (client.workspace?.inlayHint?.refreshSupport)
        refreshed.push(connection.languages.inlayHint.refresh());
      // A client may refuse.
      for (const one of refreshed) one.catch(() => {});
    };
    connection.onInitialized(() => {
      settings.update();
      void askForNotifications(connection, client);
    });
    connection.onDidChangeConfiguration((sent) => settings.update(sent?.settings ?? undefined));
    connection.onDidChangeWatchedFiles(refresh);
    followDocuments(connection, client, documents, configs, publisher, refresh);
    serveHover(connection, client, documents);
    serveCompletion(connection, client, documents);
    serveCodeActions(connection, client, documents, configs);
    serveInlayHints(connection, documents);
    return {
      serverInfo: { name: 'server-status', version },
      capabilities: {
        textDocumentSync: { openClose: true, change: INCREMENTAL, save: true },
        hoverProvider: true,
        completionProvider: { triggerCharacters: [...TRIGGERS] },
        codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix, FIX_ALL], resolveProvider: true },
        inlayHintProvider: true,
        workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
      },
    };
  });
}

/** Keeps the workspace folders, where a search for config files ends. */
function followFolders(
  connection: Connection,
  machine: Machine,
  { capabilities, workspaceFolders, rootUri, rootPath }: InitializeParams,
  configs: ConfigFiles,
  refresh: () => void,
): void {
  const root = rootUri ?? (rootPath ? machine.uriOf(rootPath) : undefined);
  const uris = new Set(workspaceFolders?.map(({ uri }) => uri) ?? (root === undefined ? [] : [root]));
  configs.setRoots([...uris]);
  if (capabilities?.workspace?.workspaceFolders !== true) return;
  connection.workspace.onDidChangeWorkspaceFolders(({ added, removed }) => {
    for (const { uri } of removed) uris.delete(uri);
    for (const { uri } of added) uris.add(uri);
    configs.setRoots([...uris]);
    refresh();
  });
}

/** Keeps the documents as the client has them, and their findings up to date. */
function followDocuments(
  connection: Connection,
  client: ClientCapabilities,
  documents: Documents,
  configs: ConfigFiles,
  publisher: Publisher,
  refresh: () => void,
): void {
  const isTold = client.workspace?.didChangeWatchedFiles?.dynamicRegistration === true;
  /** Looks whether the config of a document has changed, where the client does not say so. */
  const look = async (uri: string) => {
    const path = documents.pathOf(uri);
    if (isTold || path === undefined || !(await configs.isOutdated(path))) return false;
    refresh();
    return true;
  };
  connection.onDidOpenTextDocument(async ({ textDocument: { uri, languageId, version, text } }) => {
    documents.open(uri, languageId, version, text);
    if (!(await look(uri))) await publisher.now(uri);
  });
  connection.onDidChangeTextDocument(({ textDocument: { uri, version }, contentChanges }) => {
    documents.change(uri, contentChanges, version);
    publisher.soon(uri);
  });
  connection.onDidCloseTextDocument(({ textDocument: { uri } }) => {
    documents.close(uri);
    publisher.close(uri);
  });
  connection.onDidSaveTextDocument(async ({ textDocument: { uri } }) => {
    if (isConfigFile(uri)) refresh();
    else await look(uri);
  });
}
