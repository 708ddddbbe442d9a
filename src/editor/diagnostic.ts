import {
  Diagnostic,
  DiagnosticRelatedInformation,
  DiagnosticSeverity,
  Location,
  type Range,
  type Uri,
} from 'vscode';
import { type Finding, type Fixture, lineStarts, type Span, sayFinding } from '../service';
import { say } from './language';
import { rangeIn } from './ranges';
import { rulePage } from './rule-pages';
import type { ServedFixture } from './served';

/** VS Code keeps at most this many diagnostics per file and collection. */
const MAX_DIAGNOSTICS = 1000;

const SEVERITIES = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  information: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
} as const;

/** Returns the findings of a file, open or not, as diagnostics. */
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
  rangeOf: (span: Span) => Range,
  fixture: Fixture,
  finding: Finding,
): Diagnostic {
  const { span, severity, rule, related } = finding;
  const message = sayFinding(say, fixture, finding);
  const diagnostic = new Diagnostic(rangeOf(span), message, SEVERITIES[severity]);
  diagnostic.source = 'server-status';
  diagnostic.code = { value: rule, target: rulePage(rule) };
  diagnostic.relatedInformation = related.map(
    (other) => new DiagnosticRelatedInformation(new Location(uri, rangeOf(other.span)), other.message),
  );
  return diagnostic;
}
