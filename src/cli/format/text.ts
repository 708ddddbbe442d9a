import { styleText } from 'node:util';
import { type Finding, positionsIn, sayFinding } from '../../service';
import { type Print, type Report, shown } from '../report';

const COLORS = { error: 'red', warning: 'yellow', information: 'blue', hint: 'gray' } as const;

/** The findings as people and editors read them: `file:line:column: severity code: message`, one a line. */
export function formatText({ files }: Report, { say, quiet, color }: Print): string {
  const paint = (severity: Finding['severity']) =>
    color ? styleText(COLORS[severity], severity, { validateStream: false }) : severity;
  return files
    .flatMap((file) => {
      const positionOf = positionsIn(file.fixture.text);
      return shown(file, { quiet }).map((finding) => {
        const { rule, severity, span } = finding;
        const { line, column } = positionOf(span.start);
        return `${file.path}:${line}:${column}: ${paint(severity)} ${rule}: ${sayFinding(say, file.fixture, finding)}\n`;
      });
    })
    .join('');
}
