import {
  Diagnostic,
  DiagnosticRelatedInformation,
  DiagnosticSeverity,
  Location,
  type Range,
  type TextDocument,
  type Uri,
} from 'vscode';
import { type Finding, type Fixture, lineStarts, type Span, sayFinding } from '../service';
import { breather } from './breather';
import { say } from './language';
import { rangeIn, rangeOf } from './ranges';
import { rulePage } from './rule-pages';
import { MAX_DIAGNOSTICS, type ServedFixture } from './served';

const SEVERITIES = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  information: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
} as const;

/**
 * Returns the findings of an open document as diagnostics. Lets other tasks run meanwhile.
 *
 * @returns undefined if the document was changed: the places are then no longer its own.
 */
export async function diagnosticsOf(
  document: TextDocument,
  { fixture, findings }: ServedFixture,
): Promise<Diagnostic[] | undefined> {
  const { uri, version } = document;
  // VS Code knows the lines already, and after a change, it does not count them all again.
  const toRange = (span: Span) => rangeOf(document, span);
  const diagnostics: Diagnostic[] = [];
  const breathe = breather();
  for (const finding of loudest(findings())) {
    diagnostics.push(toDiagnostic(uri, toRange, fixture, finding));
    if ((await breathe()) && document.version !== version) return undefined;
  }
  return diagnostics;
}

/** Returns the findings of a file that is not open as diagnostics. */
export function diagnosticsFor(uri: Uri, { fixture, findings }: ServedFixture): Diagnostic[] {
  const found = loudest(findings());
  const starts = found.length === 0 ? [] : lineStarts(fixture.text);
  return found.map((finding) => toDiagnostic(uri, (span) => rangeIn(starts, span), fixture, finding));
}

/** Returns as many findings as VS Code keeps: the most severe if there are too many. */
function loudest(findings: readonly Finding[]): readonly Finding[] {
  if (findings.length <= MAX_DIAGNOSTICS) return findings;
  return [...findings]
    .sort((a, b) => SEVERITIES[a.severity] - SEVERITIES[b.severity])
    .slice(0, MAX_DIAGNOSTICS);
}

function toDiagnostic(
  uri: Uri,
  toRange: (span: Span) => Range,
  fixture: Fixture,
  finding: Finding,
): Diagnostic {
  const { span, severity, rule, related } = finding;
  const message = sayFinding(say, fixture, finding);
  const diagnostic = new Diagnostic(toRange(span), message, SEVERITIES[severity]);
  diagnostic.source = 'server-status';
  diagnostic.code = { value: rule, target: rulePage(rule) };
  diagnostic.relatedInformation = related.map(
    (other) => new DiagnosticRelatedInformation(new Location(uri, toRange(other.span)), other.message),
  );
  return diagnostic;
}
