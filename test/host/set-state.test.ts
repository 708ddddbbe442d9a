import assert from 'node:assert/strict';
import { CodeActionKind, commands, Range } from 'vscode';
import { codeActionsAt, openAtCursor, startExtension, until } from './editor';

/** Takes the entry that is this far down the open quick pick. */
async function pick(times: number): Promise<void> {
  for (let i = 0; i < times; i += 1) await commands.executeCommand('workbench.action.quickOpenSelectNext');
  await commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
}

const SERVER = `server:
  status: ACT|IVE # up
  OS-EXT-STS:vm_state: active
  OS-EXT-STS:task_state: rebooting
`;

describe('Set server state', () => {
  before(startExtension);

  it('is offered as a rewrite in a server and nowhere else', async () => {
    const { document, selection } = await openAtCursor('a.yaml', `${SERVER}port:\n  status: DOWN\n`);
    const titles = async (range: Range) =>
      (await codeActionsAt(document, range, CodeActionKind.RefactorRewrite)).map(({ title }) => title);
    assert.deepEqual(await titles(selection), ['Set server state…']);
    const end = document.positionAt(document.getText().indexOf('DOWN'));
    assert.deepEqual(await titles(new Range(end, end)), []);
  });

  it('makes all fields of the server at the cursor say the state', async () => {
    const editor = await openAtCursor('a.yaml', SERVER);
    const state = { status: 'SHUTOFF', pair: { vmState: 'stopped', taskState: 'powering-on' } };
    const target = { uri: editor.document.uri.toString(), offset: 12, state };
    await commands.executeCommand('serverStatus.setServerState', target);
    assert.equal(
      editor.document.getText(),
      'server:\n  status: SHUTOFF # up\n  OS-EXT-STS:vm_state: stopped\n  OS-EXT-STS:task_state: powering-on\n',
    );
    await commands.executeCommand('undo');
    assert.match(editor.document.getText(), /status: ACTIVE # up/);
  });

  it('asks for the status, then for the operation', async () => {
    const editor = await openAtCursor('b.yaml', SERVER);
    const done = commands.executeCommand('serverStatus.setServerState');
    const before = editor.document.getText();
    await until('the state to be set', async () => {
      await pick(0);
      return editor.document.getText() === before ? undefined : true;
    });
    await done;
    // The first of OpenStack's statuses is ACTIVE, its first pair is active without an operation.
    assert.match(
      editor.document.getText(),
      /status: ACTIVE # up\n {2}OS-EXT-STS:vm_state: active\n {2}OS-EXT-STS:task_state: null\n/,
    );
  });
});
