import type { TextDocument } from 'vscode';
import { escapeHtml } from './html';
import { say } from './language';

/** The command behind the links of our pages: a file: link is dead in a page, and means another machine in a remote one. */
export const SHOW_PLACE = 'serverStatus.showPlace';

/** A place of a document as its line, which leads there. */
export function placeLink(document: TextDocument, offset: number): string {
  const { line, character } = document.positionAt(offset);
  const place = encodeURIComponent(JSON.stringify([document.uri.toString(), line, character]));
  const title = say('Go to line {line}', { line: line + 1 });
  return `<a href="${escapeHtml(`command:${SHOW_PLACE}?${place}`)}" title="${escapeHtml(title)}">${line + 1}</a>`;
}
