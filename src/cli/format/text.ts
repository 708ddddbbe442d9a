import { styleText } from 'node:util';
import { type Finding, lineAt, lineStarts } from '../../service';
import { type Report, shown } from '../report';

const COLORS = { error: 'red', warning: 'yellow', information: 'blue', hint: 'gray' } as const;

/** The findings as people and editors read them: `file:line:column: severity code: message`, one a line. */
export function formatText(
  { files }: Report,
  { quiet, color }: { readonly quiet: boolean; readonly color: boolean },
): string {
  const paint = (severity: Finding['severity']) =>
    color ? styleText(COLORS[severity], severity, { validateStream: false }) : severity;
  return files
    .flatMap((file) => {
      const findings = shown(file, quiet);
      const starts = findings.length > 0 ? lineStarts(file.fixture.text) : [];
      return findings.map(({ rule, severity, message, span }) => {
        const line = lineAt(starts, span.start);
        const column = span.start - (starts[line] ?? 0) + 1;
        return `${file.path}:${line + 1}:${column}: ${paint(severity)} ${rule}: ${message}\n`;
      });
    })
    .join('');
}
