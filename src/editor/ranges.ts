import { Range, type TextDocument, TextEdit, WorkspaceEdit } from 'vscode';
import { type Edit, lineAt, type Span } from '../service';

/** Offsets as the editor's lines and characters. */
export function rangeOf(document: TextDocument, { start, end }: Span): Range {
  return new Range(document.positionAt(start), document.positionAt(end));
}

/** The core's edit as the editor's. */
export function editOf(document: TextDocument, { offset, length, text }: Edit): TextEdit {
  return TextEdit.replace(rangeOf(document, { start: offset, end: offset + length }), text);
}

/** All these edits of a document as one change, and so as one step to undo. */
export function changeOf(document: TextDocument, edits: readonly Edit[]): WorkspaceEdit {
  const change = new WorkspaceEdit();
  change.set(
    document.uri,
    edits.map((edit) => editOf(document, edit)),
  );
  return change;
}

/** Offsets as lines and characters of a text that need not be open. */
export function rangeIn(starts: readonly number[], { start, end }: Span): Range {
  const position = (offset: number) => {
    const line = lineAt(starts, offset);
    return [line, offset - (starts[line] ?? 0)] as const;
  };
  return new Range(...position(start), ...position(end));
}
