import { commands, type ExtensionContext, Selection, type TextEditor, window } from 'vscode';
import { cloudAt, type Fixture, insertServer, newServer } from '../service';
import { editorInFront } from './editor-in-front';
import { say } from './language';
import { editOf } from './ranges';
import { type Served, sayRefusal } from './served';
import { type CloudState, pickCloudAndState } from './state-picker';

/** Available in every host of the extension: Node and web workers. */
declare const crypto: { randomUUID(): string };

/** Registers `serverStatus.insertServer`: inserts a server at the cursor, in a given or a chosen state. */
export function registerInsertServer(context: ExtensionContext, served: Served): void {
  context.subscriptions.push(
    commands.registerCommand('serverStatus.insertServer', async (wanted?: CloudState) => {
      const editor = editorInFront();
      if (editor === undefined) {
        await window.showInformationMessage(say('Open a JSON or YAML file first.'));
        return;
      }
      const { document } = editor;
      const look = await served.look(document);
      if (look.refusal !== undefined) {
        await window.showInformationMessage(sayRefusal(look));
        return;
      }
      const place = () => document.offsetAt(editor.selection.active);
      const { insertSpaces, tabSize } = editor.options;
      const unit = insertSpaces === false ? '\t' : ' '.repeat(typeof tabSize === 'number' ? tabSize : 2);
      // Checks the place first, so the user does not choose a state for nothing.
      if (insertServer(look.fixture, place(), { name: '' }, unit) === undefined) {
        await sayNoPlace(look.fixture);
        return;
      }
      const { clouds } = look.options;
      const first = cloudAt(look.fixture, place(), look.options);
      const picked = wanted ?? (await pickCloudAndState(say('Insert Server'), first, clouds));
      if (picked === undefined) return;
      const server = newServer(picked.cloud, picked.state, crypto.randomUUID());
      // The text may have changed while the user was choosing.
      const { fixture } = await served.look(document);
      const edit = insertServer(fixture, place(), server, unit);
      if (edit === undefined) {
        await sayNoPlace(fixture);
        return;
      }
      await editor.edit((builder) => {
        const { range, newText } = editOf(document, edit);
        builder.replace(range, newText);
      });
      await selectName(editor, document.getText().indexOf(String(server.name), edit.offset));
    }),
  );
}

/** Explains where a server can be inserted in such a file. */
async function sayNoPlace({ language }: Fixture): Promise<void> {
  if (language.notation === null) {
    await window.showInformationMessage(
      say('Servers can be inserted into JSON and YAML files, but not into sources and documents.'),
    );
    return;
  }
  await window.showInformationMessage(
    language.notation === 'json'
      ? say(
          'A server cannot be inserted here. Put the cursor inside a list or a map, or after a key without a value, in a file that can be parsed.',
        )
      : say(
          'A server cannot be inserted here. Put the cursor on an item or entry, after a key without a value, or on an empty line, in a file that can be parsed.',
        ),
  );
}

/** Selects the new server's name, which the user types next. */
async function selectName({ document, viewColumn }: TextEditor, offset: number): Promise<void> {
  if (offset < 0) return;
  const start = document.positionAt(offset);
  const selection = new Selection(start, start.translate(0, 'server-1'.length));
  await window.showTextDocument(
    document,
    viewColumn === undefined ? { selection } : { viewColumn, selection },
  );
}
