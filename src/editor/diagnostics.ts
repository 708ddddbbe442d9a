import {
  Diagnostic,
  DiagnosticRelatedInformation,
  DiagnosticSeverity,
  type ExtensionContext,
  Location,
  languages,
  type TextDocument,
  workspace,
} from 'vscode';
import { type Finding, type Fixture, sayFinding } from '../service';
import { say } from './language';
import { rangeOf } from './ranges';
import { rulePage } from './rule-pages';
import type { Served } from './served';
import { isServed } from './served-documents';

/** How long typing has to rest, in milliseconds. */
const REST = 150;

/** VS Code keeps no more of one file and collection. */
const MAX_DIAGNOSTICS = 1000;

const SEVERITIES = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  information: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
} as const;

/** Keeps the findings of every open fixture in the editor up to date. */
export function registerDiagnostics(context: ExtensionContext, served: Served): void {
  const collection = languages.createDiagnosticCollection('server-status');
  const waiting = new Map<TextDocument, ReturnType<typeof setTimeout>>();
  /** The latest run of each document: one that was overtaken while it waited for the config says nothing. */
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
    const findings = open.findings();
    collection.set(
      document.uri,
      loudest(findings).map((finding) => toDiagnostic(document, open.fixture, finding)),
    );
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

/** As many findings as the editor keeps: where there are more, the gravest. */
function loudest(findings: readonly Finding[]): readonly Finding[] {
  if (findings.length <= MAX_DIAGNOSTICS) return findings;
  return [...findings]
    .sort((a, b) => SEVERITIES[a.severity] - SEVERITIES[b.severity])
    .slice(0, MAX_DIAGNOSTICS);
}

function toDiagnostic(document: TextDocument, fixture: Fixture, finding: Finding): Diagnostic {
  const { span, severity, rule, related } = finding;
  const message = sayFinding(say, fixture, finding);
  const diagnostic = new Diagnostic(rangeOf(document, span), message, SEVERITIES[severity]);
  diagnostic.source = 'server-status';
  diagnostic.code = { value: rule, target: rulePage(rule) };
  diagnostic.relatedInformation = related.map(
    (other) =>
      new DiagnosticRelatedInformation(
        new Location(document.uri, rangeOf(document, other.span)),
        other.message,
      ),
  );
  return diagnostic;
}
