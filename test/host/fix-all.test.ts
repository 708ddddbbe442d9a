import assert from 'node:assert/strict';
import {
  type CodeAction,
  CodeActionKind,
  commands,
  Position,
  type TextDocument,
  type TextEditor,
  workspace,
} from 'vscode';
import { codeActionsAt, diagnosticsOf, openFile, startExtension } from './editor';

const WRONG = `servers:
  - OS-EXT-STS:vm_state: 'actve' # kept
    OS-EXT-STS:task_state: rebootin
    status: ACTIVE
  - OS-EXT-STS:vm_state: stopped
    status: ERROR
`;
const RIGHT = `servers:
  - OS-EXT-STS:vm_state: 'active' # kept
    OS-EXT-STS:task_state: rebooting
    status: REBOOT
  - OS-EXT-STS:vm_state: stopped
    status: SHUTOFF
`;
const WRONG_JSON = `[{"OS-EXT-STS:vm_state": "stopped", "status": "ERROR"},
 {"OS-EXT-STS:vm_state": "error", "status": "ACTIVE"}]`;
const FIX_ALL = 'Fix all servers in this file';

const fixAll = () => commands.executeCommand('serverStatus.fixAll');

/** The actions at the first of a document's findings, of one kind or of any. */
async function actionsFor(
  document: TextDocument,
  findings: number,
  kind?: CodeActionKind,
): Promise<CodeAction[]> {
  const [diagnostic] = await diagnosticsOf(document, findings);
  return codeActionsAt(document, diagnostic?.range, kind);
}

/** Saves with this setting, after a change that makes the document one to save. */
async function saveWith(onSave: Record<string, string>, editor: TextEditor): Promise<void> {
  const settings = workspace.getConfiguration('editor');
  await settings.update('codeActionsOnSave', onSave, true);
  try {
    const { document } = editor;
    await editor.edit((edit) => edit.insert(new Position(document.lineCount, 0), '\n'));
    assert.ok(await document.save());
  } finally {
    await settings.update('codeActionsOnSave', undefined, true);
  }
}

describe('Fixing all servers', () => {
  before(startExtension);

  it('by the command puts every server of the file right', async () => {
    const { document } = await openFile('a.yaml', WRONG);
    await fixAll();
    assert.equal(document.getText(), RIGHT);
    await diagnosticsOf(document, 0);
  });

  it('is one step to undo', async () => {
    const { document } = await openFile('a.yaml', WRONG);
    await fixAll();
    await commands.executeCommand('undo');
    assert.equal(document.getText(), WRONG);
  });

  it('changes nothing the second time', async () => {
    const { document } = await openFile('a.yaml', WRONG);
    await fixAll();
    const { version } = document;
    await fixAll();
    assert.deepEqual([document.version, document.getText()], [version, RIGHT]);
  });

  it('keeps line ends of CR LF', async () => {
    const { document } = await openFile('a.yaml', WRONG.replaceAll('\n', '\r\n'));
    await fixAll();
    assert.equal(document.getText(), RIGHT.replaceAll('\n', '\r\n'));
  });

  it('follows the settings', async () => {
    const settings = workspace.getConfiguration('serverStatus');
    await settings.update('rules', { 'status-mismatch': 'off' }, true);
    try {
      const { document } = await openFile('a.json', WRONG_JSON);
      await fixAll();
      assert.equal(document.getText(), WRONG_JSON);
    } finally {
      await settings.update('rules', undefined, true);
    }
  });

  it('leaves a file as it is that is half typed', async () => {
    const text = WRONG_JSON.slice(0, -1);
    const { document } = await openFile('a.json', text);
    await diagnosticsOf(document, 2);
    await fixAll();
    assert.equal(document.getText(), text);
  });

  it('happens on save where the setting asks for it', async () => {
    const editor = await openFile('a.yaml', WRONG);
    await saveWith({ 'source.fixAll.serverStatus': 'explicit' }, editor);
    assert.equal(editor.document.getText(), `${RIGHT}\n`);
    assert.equal(editor.document.isDirty, false);
  });

  it('happens on save where the setting asks for all fixes', async () => {
    const editor = await openFile('a.yaml', WRONG);
    await saveWith({ 'source.fixAll': 'explicit' }, editor);
    assert.equal(editor.document.getText(), `${RIGHT}\n`);
  });

  it('does not happen on save where nobody asks for it', async () => {
    const editor = await openFile('a.yaml', WRONG);
    await saveWith({ 'source.organizeImports': 'explicit' }, editor);
    assert.equal(editor.document.getText(), `${WRONG}\n`);
  });

  it('is offered as a source action to who asks for one', async () => {
    const { document } = await openFile('a.yaml', WRONG);
    const actions = await actionsFor(document, 3, CodeActionKind.Source);
    const ours = actions.filter(({ kind }) => kind?.value === 'source.fixAll.serverStatus');
    assert.equal(ours.length, 1);
  });

  it('is not offered as a source action to everybody', async () => {
    const { document } = await openFile('a.yaml', WRONG);
    const actions = await actionsFor(document, 3);
    assert.ok(actions.length > 0);
    assert.deepEqual(
      actions.filter(({ kind }) => kind && CodeActionKind.Source.contains(kind)),
      [],
    );
  });

  it('is offered behind the fixes of the value where several servers can be fixed', async () => {
    const { document } = await openFile('a.json', WRONG_JSON);
    const titles = (await actionsFor(document, 2, CodeActionKind.QuickFix)).map(({ title }) => title);
    assert.deepEqual(titles.slice(-2), [FIX_ALL, 'More for this file or folder…']);
    assert.ok(titles.length > 2);
  });

  it('does by that quick fix what the command does', async () => {
    const { document } = await openFile('a.yaml', WRONG);
    const actions = await actionsFor(document, 3, CodeActionKind.QuickFix);
    const { command } = actions.find(({ title }) => title === FIX_ALL) ?? {};
    assert.ok(command);
    await openFile('other.yaml', WRONG);
    await commands.executeCommand(command.command, ...(command.arguments ?? []));
    assert.equal(document.getText(), RIGHT);
  });

  it('is no quick fix where a single one can be fixed', async () => {
    const { document } = await openFile('a.json', WRONG_JSON.replace('"ACTIVE"', '"ERROR"'));
    const actions = await actionsFor(document, 1);
    assert.ok(actions.length > 0);
    assert.ok(!actions.some(({ title }) => title === FIX_ALL));
  });
});
