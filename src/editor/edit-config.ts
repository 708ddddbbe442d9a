import { Position, Range, TextEdit, type Uri, WorkspaceEdit, window, workspace } from 'vscode';
import { type Edit, lineStarts } from '../service';
import { type ConfigFiles, configIn, pathIn } from './config-files';
import { say } from './language';
import { rangeIn } from './ranges';

/** A change of a config file. */
export interface ConfigEdit {
  readonly edit: WorkspaceEdit;
  readonly uri: Uri;
  /** The file's path, as the config names it. */
  readonly path: string;
  /** True where the config is open with changes that are not saved. */
  readonly isDirty: boolean;
  /** What it says before the change; undefined where there is none. */
  readonly before: string | undefined;
}

/** How a config is changed, and what a new one says; undefined for what cannot be said. */
export interface ConfigChange {
  create(path: string): string | undefined;
  change(text: string, path: string): readonly Edit[] | undefined;
}

/** Changes the config that holds for a file, or makes a new one; undefined where that cannot be. */
export async function editConfig(
  file: Uri,
  configs: ConfigFiles,
  { create, change }: ConfigChange,
): Promise<ConfigEdit | undefined> {
  if (file.scheme === 'untitled') return undefined;
  const found = await configs.nearest(file);
  const folder = found?.folder ?? (await configs.folderForNew(file));
  const uri = configIn(folder);
  const path = pathIn(folder, file);
  const open = workspace.textDocuments.find((other) => other.uri.toString() === uri.toString());
  const text = open?.isDirty ? open.getText() : found?.text;
  const edits = text === undefined ? asInsert(create(path)) : inLines(text, change(text, path));
  if (edits === undefined) return undefined;
  const edit = new WorkspaceEdit();
  if (text === undefined) edit.createFile(uri);
  edit.set(uri, edits);
  return { edit, uri, path, isDirty: open?.isDirty ?? false, before: text };
}

/** Saves a config that was just changed, because it counts as it is saved, and says which file that was. */
export async function saveConfig(configs: ConfigFiles, uri: Uri, before: string | undefined): Promise<void> {
  await (await workspace.openTextDocument(uri)).save();
  configs.forget();
  // Nobody waits for an answer: the message may stay for long.
  sayWritten(workspace.asRelativePath(uri), () => restore(configs, uri, before));
}

/** Says what was written, with a way back. */
export async function sayWritten(what: string, undo: () => unknown): Promise<void> {
  const back = say('Undo');
  if ((await window.showInformationMessage(say('Changed {what}.', { what }), back)) === back) await undo();
}

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
