import type { TextDocument } from 'vscode';
import { explainFile, type FileExplanation } from '../service';
import { sayData, sayNumber, sayTogether } from '../words';
import { escapeHtml, pageLanguage } from './html';
import { say } from './language';
import { placeLink } from './place-links';
import { type Look, MAX_DIAGNOSTICS, type Served } from './served';

/** The maximum number of rows in a table. */
const MAX_ROWS = 200;

/** Returns an HTML page that explains which objects of a document are checked and why, with links to them. */
export async function explanationPage(document: TextDocument, served: Served): Promise<string> {
  const name = escapeHtml(document.uri.path.split('/').at(-1) ?? '');
  const body = explanation(document, await served.look(document));
  // The page runs no scripts and loads no resources.
  return `<!DOCTYPE html>
<html lang="${escapeHtml(pageLanguage())}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${name}</title>
<style>
table { border-collapse: collapse; }
th, td { text-align: left; vertical-align: top; padding: 4px 16px 4px 0; }
th, td { border-bottom: 1px solid var(--vscode-editorGroup-border, currentColor); }
</style>
</head>
<body>
<main>
<h1>${name}</h1>
${body}
</main>
</body>
</html>`;
}

function explanation(
  document: TextDocument,
  { fixture, options, findings, refusal, isIgnored }: Look,
): string {
  if (refusal !== undefined && !isIgnored)
    return paragraph(say('This file is not checked: {reason}.', { reason: refusal }));
  const found = explainFile(fixture, options);
  return [
    isIgnored ? paragraph(say('The config file ignores this file, so nothing in it is reported.')) : '',
    paragraph(summary(document, found)),
    hidden(findings().length),
    servers(document, found.servers),
    leftAlone(document, found.leftAlone),
  ].join('\n');
}

/** Tells how many findings the editor does not show; empty if it shows all. */
function hidden(findings: number): string {
  if (findings <= MAX_DIAGNOSTICS) return '';
  const parts = { count: findings, most: MAX_DIAGNOSTICS };
  return paragraph(say('It has {count} findings. VS Code shows the {most} most severe.', parts));
}

function paragraph(text: string): string {
  return `<p>${escapeHtml(text)}</p>`;
}

function summary(
  document: TextDocument,
  { servers, leftAlone, strings, skipped, isReport, broken }: FileExplanation,
): string {
  const found = servers.length + leftAlone.length;
  return sayTogether(
    say,
    skipped === null
      ? say('Read as {language}.', { language: document.languageId })
      : say('Not read completely: {reason}.', { reason: sayData(say, skipped) }),
    isReport ? say('It is a report from server-status check; its servers belong to other files.') : undefined,
    broken
      ? say('Line {line} cannot be parsed; servers that it may have cut off are skipped.', {
          line: document.positionAt(broken.start).line + 1,
        })
      : undefined,
    found === 0 && skipped === null && !isReport
      ? say('It contains no server and nothing that looks like one.')
      : undefined,
    strings > 0
      ? sayNumber(
          say,
          strings,
          'Searched {count} string or code block for servers.',
          'Searched {count} strings or code blocks for servers.',
        )
      : undefined,
  );
}

function servers(document: TextDocument, rows: FileExplanation['servers']): string {
  const header = [say('line'), say('object'), say('checked against'), say('because')];
  return table(say('Servers'), header, rows, ({ span, says, cloud, because, evidence }) => {
    const reason = escapeHtml(because);
    return [
      placeLink(document, span.start),
      `<code>${escapeHtml(says)}</code>`,
      escapeHtml(cloud),
      evidence ? say('{reason}, line {line}', { reason, line: placeLink(document, evidence.start) }) : reason,
    ];
  });
}

function leftAlone(document: TextDocument, rows: FileExplanation['leftAlone']): string {
  const header = [say('line'), say('because')];
  return table(say('Skipped'), header, rows, ({ span, reason }) => [
    placeLink(document, span.start),
    escapeHtml(reason),
  ]);
}

/**
 * Returns a table as HTML.
 *
 * @param cells returns the cells of a row as HTML.
 */
function table<T>(
  title: string,
  header: readonly string[],
  rows: readonly T[],
  cells: (row: T) => readonly string[],
): string {
  if (rows.length === 0) return '';
  const head = header.map((name) => `<th scope="col">${escapeHtml(name)}</th>`);
  const body = rows.slice(0, MAX_ROWS).map(
    (row) =>
      `<tr>${cells(row)
        .map((cell) => `<td>${cell}</td>`)
        .join('')}</tr>`,
  );
  const left = rows.length - MAX_ROWS;
  return `<h2>${escapeHtml(title)}</h2>
<table>
<thead><tr>${head.join('')}</tr></thead>
<tbody>
${body.join('\n')}
</tbody>
</table>
${left > 0 ? paragraph(say('… and {count} more.', { count: left })) : ''}`;
}
