import { styleText } from 'node:util';
import { type Finding, positionsIn, sayFinding } from '../../service';
import { type Print, type Report, shown } from '../report';
import { sayPath } from '../say-path';

const COLORS = { error: 'red', warning: 'yellow', information: 'blue', hint: 'gray' } as const;

/** The findings as people and editors read them: `file:line:column: severity code: message`, one a line. */
export function* formatText({ files }: Report, { say, quiet, color }: Print): Iterable<string> {
  const paint = (severity: Finding['severity']) =>
    color ? styleText(COLORS[severity], severity, { validateStream: false }) : severity;
  for (const file of files) {
    const positionOf = positionsIn(file.fixture.text);
    for (const finding of shown(file, { quiet })) {
      const { rule, severity, span } = finding;
      const { line, column } = positionOf(span.start);
      const message = sayFinding(say, file.fixture, finding);
      yield `${sayPath(file.path)}:${line}:${column}: ${paint(severity)} ${rule}: ${message}\n`;
    }
  }
}
