import type { TextDocument } from 'vscode';
import { code, explainFile, type FileExplanation, type Span } from '../service';
import type { ConfigFiles } from './config-files';
import type { FixtureCache } from './fixture-cache';
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
  const reason = isEnabled(document) ? whyNotServed(document) : 'the setting serverStatus.enable is off';
  if (reason !== undefined) return `# ${name}\n\nNothing is checked: ${reason}.\n`;
  const explanation = explainFile(fixtures.get(document), options);
  const parts = [
    `# ${name}`,
    ignored ? 'The config file leaves this file out: nothing in it is reported.' : '',
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
  return [
    skipped === null ? `Read as ${languageId}.` : `Not read to its end: ${skipped}.`,
    found === 0 && skipped === null ? 'There is no server in it, and nothing that looks like one.' : '',
    strings > 0 ? `JSON was read in ${strings} ${strings === 1 ? 'string' : 'strings'}.` : '',
  ]
    .filter((sentence) => sentence !== '')
    .join(' ');
}

function servers(document: TextDocument, rows: FileExplanation['servers']): string {
  return table('Servers', ['line', 'what', 'held to', 'because'], rows, (server) => [
    link(document, server.span),
    code(server.says),
    server.cloud,
    server.evidence ? `${server.because}, line ${link(document, server.evidence)}` : server.because,
  ]);
}

function leftAlone(document: TextDocument, rows: FileExplanation['leftAlone']): string {
  return table('Left alone', ['line', 'because'], rows, ({ span, reason }) => [link(document, span), reason]);
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
  const more = rows.length > MAX_ROWS ? [`\n… and ${rows.length - MAX_ROWS} more.`] : [];
  const body = rows.slice(0, MAX_ROWS).map((row) => line(cells(row)));
  return [`## ${title}\n`, line(header), line(header.map(() => '---')), ...body, ...more].join('\n');
}

/** A place as its line, which leads there. */
function link(document: TextDocument, { start }: Span): string {
  const { line, character } = document.positionAt(start);
  return `[${line + 1}](${document.uri.toString()}#L${line + 1},${character + 1})`;
}
