import assert from 'node:assert/strict';
import {
  commands,
  DiagnosticSeverity,
  languages,
  Position,
  Range,
  TabInputCustom,
  window,
  workspace,
} from 'vscode';
import { diagnosticsOf, openFile, startExtension, until, writeFixture } from './editor';

const WRONG_JSON = `{
  "server": {
    "OS-EXT-STS:vm_state": "active",
    "OS-EXT-STS:task_state": "rebooting",
    "status": "ACTIVE"
  }
}
`;

const WRONG_YAML = `server:
  OS-EXT-STS:vm_state: active
  OS-EXT-STS:task_state: rebooting
  status: ACTIVE
`;

describe('Diagnostics', () => {
  before(startExtension);

  for (const [name, text, written] of [
    ['wrong.json', WRONG_JSON, '"ACTIVE"'],
    ['wrong.jsonc', `// a comment\n${WRONG_JSON}`, '"ACTIVE"'],
    ['wrong.yaml', WRONG_YAML, 'ACTIVE'],
  ] as const) {
    it(`stand under exactly the wrong status of ${name}`, async () => {
      const { document } = await openFile(name, text);
      const [diagnostic] = await diagnosticsOf(document, 1);
      assert.equal(document.getText(diagnostic?.range), written);
    });
  }

  it('are errors that name the rule and lead to its page', async () => {
    const { document } = await openFile('wrong.json', WRONG_JSON);
    const [diagnostic] = await diagnosticsOf(document, 1);
    assert.equal(diagnostic?.severity, DiagnosticSeverity.Error);
    assert.ok(typeof diagnostic.code === 'object');
    assert.equal(diagnostic.code.value, 'status-mismatch');
    const { target } = diagnostic.code;
    // The editor would open a web page in a new tab of the browser.
    assert.ok(!target.scheme.startsWith('http'));
    assert.match((await workspace.openTextDocument(target)).getText(), /^# status-mismatch/);
  });

  it('lead to a page, not to its source', async () => {
    const { document } = await openFile('wrong.json', WRONG_JSON);
    const [diagnostic] = await diagnosticsOf(document, 1);
    assert.ok(typeof diagnostic?.code === 'object');
    await commands.executeCommand('vscode.open', diagnostic.code.target);
    const input = await until('the page', () => {
      const shown = window.tabGroups.activeTabGroup.activeTab?.input;
      return shown instanceof TabInputCustom ? shown : undefined;
    });
    assert.equal(input.viewType, 'vscode.markdown.preview.editor');
    await commands.executeCommand('workbench.action.closeActiveEditor');
  });

  it('point to the sibling values that cause them', async () => {
    const { document } = await openFile('wrong.json', WRONG_JSON);
    const [diagnostic] = await diagnosticsOf(document, 1);
    const related = diagnostic?.relatedInformation?.map(({ location }) => document.getText(location.range));
    assert.deepEqual(related, ['"active"', '"rebooting"']);
  });

  it('go when the value is put right, while the file is still open', async () => {
    const editor = await openFile('wrong.json', WRONG_JSON);
    const [diagnostic] = await diagnosticsOf(editor.document, 1);
    assert.ok(diagnostic);
    await editor.edit((edit) => edit.replace(diagnostic.range, '"REBOOT"'));
    await diagnosticsOf(editor.document, 0);
  });

  it('follow what is changed at several places of a long fixture', async () => {
    const right = '{"OS-EXT-STS:vm_state": "active", "OS-EXT-STS:task_state": null, "status": "ACTIVE"}';
    const text = `[\n${Array.from({ length: 700 }, () => `  ${right}`).join(',\n')}\n]\n`;
    const editor = await openFile('long.json', text);
    const { document } = editor;
    await diagnosticsOf(document, 0);
    const statusAt = (line: number) => {
      const start = document.lineAt(line).text.indexOf('"ACTIVE"');
      return new Range(line, start, line, start + '"ACTIVE"'.length);
    };
    await editor.edit((edit) => {
      edit.replace(statusAt(10), '"ERROR"');
      edit.replace(statusAt(600), '"SHUTOFF"');
    });
    // Read before the next change, and not.
    await diagnosticsOf(document, 2);
    await editor.edit((edit) => edit.insert(new Position(1, 0), `  ${right},\n`));
    await editor.edit((edit) => edit.replace(statusAt(300), '"PAUSED"'));
    await editor.edit((edit) => edit.replace(statusAt(699), '"SUSPENDED"'));
    const found = await diagnosticsOf(document, 4);
    assert.deepEqual(
      found.map(({ range }) => [range.start.line, document.getText(range)]),
      [
        [11, '"ERROR"'],
        [300, '"PAUSED"'],
        [601, '"SHUTOFF"'],
        [699, '"SUSPENDED"'],
      ],
    );
    for (let i = 0; i < 4; i += 1) await commands.executeCommand('undo');
    await diagnosticsOf(document, 0);
    assert.equal(document.getText(), text);
  });

  it('are those of the latest text if it changes while it is read', async () => {
    const servers = (count: number) => WRONG_JSON.replaceAll('ACTIVE', 'REBOOT').concat('\n').repeat(count);
    const { document, edit } = await openFile('long.jsonl', servers(1500) + WRONG_JSON + servers(1500));
    for (const status of ['ERROR', 'PAUSED', 'BUILD']) {
      const start = document.getText().search(/(?:ACTIVE|ERROR|PAUSED)"/);
      const end = document.getText().indexOf('"', start);
      await edit((build) =>
        build.replace(new Range(document.positionAt(start), document.positionAt(end)), status),
      );
    }
    const written = () => languages.getDiagnostics(document.uri).map(({ range }) => document.getText(range));
    await until('the finding of the last text', () => (written().join() === '"BUILD"' ? true : undefined));
  });

  it('come again when the language of the file is changed and changed back', async () => {
    const { document } = await openFile('language.json', WRONG_JSON);
    await diagnosticsOf(document, 1);
    // VS Code tells extensions that the document is closed and opened, of the same document and version.
    for (const [language, count] of [
      ['plaintext', 0],
      ['json', 1],
      ['jsonc', 1],
    ] as const) {
      await languages.setTextDocumentLanguage(document, language);
      await diagnosticsOf(document, count);
    }
  });

  it('go when the file is closed', async () => {
    // Opened as a person does it: VS Code keeps what a test opened by its API for minutes.
    const uri = await writeFixture('closed.json', WRONG_JSON);
    const ours = () => languages.getDiagnostics(uri).filter(({ source }) => source === 'server-status');
    await commands.executeCommand('vscode.open', uri);
    await until('the finding', () => (ours().length === 1 ? true : undefined));
    await commands.executeCommand('workbench.action.closeActiveEditor');
    await until('the closed file to be forgotten', () => (ours().length === 0 ? true : undefined));
  });

  it('follow the settings without a reload', async () => {
    const { document } = await openFile('wrong.json', WRONG_JSON);
    await diagnosticsOf(document, 1);
    const settings = workspace.getConfiguration('serverStatus');
    await settings.update('rules', { 'status-mismatch': 'off' }, true);
    await diagnosticsOf(document, 0);
    await settings.update('rules', undefined, true);
    await diagnosticsOf(document, 1);
  });

  it('stay when a setting makes no sense', async () => {
    const { document } = await openFile('wrong.json', WRONG_JSON);
    const settings = workspace.getConfiguration('serverStatus');
    await settings.update('rules', 'nonsense', true);
    await settings.update('maxFileSize', 'large', true);
    await diagnosticsOf(document, 1);
    await settings.update('rules', undefined, true);
    await settings.update('maxFileSize', undefined, true);
  });

  it('hold every server to the cloud that was chosen', async () => {
    const { document } = await openFile(
      'paused.json',
      '{"server": {"OS-EXT-STS:vm_state": "stopped", "OS-EXT-STS:task_state": "powering-off", "status": "SHUTOFF"}}',
    );
    const settings = workspace.getConfiguration('serverStatus');
    await settings.update('cloud', 'huaweicloud', true);
    const [diagnostic] = await diagnosticsOf(document, 1);
    await settings.update('cloud', undefined, true);
    assert.ok(typeof diagnostic?.code === 'object');
    assert.equal(diagnostic.code.value, 'unlisted-combination');
  });

  it('leave the other resources of a file alone', async () => {
    const { document } = await openFile(
      'ports.json',
      `{"ports": [{"status": "DOWN"}], "volumes": [{"status": "in-use"}],\n${WRONG_JSON.slice(1)}`,
    );
    const [diagnostic] = await diagnosticsOf(document, 1);
    assert.equal(document.getText(diagnostic?.range), '"ACTIVE"');
  });
});
