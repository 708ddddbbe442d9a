import assert from 'node:assert/strict';
import { commands } from 'vscode';
import { openAtCursor, startExtension, until } from './editor';

describe('Select cloud', () => {
  before(startExtension);

  it('names the picked cloud in a comment of the file', async () => {
    const editor = await openAtCursor(
      'server.yaml',
      'server:\n  OS-EXT-STS:vm_state: act|ive\n  status: ACTIVE\n',
    );
    const before = editor.document.getText();
    const done = commands.executeCommand('serverStatus.selectCloud');
    // The first entry is auto, the second OpenStack; then the first place is this file.
    await commands.executeCommand('workbench.action.quickOpenSelectNext');
    await until('the comment', async () => {
      await commands.executeCommand('workbench.action.quickOpenSelectNext');
      await commands.executeCommand('workbench.action.quickOpenSelectPrevious');
      await commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
      return editor.document.getText() === before ? undefined : true;
    });
    await done;
    assert.match(editor.document.getText(), /^# server-status cloud=\w+\nserver:/);
  });
});
