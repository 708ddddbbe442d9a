import assert from 'node:assert/strict';
import { commands, type TextEditor, window } from 'vscode';
import { openAtCursor, startExtension, until } from './editor';

const accept = () => commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');

/** Takes the last entry of the list that is open. */
const pickLast = () =>
  // Both at once: of a list that came up in between they would take the first.
  Promise.all([commands.executeCommand('workbench.action.quickOpenSelectPrevious'), accept()]);

/** Inserts a server, with this answer to every question. */
async function insert(editor: TextEditor, answer: () => Thenable<unknown>): Promise<string> {
  const before = editor.document.getText();
  const done = commands.executeCommand('serverStatus.insertServer');
  await until('the server to be there', async () => {
    await answer();
    return editor.document.getText() === before ? undefined : true;
  });
  await done;
  return editor.document.getText();
}

describe('Insert server', () => {
  before(startExtension);

  it('puts a whole server where the cursor is and selects its name', async () => {
    const editor = await openAtCursor('servers.json', '{\n  "servers": [|]\n}\n');
    const [server, ...others] = JSON.parse(await insert(editor, accept)).servers;
    assert.deepEqual([server['OS-EXT-STS:vm_state'], server.status, others], ['active', 'ACTIVE', []]);
    assert.equal(window.activeTextEditor?.document.getText(editor.selection), 'server-1');
  });

  it('fills a key without a value', async () => {
    const editor = await openAtCursor('server.json', '{\n  "server": |\n}\n');
    assert.equal(JSON.parse(await insert(editor, accept)).server.status, 'ACTIVE');
  });

  it('offers another cloud behind the statuses of the first', async () => {
    const editor = await openAtCursor('server.json', '{"server": |}\n');
    // The last entry leads to the clouds, the last of them is Rackspace.
    const { server } = JSON.parse(await insert(editor, pickLast));
    assert.match(server.links[0].href, /rackspacecloud\.com/);
  });

  it('asks for nothing and changes nothing where no server can stand', async () => {
    const marked = '{"a": 1}\n|';
    const editor = await openAtCursor('server.json', marked);
    let isDone = false;
    commands.executeCommand('serverStatus.insertServer').then(() => {
      isDone = true;
    });
    // The command ends with its message, and no list is open that could be accepted.
    await until('the message to be closed', async () => {
      await accept();
      await commands.executeCommand('notifications.clearAll');
      return isDone || undefined;
    });
    assert.equal(editor.document.getText(), marked.replace('|', ''));
  });
});
