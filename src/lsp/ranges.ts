import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Range, TextEdit } from 'vscode-languageserver-types';
import type { Edit, Span } from '../service';

/** Converts offsets to the protocol's lines and characters, both from 0, in UTF-16 code units. */
export function rangeOf(document: TextDocument, { start, end }: Span): Range {
  return { start: document.positionAt(start), end: document.positionAt(end) };
}

/** Converts the protocol's lines and characters to offsets. */
export function spanOf(document: TextDocument, { start, end }: Range): Span {
  return { start: document.offsetAt(start), end: document.offsetAt(end) };
}

/** Converts the core's edit to the protocol's. */
export function editOf(document: TextDocument, { offset, length, text }: Edit): TextEdit {
  return { range: rangeOf(document, { start: offset, end: offset + length }), newText: text };
}
