import { Position, type TextDocument, TextEdit, Uri, WorkspaceEdit, workspace } from 'vscode';
import { CONFIG_NAME, lineStarts, newConfig, type RuleCode, turnOff } from '../service';
import type { ConfigFiles } from './config-files';
import { pathIn } from './options';
import { rangeIn } from './ranges';

/** A change of a config file. */
export interface ConfigEdit {
  readonly edit: WorkspaceEdit;
  readonly uri: Uri;
  /** The document's path, as the config names it. */
  readonly path: string;
  /** True where the config is open with changes that are not saved. */
  readonly isDirty: boolean;
}

/** Turns a rule off for a document in the config that holds for it, or in a new one; undefined where that cannot be. */
export async function turnOffEdit(
  document: TextDocument,
  rule: RuleCode,
  configs: ConfigFiles,
): Promise<ConfigEdit | undefined> {
  if (document.isUntitled) return undefined;
  const found = await configs.nearest(document.uri);
  const folder = found?.folder ?? (await configs.folderForNew(document.uri));
  const uri = found?.uri ?? Uri.joinPath(folder, CONFIG_NAME);
  const path = pathIn(folder, document);
  const open = workspace.textDocuments.find((other) => other.uri.toString() === uri.toString());
  const text = open?.isDirty ? open.getText() : found?.text;
  const edits = text === undefined ? created(path, rule) : changed(text, path, rule);
  if (edits === undefined) return undefined;
  const edit = new WorkspaceEdit();
  if (text === undefined) edit.createFile(uri);
  edit.set(uri, edits);
  return { edit, uri, path, isDirty: open?.isDirty ?? false };
}

function created(path: string, rule: RuleCode): TextEdit[] | undefined {
  const text = newConfig(path, rule);
  return text === undefined ? undefined : [TextEdit.insert(new Position(0, 0), text)];
}

function changed(text: string, path: string, rule: RuleCode): TextEdit[] | undefined {
  const starts = lineStarts(text);
  return turnOff(text, path, rule)?.map(({ offset, length, text: put }) =>
    TextEdit.replace(rangeIn(starts, { start: offset, end: offset + length }), put),
  );
}
