import type { TextDocument } from 'vscode-languageserver-textdocument';
import { MarkupKind, type Range, type TextEdit } from 'vscode-languageserver-types';
import type { Edit, Span } from '../service';

/** Converts offsets to the protocol's lines and characters, both from 0, in UTF-16 code units. */
export function rangeOf(document: TextDocument, { start, end }: Span): Range {
  return { start: document.positionAt(start), end: document.positionAt(end) };
}

/** Converts the protocol's lines and characters to offsets. */
export function spanOf(document: TextDocument, { start, end }: Range): Span {
  const [from, to] = [document.offsetAt(start), document.offsetAt(end)];
  return { start: Math.min(from, to), end: Math.max(from, to) };
}

/** Converts the core's edit to the protocol's. */
export function editOf(document: TextDocument, { offset, length, text }: Edit): TextEdit {
  return { range: rangeOf(document, { start: offset, end: offset + length }), newText: text };
}

/** Returns how to send Markdown to a client: as plain text if it shows nothing else. */
export function markupIn(formats: readonly MarkupKind[] | undefined): MarkupKind {
  return formats?.includes(MarkupKind.Markdown) === false ? MarkupKind.PlainText : MarkupKind.Markdown;
}
