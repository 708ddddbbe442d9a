import { spellOut } from '../../words';
import { pathFromHere } from '../path-from-here';
import { type Print, type Report, type ReportedFinding, shown } from '../report';

const COMMANDS = { error: 'error', warning: 'warning', information: 'notice', hint: 'notice' } as const;

/** Formats the findings as workflow commands of GitHub Actions: each becomes an annotation on its line. */
export function* formatGithub({ files }: Report, print: Pick<Print, 'quiet'>): Iterable<string> {
  for (const file of files) {
    const path = pathFromHere(file.path);
    for (const finding of shown(file, print)) yield annotation(path, finding);
    if (file.skipped !== null) yield `::error file=${inProperty(path)}::${inMessage(file.skipped)}\n`;
  }
}

function annotation(path: string, { rule, severity, message, range }: ReportedFinding): string {
  const { start, end } = range;
  const properties = {
    file: path,
    line: start.line,
    // GitHub accepts two columns only on one line, so a longer value gets its first line.
    endLine: start.line,
    col: start.column,
    ...(start.line === end.line ? { endColumn: end.column } : {}),
    title: rule,
  };
  const written = Object.entries(properties).map(([key, value]) => `${key}=${inProperty(String(value))}`);
  return `::${COMMANDS[severity]} ${written.join(',')}::${inMessage(message)}\n`;
}

/**
 * Escapes the text after the `::` of a command. Other control characters have no escape here, and terminals show logs,
 * so they are spelled out.
 */
function inMessage(text: string): string {
  return spellOut(text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A'));
}

/** Escapes the text of a command's property, which a comma or colon would end. */
function inProperty(text: string): string {
  return inMessage(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
