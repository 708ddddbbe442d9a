import type { Connection, InitializeResult } from 'vscode-languageserver';
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
    const { capabilities: client, initializationOptions, locale, workspaceFolders } = params;
    const language = await machine.languageFor(locale);
    const settings = new Settings(connection, client, initializationOptions);
    const roots = (workspaceFolders ?? []).flatMap(({ uri }) => machine.pathOf(uri) ?? []);
    const configs = new ConfigFiles(machine, language, roots);
    const documents = new Documents({ machine, language, settings, configs, log: connection.console });
    const publisher = new Publisher(connection, client, documents, configs);
    const refresh = () => {
      void publisher.refresh();
      if (client.workspace?.inlayHint?.refreshSupport) void connection.languages.inlayHint.refresh();
    };
    connection.onInitialized(() => {
      if (settings.update()) refresh();
      void askForNotifications(connection, client);
    });
    connection.onDidChangeConfiguration((sent) => {
      if (settings.update(sent.settings ?? undefined)) refresh();
    });
    connection.onDidChangeWatchedFiles(refresh);
    followDocuments(connection, documents, publisher, refresh);
    serveHover(connection, documents);
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
      },
    };
  });
}

/** Keeps the documents as the client has them, and their findings up to date. */
function followDocuments(
  connection: Connection,
  documents: Documents,
  publisher: Publisher,
  refresh: () => void,
): void {
  connection.onDidOpenTextDocument(({ textDocument: { uri, languageId, version, text } }) => {
    documents.open(uri, languageId, version, text);
    void publisher.now(uri);
  });
  connection.onDidChangeTextDocument(({ textDocument: { uri, version }, contentChanges }) => {
    documents.change(uri, contentChanges, version);
    publisher.soon(uri);
  });
  connection.onDidCloseTextDocument(({ textDocument: { uri } }) => {
    documents.close(uri);
    publisher.close(uri);
  });
  // For clients that watch no files.
  connection.onDidSaveTextDocument(({ textDocument: { uri } }) => {
    if (isConfigFile(uri)) refresh();
  });
}
