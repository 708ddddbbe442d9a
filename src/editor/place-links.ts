import type { TextDocument } from 'vscode';
import { escapeHtml } from './html';
import { say } from './language';

/**
 * The command behind the links of our pages. A `file:` link does not work in a webview, and in a remote one it means
 * another machine.
 */
export const SHOW_PLACE = 'serverStatus.showPlace';

/** Returns an HTML link to a place of a document. Its text is the line number, from 1. */
export function placeLink(document: TextDocument, offset: number): string {
  const { line, character } = document.positionAt(offset);
  const place = encodeURIComponent(JSON.stringify([document.uri.toString(), line, character]));
  const title = say('Go to line {line}', { line: line + 1 });
  return `<a href="${escapeHtml(`command:${SHOW_PLACE}?${place}`)}" title="${escapeHtml(title)}">${line + 1}</a>`;
}
