import { commands, type ExtensionContext, Selection, type TextEditor, window } from 'vscode';
import { cloudAt, insertServer, newServer } from '../service';
import type { ConfigFiles } from './config-files';
import { editorInFront } from './editor-in-front';
import type { FixtureCache } from './fixture-cache';
import { say } from './language';
import { optionsFor } from './options';
import { editOf } from './ranges';
import { pickState } from './state-picker';

/** Every host of the extension has it: Node and web workers. */
declare const crypto: { randomUUID(): string };

/** `serverStatus.insertServer`: a whole server in a chosen state, where the cursor is. */
export function registerInsertServer(
  context: ExtensionContext,
  fixtures: FixtureCache,
  configs: ConfigFiles,
): void {
  context.subscriptions.push(
    commands.registerCommand('serverStatus.insertServer', async () => {
      const editor = editorInFront();
      if (editor === undefined) {
        await window.showInformationMessage(say('Open a JSON or YAML file first.'));
        return;
      }
      const { document } = editor;
      const { options } = await optionsFor(document, configs);
      const place = () => document.offsetAt(editor.selection.active);
      const cloud = cloudAt(fixtures.get(document), place(), options);
      const state = await pickState(say('Insert Server'), cloud, undefined);
      if (state === undefined) return;
      const { insertSpaces, tabSize } = editor.options;
      const unit = insertSpaces === false ? '\t' : ' '.repeat(typeof tabSize === 'number' ? tabSize : 2);
      const server = newServer(cloud, state, crypto.randomUUID());
      const edit = insertServer(fixtures.get(document), place(), server, unit);
      await editor.edit((builder) => {
        const { range, newText } = editOf(document, edit);
        builder.replace(range, newText);
      });
      await selectName(editor, document.getText().indexOf(String(server.name), edit.offset));
    }),
  );
}

/** Leaves the new server's name selected: that is what one types next. */
async function selectName({ document, viewColumn }: TextEditor, offset: number): Promise<void> {
  if (offset < 0) return;
  const start = document.positionAt(offset);
  const selection = new Selection(start, start.translate(0, 'server-1'.length));
  await window.showTextDocument(
    document,
    viewColumn === undefined ? { selection } : { viewColumn, selection },
  );
}
