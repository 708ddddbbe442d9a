import { Position, Range, TextEdit, type Uri, WorkspaceEdit, window, workspace } from 'vscode';
import { type Edit, lineStarts } from '../service';
import { type ConfigFiles, configIn, isInFolder, pathIn } from './config-files';
import { say } from './language';
import { rangeIn } from './ranges';

/** A prepared change of a config file. */
export interface ConfigEdit {
  readonly edit: WorkspaceEdit;
  readonly uri: Uri;
  /** The checked file's path, as the config names it. */
  readonly path: string;
  /** True if the config is open with unsaved changes. */
  readonly isDirty: boolean;
  /** The text before the change; undefined for a new config. */
  readonly before: string | undefined;
}

/** How to create and how to change a config. The functions return undefined if that is impossible. */
export interface ConfigChange {
  create(path: string): string | undefined;
  change(text: string, path: string): readonly Edit[] | undefined;
}

/** Prepares a change of the config that applies to a file, or a new config; undefined if neither is possible. */
export async function editConfig(
  file: Uri,
  configs: ConfigFiles,
  { create, change }: ConfigChange,
): Promise<ConfigEdit | undefined> {
  if (!isInFolder(file)) return undefined;
  const found = await configs.nearest(file);
  const folder = found?.folder ?? (await configs.folderForNew(file));
  const uri = configIn(folder);
  const path = pathIn(folder, file);
  const open = workspace.textDocuments.find((other) => other.uri.toString() === uri.toString());
  // The edits apply to the open document, whose unsaved text differs from the one on disk.
  const text = open?.isDirty ? open.getText() : found?.text;
  const edits = text === undefined ? asInsert(create(path)) : inLines(text, change(text, path));
  if (edits === undefined) return undefined;
  const edit = new WorkspaceEdit();
  if (text === undefined) edit.createFile(uri);
  edit.set(uri, edits);
  return { edit, uri, path, isDirty: open?.isDirty ?? false, before: text };
}

/** Saves a changed config, because only the saved version applies. Reports the change, with a button to undo it. */
export async function saveConfig(configs: ConfigFiles, uri: Uri, before: string | undefined): Promise<void> {
  await (await workspace.openTextDocument(uri)).save();
  configs.forget();
  // Not awaited: the message may stay open for a long time.
  sayWritten(workspace.asRelativePath(uri), () => restore(configs, uri, before));
}

/** Reports a change, with a button to undo it. */
export async function sayWritten(what: string, undo: () => unknown): Promise<void> {
  const back = say('Undo');
  if ((await window.showInformationMessage(say('Changed {what}.', { what }), back)) === back) await undo();
}

/** Restores the previous text of a config, or deletes a config that was new. */
async function restore(configs: ConfigFiles, uri: Uri, before: string | undefined): Promise<void> {
  if (before === undefined) {
    await workspace.fs.delete(uri);
  } else {
    const document = await workspace.openTextDocument(uri);
    const edit = new WorkspaceEdit();
    edit.replace(uri, new Range(new Position(0, 0), document.positionAt(document.getText().length)), before);
    await workspace.applyEdit(edit);
    await document.save();
  }
  configs.forget();
}

function asInsert(text: string | undefined): TextEdit[] | undefined {
  return text === undefined ? undefined : [TextEdit.insert(new Position(0, 0), text)];
}

function inLines(text: string, edits: readonly Edit[] | undefined): TextEdit[] | undefined {
  const starts = lineStarts(text);
  return edits?.map(({ offset, length, text: put }) =>
    TextEdit.replace(rangeIn(starts, { start: offset, end: offset + length }), put),
  );
}
