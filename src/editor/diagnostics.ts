import { type ExtensionContext, languages, type TextDocument, workspace } from 'vscode';
import { diagnosticsOf } from './diagnostic';
import type { Served } from './served';
import { isServed } from './served-documents';

/** The milliseconds without typing after which a document is checked. */
const REST = 100;

/** Keeps the diagnostics of all open fixtures up to date. */
export function registerDiagnostics(context: ExtensionContext, served: Served): void {
  const collection = languages.createDiagnosticCollection('server-status');
  const waiting = new Map<TextDocument, ReturnType<typeof setTimeout>>();
  /** The latest run of each document. An older run that waited for the config discards its result. */
  const latest = new WeakMap<TextDocument, symbol>();

  const forget = (document: TextDocument) => {
    clearTimeout(waiting.get(document));
    waiting.delete(document);
  };
  const update = async (document: TextDocument) => {
    forget(document);
    const turn = Symbol();
    latest.set(document, turn);
    const open = document.isClosed ? undefined : await served.open(document);
    if (latest.get(document) !== turn) return;
    if (open === undefined || document.isClosed) {
      collection.delete(document.uri);
      return;
    }
    const diagnostics = await diagnosticsOf(document, open);
    if (latest.get(document) === turn && diagnostics) collection.set(document.uri, diagnostics);
  };
  const run = (document: TextDocument) => served.guard(document.uri.toString(), () => update(document));
  const runAll = () => {
    for (const document of workspace.textDocuments) run(document);
  };

  context.subscriptions.push(
    collection,
    { dispose: () => [...waiting.keys()].forEach(forget) },
    workspace.onDidOpenTextDocument(run),
    workspace.onDidChangeTextDocument(({ document }) => {
      if (!isServed(document)) return;
      forget(document);
      waiting.set(
        document,
        setTimeout(() => run(document), REST),
      );
    }),
    served.onDidChange(runAll),
    workspace.onDidCloseTextDocument((document) => {
      forget(document);
      latest.delete(document);
      collection.delete(document.uri);
    }),
  );
  runAll();
}
