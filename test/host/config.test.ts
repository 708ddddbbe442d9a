import assert from 'node:assert/strict';
import {
  CodeActionKind,
  commands,
  type Diagnostic,
  languages,
  type TextDocument,
  Uri,
  window,
  workspace,
} from 'vscode';
import {
  codeActionsAt,
  completionsAt,
  diagnosticsOf,
  hoversAt,
  newFolder,
  startExtension,
  until,
  withCursor,
  writeText,
} from './editor';

const WRONG = '{"OS-EXT-STS:vm_state": "active", "OS-EXT-STS:task_state": "rebooting", "status": "ACTIVE"}\n';
const OFF = '{ "rules": { "status-mismatch": "off" } }\n';

/** A new folder of the workspace with these files: only there VS Code watches them. */
async function folderWith(files: Readonly<Record<string, string>>): Promise<Uri> {
  const folder = await newFolder();
  for (const [name, text] of Object.entries(files)) await writeText(Uri.joinPath(folder, name), text);
  return folder;
}

async function open(folder: Uri, name: string): Promise<TextDocument> {
  return (await window.showTextDocument(Uri.joinPath(folder, name))).document;
}

/** Our diagnostics of a file that need not be open, once there are as many as expected. */
function diagnosticsAt(folder: Uri, expected: number): Promise<Diagnostic[]> {
  const uri = Uri.joinPath(folder, '.serverstatus.json');
  return until(`${expected} diagnostics in the config`, () => {
    const ours = languages.getDiagnostics(uri).filter(({ source }) => source === 'server-status');
    return ours.length === expected ? ours : undefined;
  });
}

describe('The config file in the editor', () => {
  before(startExtension);

  it('holds for open files as soon as it is there, is changed or is gone', async () => {
    const folder = await folderWith({ 'a.json': WRONG });
    const config = Uri.joinPath(folder, '.serverstatus.json');
    const document = await open(folder, 'a.json');
    await diagnosticsOf(document, 1);
    await writeText(config, OFF);
    await diagnosticsOf(document, 0);
    await writeText(config, '{}\n');
    await diagnosticsOf(document, 1);
    await writeText(config, OFF);
    await diagnosticsOf(document, 0);
    await workspace.fs.delete(config);
    await diagnosticsOf(document, 1);
  });

  it('has its mistakes marked in it, although it is not open, until they are gone', async () => {
    const text = '{\n  "cloud": "huaweiclod",\n  "rules": {}\n}\n';
    const folder = await folderWith({ 'a.json': WRONG, '.serverstatus.json': text });
    await diagnosticsOf(await open(folder, 'a.json'), 1);
    const [mistake] = await diagnosticsAt(folder, 1);
    assert.match(mistake?.message ?? '', /Did you mean "huaweicloud"\?$/);
    const { start, end } = mistake?.range ?? {};
    assert.deepEqual([start?.line, start?.character, end?.line, end?.character], [1, 11, 1, 23]);
    await writeText(Uri.joinPath(folder, '.serverstatus.json'), text.replace('clod', 'cloud'));
    await diagnosticsAt(folder, 0);
  });

  it('has each mistake marked once, and offers the word that was meant', async () => {
    const text = '{\n  "rulse": { "status-mismatch": "loud" },\n  "cloud": "huaweiclod"\n}\n';
    const folder = await folderWith({ 'a.json': WRONG, '.serverstatus.json': text });
    const config = await open(folder, '.serverstatus.json');
    await diagnosticsAt(folder, 2);
    // VS Code's own JSON support has read the schema by then.
    await until('the completions of the schema', async () =>
      (await completionsAt(config, text.indexOf('"rulse"') + 1)).items.length > 0 ? true : undefined,
    );
    assert.deepEqual(
      languages.getDiagnostics(config.uri).map(({ range, source }) => [config.getText(range), source]),
      [
        ['"rulse"', 'server-status'],
        ['"huaweiclod"', 'server-status'],
      ],
    );
    const [mistake] = await diagnosticsAt(folder, 2);
    const [action] = await codeActionsAt(config, mistake?.range, CodeActionKind.QuickFix);
    assert.equal(action?.title, 'Change to rules');
    assert.ok(action.edit && (await workspace.applyEdit(action.edit)));
    assert.match(config.getText(), /"rules": \{ "status-mismatch"/);
    await commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  });

  it('has its mistakes marked while it is typed, and holds when it is saved', async () => {
    const folder = await folderWith({ 'a.json': WRONG, '.serverstatus.json': OFF });
    const fixture = await open(folder, 'a.json');
    const config = await open(folder, '.serverstatus.json');
    const editor = await window.showTextDocument(config);
    const at = config.positionAt(OFF.indexOf('status-mismatch'));
    await editor.edit((edit) => edit.insert(at, 'x'));
    const [mistake] = await diagnosticsAt(folder, 1);
    assert.equal(config.getText(mistake?.range), '"xstatus-mismatch"');
    await diagnosticsOf(fixture, 0);
    await config.save();
    await diagnosticsOf(fixture, 1);
    await diagnosticsAt(folder, 1);
  });

  it('keeps what is sound of it beside a mistake', async () => {
    const folder = await folderWith({ 'a.json': WRONG, 'b.json': WRONG });
    const document = await open(folder, 'a.json');
    await diagnosticsOf(document, 1);
    await writeText(
      Uri.joinPath(folder, '.serverstatus.json'),
      OFF.replace('{ "rules"', '{ "x": 1, "rules"'),
    );
    await diagnosticsAt(folder, 1);
    await diagnosticsOf(document, 0);
  });

  it('keeps findings, hovers and completions out of a file that it ignores', async () => {
    const folder = await folderWith({ 'a.json': WRONG });
    const document = await open(folder, 'a.json');
    await diagnosticsOf(document, 1);
    await writeText(Uri.joinPath(folder, '.serverstatus.json'), '{ "ignore": ["a.*"] }');
    await diagnosticsOf(document, 0);
    const offset = WRONG.indexOf('"ACTIVE"') + 2;
    assert.deepEqual(await hoversAt(document, offset), []);
    const { items } = await completionsAt(document, offset);
    assert.ok(!items.some(({ label }) => typeof label !== 'string' && label.label === 'REBOOT'));
  });

  it('brings in own clouds, which hover and completion know', async () => {
    const config = `{ "cloud": "mycloud", "clouds": { "mycloud": { "extends": "openstack", "title": "My cloud", "statuses": { "FROZEN": "" },
      "rows": [{ "vmState": "active", "taskState": "freezing", "status": "FROZEN" }] } } }`;
    const { text, offset } = withCursor(
      '{"OS-EXT-STS:vm_state": "active", "OS-EXT-STS:task_state": "freezing", "status": "|"}',
    );
    const folder = await folderWith({ '.serverstatus.json': config, 'a.json': text });
    const document = await open(folder, 'a.json');
    const { items } = await completionsAt(document, offset);
    assert.ok(items.some(({ label }) => typeof label !== 'string' && label.label === 'FROZEN'));
    const hovers = await hoversAt(document, text.indexOf('freezing'));
    assert.ok(hovers.some((hover) => hover.includes('My cloud (named in the config file)')));
  });

  it('is JSON with comments, and is completed from its schema', async () => {
    const { text, offset } = withCursor('// ours\n{ "rules": { "|" } }\n');
    const folder = await folderWith({ '.serverstatus.json': text });
    const document = await open(folder, '.serverstatus.json');
    assert.equal(document.languageId, 'jsonc');
    const labels = await until('the JSON extension to offer rules', async () => {
      const { items } = await completionsAt(document, offset);
      const found = items.map(({ label }) => (typeof label === 'string' ? label : label.label));
      return found.includes('status-mismatch') ? found : undefined;
    });
    assert.ok(labels.includes('power-state'));
  });

  it('is no fixture: a comment in it silences nothing', async () => {
    const folder = await folderWith({ '.serverstatus.json': '// server-status-disable\n{ "x": 1 }\n' });
    await open(folder, '.serverstatus.json');
    const [mistake] = await diagnosticsAt(folder, 1);
    assert.match(mistake?.message ?? '', /Unknown key "x"/);
  });
});
