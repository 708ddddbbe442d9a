import { Diagnostic, type ExtensionContext, languages, type TextDocument, type Uri, workspace } from 'vscode';
import { lineStarts } from '../service';
import { type ConfigProblem, readConfig } from '../service/config';
import { type ConfigFiles, configIn, isConfigFile, type LoadedConfig } from './config-files';
import { clouds, say } from './language';
import { rangeIn } from './ranges';
import { isEditable } from './served-documents';
import { affectsUs, isEnabled } from './settings';

/**
 * Keeps the mistakes of config files up to date: of those that are open as they are typed, of the others that
 * hold for a document as they stand on the disk.
 */
export function registerConfigDiagnostics(context: ExtensionContext, configs: ConfigFiles): void {
  const collection = languages.createDiagnosticCollection('server-status-config');
  const onDisk = new Map<string, LoadedConfig>();

  const show = (uri: Uri, text: string, problems: readonly ConfigProblem[]) => {
    const starts = lineStarts(text);
    collection.set(
      uri,
      problems.map(({ message, span }) => {
        const diagnostic = new Diagnostic(rangeIn(starts, span), message);
        diagnostic.source = 'server-status';
        return diagnostic;
      }),
    );
  };
  const showOpen = (document: TextDocument) => {
    const { uri } = document;
    if (document.isClosed || !isConfigFile(uri) || !isEditable(uri)) return;
    if (!isEnabled(document)) return collection.delete(uri);
    show(uri, document.getText(), readConfig(document.getText(), { clouds, say }).problems);
  };
  const showLoaded = ({ folder, text, problems }: LoadedConfig) => {
    const uri = configIn(folder);
    const open = workspace.textDocuments.some((document) => document.uri.toString() === uri.toString());
    if (!open) show(uri, text, problems);
  };
  const showAllOpen = () => {
    for (const document of workspace.textDocuments) showOpen(document);
  };

  context.subscriptions.push(
    collection,
    configs.onDidLoad((loaded) => {
      onDisk.set(configIn(loaded.folder).toString(), loaded);
      showLoaded(loaded);
    }),
    // Those that are still there will be read again for the documents that they hold for.
    configs.onDidChange(() => {
      onDisk.clear();
      collection.clear();
      showAllOpen();
    }),
    workspace.onDidOpenTextDocument(showOpen),
    workspace.onDidChangeTextDocument(({ document }) => showOpen(document)),
    workspace.onDidCloseTextDocument(({ uri }) => {
      if (!isConfigFile(uri)) return;
      collection.delete(uri);
      const loaded = onDisk.get(uri.toString());
      if (loaded) show(uri, loaded.text, loaded.problems);
    }),
    workspace.onDidChangeConfiguration((event) => {
      if (affectsUs(event)) showAllOpen();
    }),
  );
  showAllOpen();
}
