import {
  CodeAction,
  CodeActionKind,
  Diagnostic,
  type ExtensionContext,
  languages,
  type Range,
  type TextDocument,
  type Uri,
  WorkspaceEdit,
  workspace,
} from 'vscode';
import { lineStarts } from '../service';
import { CONFIG_NAME, type ConfigProblem, readConfig } from '../service/config';
import { type ConfigFiles, configIn, isConfigFile, type LoadedConfig } from './config-files';
import { clouds, say } from './language';
import { rangeIn, rangeOf } from './ranges';
import { isEditable } from './served-documents';
import { affectsUs, isEnabled } from './settings';

const SOURCE = 'server-status';

/**
 * Shows the mistakes of config files: of open ones while they are edited, and of the others that apply to a document as
 * they are on disk.
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
        diagnostic.source = SOURCE;
        return diagnostic;
      }),
    );
  };
  const showOpen = (document: TextDocument) => {
    const { uri } = document;
    if (document.isClosed || !isConfigFile(uri) || !isEditable(uri)) return;
    if (!isEnabled(document)) return collection.delete(uri);
    // VS Code's JSON support already reports syntax errors in an open file.
    const problems = problemsOf(document).filter(({ isSyntax }) => !isSyntax);
    show(uri, document.getText(), problems);
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
    // The configs that still exist are read again for the documents they apply to.
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

/** Offers the nearest known words for an unknown word in a config. */
export function registerConfigFixes(context: ExtensionContext): void {
  context.subscriptions.push(
    languages.registerCodeActionsProvider(
      { pattern: `**/${CONFIG_NAME}` },
      {
        provideCodeActions: (document, range, { diagnostics }) =>
          problemsOf(document).flatMap(({ span, nearest = [] }) => {
            const place = rangeOf(document, span);
            if (!place.intersection(range)) return [];
            const about = diagnostics.filter((one) => one.source === SOURCE && one.range.isEqual(place));
            return nearest.map((word, i) => replaceBy(document, place, word, i === 0, about));
          }),
      },
      { providedCodeActionKinds: [CodeActionKind.QuickFix] },
    ),
  );
}

function replaceBy(
  { uri }: TextDocument,
  range: Range,
  word: string,
  isPreferred: boolean,
  diagnostics: Diagnostic[],
): CodeAction {
  const action = new CodeAction(say('Change to {word}', { word }), CodeActionKind.QuickFix);
  action.edit = new WorkspaceEdit();
  action.edit.replace(uri, range, JSON.stringify(word));
  action.isPreferred = isPreferred;
  action.diagnostics = diagnostics;
  return action;
}

function problemsOf(document: TextDocument): ConfigProblem[] {
  return readConfig(document.getText(), { clouds, say }).problems;
}
