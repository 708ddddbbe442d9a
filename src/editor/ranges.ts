import { Range, type TextDocument, TextEdit } from 'vscode';
import type { Edit, Span } from '../service';

/** Offsets as the editor's lines and characters. */
export function rangeOf(document: TextDocument, { start, end }: Span): Range {
  return new Range(document.positionAt(start), document.positionAt(end));
}

/** The core's edit as the editor's. */
export function editOf(document: TextDocument, { offset, length, text }: Edit): TextEdit {
  return TextEdit.replace(rangeOf(document, { start: offset, end: offset + length }), text);
}
