import { lineAt, lineStarts, type Related, type Span } from '../../service';
import { type CheckedFile, type Report, shown } from '../report';

/** The findings as JSON, version 1. Lines and columns from 1, columns and offsets in UTF-16 code units. */
export function formatJson({ files, summary }: Report, quiet: boolean): string {
  const told = files.filter((file) => file.servers > 0 || file.findings.length > 0 || file.skipped !== null);
  return `${JSON.stringify({ version: 1, summary, files: told.map((file) => fileOf(file, quiet)) }, null, 2)}\n`;
}

function fileOf(file: CheckedFile, quiet: boolean) {
  const findings = shown(file, quiet);
  const starts = findings.length > 0 ? lineStarts(file.text) : [];
  const position = (offset: number) => {
    const line = lineAt(starts, offset);
    return { line: line + 1, column: offset - (starts[line] ?? 0) + 1, offset };
  };
  const range = ({ start, end }: Span) => ({ start: position(start), end: position(end) });
  return {
    path: file.path,
    servers: file.servers,
    skipped: file.skipped,
    findings: findings.map(({ rule, severity, cloud, message, span, server, expected, related, fixes }) => ({
      rule,
      severity,
      cloud,
      message,
      range: range(span),
      server,
      expected,
      related: related.map((other: Related) => ({ message: other.message, range: range(other.span) })),
      fixes,
    })),
  };
}
