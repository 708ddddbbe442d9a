import { type CheckedFile, type Print, type Report, type ReportedFinding, shown } from '../report';
import { sayPath } from '../say-path';
import { type Paint, painter, SEVERITY_STYLES } from './paint';

/**
 * Formats the findings for people and editors: `file:line:column: severity code: message`, one a line. In a terminal,
 * each file also has a heading, and each line is followed by its source line.
 */
export function* formatText({ files }: Report, print: Print): Iterable<string> {
  for (const file of files) yield* fileAsText(file, print);
}

/** Formats the findings of one file like {@link formatText}. */
export function* fileAsText(file: CheckedFile, print: Pick<Print, 'quiet' | 'color'>): Iterable<string> {
  const findings = shown(file, print);
  if (findings.length === 0) return;
  const paint = painter(print.color);
  const path = sayPath(file.path);
  if (findings[0]?.frame !== undefined) yield `${paint(['bold', 'underline'], path)}\n`;
  for (const finding of findings) {
    yield line(path, finding, paint);
    if (finding.frame !== undefined) yield `${finding.frame}\n`;
  }
}

function line(path: string, { rule, severity, message, range }: ReportedFinding, paint: Paint): string {
  const { line, column } = range.start;
  return `${path}:${line}:${column}: ${paint(SEVERITY_STYLES[severity], severity)} ${rule}: ${message}\n`;
}
