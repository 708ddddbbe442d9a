import assert from 'node:assert/strict';
import { commands, env, Selection, Uri, window, workspace } from 'vscode';
import { openFile, startExtension, until } from './editor';

/** Presses keys in the quick pick that is open: `times` downs, then enter. */
async function pick(times: number): Promise<void> {
  for (let i = 0; i < times; i += 1) await commands.executeCommand('workbench.action.quickOpenSelectNext');
  await commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
}

describe('Look-up', () => {
  before(startExtension);

  it('inserts the picked value where the cursor is', async () => {
    const editor = await openFile('note.json', '');
    const done = commands.executeCommand('serverStatus.lookUpStatus');
    await until('the value to be inserted', async () => {
      await pick(0);
      return editor.document.getText() === '' ? undefined : true;
    });
    await done;
    assert.equal(editor.document.getText(), 'ACTIVE');
  });

  it('replaces the value at the cursor', async () => {
    const text = '{"OS-EXT-STS:vm_state": "active", "status": "SHUTOFF"}';
    const editor = await openFile('value.json', text);
    const at = editor.document.positionAt(text.indexOf('TOFF'));
    editor.selection = new Selection(at, at);
    const done = commands.executeCommand('serverStatus.lookUpStatus');
    await until('the value to be replaced', async () => {
      await pick(0);
      return editor.document.getText() === text ? undefined : true;
    });
    await done;
    assert.equal(editor.document.getText(), text.replace('SHUTOFF', 'ACTIVE'));
  });

  it('copies the picked value where no file is open', async () => {
    await commands.executeCommand('workbench.action.closeAllEditors');
    await until('every editor to be closed', () => (window.activeTextEditor ? undefined : true));
    await env.clipboard.writeText('');
    const done = commands.executeCommand('serverStatus.lookUpStatus');
    await until('the value to be copied', async () => {
      await pick(0);
      return (await env.clipboard.readText()) === '' ? undefined : true;
    });
    await done;
    assert.equal(await env.clipboard.readText(), 'ACTIVE');
  });

  it('asks over a text that is in no folder, such as that of an output channel', async () => {
    const made = workspace.registerTextDocumentContentProvider('made-up', {
      provideTextDocumentContent: () => 'status',
    });
    try {
      await window.showTextDocument(Uri.from({ scheme: 'made-up', path: 'channel' }));
      let isAnswered = false;
      void commands.executeCommand('serverStatus.lookUpStatus').then(() => {
        isAnswered = true;
      });
      await until('the question, to leave it', async () => {
        await commands.executeCommand('workbench.action.closeQuickOpen');
        return isAnswered || undefined;
      });
    } finally {
      made.dispose();
    }
  });
});
