import type { TextDocument } from 'vscode';
import { code, explainFile, type FileExplanation, type Span, sayData, sayTogether } from '../service';
import type { ConfigFiles } from './config-files';
import type { FixtureCache } from './fixture-cache';
import { say, sayCount } from './language';
import { optionsFor } from './options';
import { whyNotServed } from './served-documents';
import { isEnabled } from './settings';

/** How many rows a table has at most. */
const MAX_ROWS = 200;

/** What is checked in a document, what is left alone, and why, as Markdown with links to the places. */
export async function explanationPage(
  document: TextDocument,
  fixtures: FixtureCache,
  configs: ConfigFiles,
): Promise<string> {
  const name = code(document.uri.path.split('/').at(-1) ?? '');
  const { options, ignored } = await optionsFor(document, configs);
  const reason = isEnabled(document) ? whyNotServed(document) : say('the setting serverStatus.enable is off');
  if (reason !== undefined) return `# ${name}\n\n${say('Nothing is checked: {reason}.', { reason })}\n`;
  const explanation = explainFile(fixtures.get(document), options);
  const parts = [
    `# ${name}`,
    ignored ? say('The config file leaves this file out: nothing in it is reported.') : '',
    summary(document, explanation),
    servers(document, explanation.servers),
    leftAlone(document, explanation.leftAlone),
  ];
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`;
}

function summary(
  { languageId }: TextDocument,
  { servers, leftAlone, strings, skipped }: FileExplanation,
): string {
  const found = servers.length + leftAlone.length;
  return sayTogether(
    say,
    skipped === null
      ? say('Read as {language}.', { language: languageId })
      : say('Not read to its end: {reason}.', { reason: sayData(say, skipped) }),
    found === 0 && skipped === null
      ? say('There is no server in it, and nothing that looks like one.')
      : undefined,
    strings > 0
      ? sayCount(strings, 'JSON was read in {count} string.', 'JSON was read in {count} strings.')
      : undefined,
  );
}

function servers(document: TextDocument, rows: FileExplanation['servers']): string {
  const header = [say('line'), say('what'), say('held to'), say('because')];
  return table(say('Servers'), header, rows, (server) => [
    link(document, server.span),
    code(server.says),
    server.cloud,
    server.evidence
      ? say('{reason}, line {line}', { reason: server.because, line: link(document, server.evidence) })
      : server.because,
  ]);
}

function leftAlone(document: TextDocument, rows: FileExplanation['leftAlone']): string {
  const header = [say('line'), say('because')];
  return table(say('Left alone'), header, rows, ({ span, reason }) => [link(document, span), reason]);
}

function table<T>(
  title: string,
  header: readonly string[],
  rows: readonly T[],
  cells: (row: T) => readonly string[],
): string {
  if (rows.length === 0) return '';
  const line = (parts: readonly string[]) =>
    `| ${parts.map((part) => part.replaceAll('|', '\\|')).join(' | ')} |`;
  const left = rows.length - MAX_ROWS;
  const more = left > 0 ? [`\n${say('… and {count} more.', { count: left })}`] : [];
  const body = rows.slice(0, MAX_ROWS).map((row) => line(cells(row)));
  return [`## ${title}\n`, line(header), line(header.map(() => '---')), ...body, ...more].join('\n');
}

/** A place as its line, which leads there. */
function link(document: TextDocument, { start }: Span): string {
  const { line, character } = document.positionAt(start);
  return `[${line + 1}](${document.uri.toString()}#L${line + 1},${character + 1})`;
}
