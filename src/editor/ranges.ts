import { Range, type TextDocument, TextEdit, WorkspaceEdit } from 'vscode';
import { type Edit, lineAt, type Span } from '../service';

/** Converts offsets to the editor's lines and characters. */
export function rangeOf(document: TextDocument, { start, end }: Span): Range {
  return new Range(document.positionAt(start), document.positionAt(end));
}

/** Converts the core's edit to the editor's. */
export function editOf(document: TextDocument, { offset, length, text }: Edit): TextEdit {
  return TextEdit.replace(rangeOf(document, { start: offset, end: offset + length }), text);
}

/** Returns all edits of a document as one change, which is one step to undo. */
export function changeOf(document: TextDocument, edits: readonly Edit[]): WorkspaceEdit {
  const change = new WorkspaceEdit();
  change.set(
    document.uri,
    edits.map((edit) => editOf(document, edit)),
  );
  return change;
}

/**
 * Converts offsets to lines and characters in a text that need not be open.
 *
 * @param starts the offset at which each line starts.
 */
export function rangeIn(starts: readonly number[], { start, end }: Span): Range {
  const position = (offset: number) => {
    const line = lineAt(starts, offset);
    return [line, offset - (starts[line] ?? 0)] as const;
  };
  return new Range(...position(start), ...position(end));
}
