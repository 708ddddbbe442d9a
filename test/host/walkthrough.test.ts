import assert from 'node:assert/strict';
import { commands, extensions, window } from 'vscode';
import { diagnosticsOf, startExtension } from './editor';

describe('Open an example', () => {
  before(startExtension);

  it('shows a new document with one finding, and the cursor on it', async () => {
    await commands.executeCommand('serverStatus.openExample');
    const editor = window.activeTextEditor;
    assert.ok(editor?.document.isUntitled);
    const [finding] = await diagnosticsOf(editor.document, 1);
    assert.equal(typeof finding?.code === 'object' && finding.code.value, 'status-mismatch');
    assert.equal(editor.document.getText(finding?.range), '"ACTIVE"');
    assert.deepEqual(finding?.range.start, editor.selection.active);
  });

  it('opens another one when it is asked again', async () => {
    const first = window.activeTextEditor?.document.uri.toString();
    await commands.executeCommand('serverStatus.openExample');
    assert.notEqual(window.activeTextEditor?.document.uri.toString(), first);
  });
});

describe('The walkthrough', () => {
  it('names commands that VS Code knows', async () => {
    const text = JSON.stringify(extensions.getExtension('server-status.server-status')?.packageJSON);
    const named = [...text.matchAll(/(?:command:|onCommand:)(\w+(?:\.\w+)+)/g)];
    const known = new Set(await commands.getCommands());
    assert.ok(named.length > 5);
    assert.deepEqual(
      named.flatMap(([, command = '']) => (known.has(command) ? [] : command)),
      [],
    );
  });
});
