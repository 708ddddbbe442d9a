import assert from 'node:assert/strict';
import { mkdir, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type CodeAction, CodeActionKind, commands, type TextDocument, Uri, window, workspace } from 'vscode';
import { diagnosticsOf, openFile, startExtension, until } from './editor';

const WRONG = '{"OS-EXT-STS:vm_state": "stopped", "OS-EXT-STS:task_state": null, "status": "ACTIVE"}\n';
const WRONG_YAML = 'server:\n  status: ACTIVE\n  OS-EXT-STS:vm_state: stopped\n';
const FIXES = ['Set status to SHUTOFF', 'Set OS-EXT-STS:vm_state to active'];
const PAGE = 'Open the page of status-mismatch';

const made: string[] = [];

/** A new folder of the workspace: only there configs are watched. */
async function newFolder(): Promise<string> {
  const root = workspace.workspaceFolders?.[0]?.uri.fsPath;
  assert.ok(root, 'the tests run in a workspace folder');
  const folder = await mkdtemp(join(root, 'silence-'));
  made.push(folder);
  return folder;
}

async function open(path: string, text: string): Promise<TextDocument> {
  await writeFile(path, text);
  const document = await workspace.openTextDocument(Uri.file(path));
  await window.showTextDocument(document);
  return document;
}

/** The actions of the light bulb at the only finding of a document. */
async function actionsAt(document: TextDocument): Promise<CodeAction[]> {
  const [diagnostic] = await diagnosticsOf(document, 1);
  const kind = CodeActionKind.QuickFix.value;
  return commands.executeCommand('vscode.executeCodeActionProvider', document.uri, diagnostic?.range, kind);
}

/** Does what the editor does when somebody takes an action. */
async function take(actions: readonly CodeAction[], title: string): Promise<void> {
  const action = actions.find((other) => other.title === title);
  assert.ok(action, `${title} is among ${actions.map((other) => other.title).join(', ')}`);
  if (action.edit) assert.ok(await workspace.applyEdit(action.edit));
  if (action.command)
    await commands.executeCommand(action.command.command, ...(action.command.arguments ?? []));
}

const titlesOf = (actions: readonly CodeAction[]) => actions.map(({ title }) => title);

describe('The light bulb', () => {
  before(startExtension);
  after(async () => {
    await commands.executeCommand('workbench.action.closeAllEditors');
    await Promise.all(made.map((folder) => rm(folder, { recursive: true, force: true })));
  });

  for (const [name, text, line, file] of [
    [
      'a.yaml',
      WRONG_YAML,
      WRONG_YAML.replace('  status', '  # server-status-disable-next-line status-mismatch\n  status'),
      `# server-status-disable-file status-mismatch\n${WRONG_YAML}`,
    ],
    [
      'a.jsonc',
      WRONG,
      `// server-status-disable-next-line status-mismatch\n${WRONG}`,
      `// server-status-disable-file status-mismatch\n${WRONG}`,
    ],
  ] as const) {
    it(`offers in ${name} the fixes, the rule's page and comments that silence it`, async () => {
      const { document } = await openFile(name, text);
      const actions = await actionsAt(document);
      assert.deepEqual(titlesOf(actions), [
        ...FIXES,
        PAGE,
        'Disable status-mismatch for this line',
        'Disable status-mismatch for this file',
      ]);
      assert.deepEqual(
        actions.filter(({ isPreferred }) => isPreferred).map(({ title }) => title),
        FIXES.slice(0, 1),
      );
    });

    for (const [what, after] of [
      ['line', line],
      ['file', file],
    ]) {
      it(`silences the finding for its ${what} in ${name}, which can be undone`, async () => {
        const { document } = await openFile(name, text);
        await take(await actionsAt(document), `Disable status-mismatch for this ${what}`);
        assert.equal(document.getText(), after);
        await diagnosticsOf(document, 0);
        await commands.executeCommand('undo');
        assert.equal(document.getText(), text);
        await diagnosticsOf(document, 1);
      });
    }
  }

  it('makes a config in the folder of strict JSON that stands outside the workspace', async () => {
    const { document } = await openFile('a.json', WRONG);
    const actions = await actionsAt(document);
    const title = 'Turn off status-mismatch for a.json in .serverstatus.json';
    assert.deepEqual(titlesOf(actions), [...FIXES, PAGE, title]);
    await take(actions, title);
    await diagnosticsOf(document, 0);
    const config = await readFile(join(document.uri.fsPath, '..', '.serverstatus.json'), 'utf8');
    assert.equal(
      config,
      '{\n  "overrides": [\n    { "files": ["a.json"], "rules": { "status-mismatch": "off" } }\n  ]\n}\n',
    );
  });

  it('makes a config where the search for one ends, in a repository inside the workspace', async () => {
    const folder = await newFolder();
    await mkdir(join(folder, '.git'));
    await mkdir(join(folder, 'sub [1]'));
    const document = await open(join(folder, 'sub [1]', 'a.json'), WRONG);
    await take(
      await actionsAt(document),
      'Turn off status-mismatch for sub [1]/a.json in .serverstatus.json',
    );
    await diagnosticsOf(document, 0);
    assert.match(await readFile(join(folder, '.serverstatus.json'), 'utf8'), /"sub \\\\\[1\\\\\]\/a\.json"/);
  });

  it('makes a config in the workspace folder', async () => {
    const folder = await newFolder();
    const config = join(folder, '..', '.serverstatus.json');
    const name = folder.split('/').at(-1);
    try {
      const document = await open(join(folder, 'a.json'), WRONG);
      await take(
        await actionsAt(document),
        `Turn off status-mismatch for ${name}/a.json in .serverstatus.json`,
      );
      await diagnosticsOf(document, 0);
      await stat(config);
    } finally {
      await rm(config, { force: true });
    }
  });

  it('adds to the config that is there, and keeps what it says', async () => {
    const folder = await newFolder();
    const config = join(folder, '.serverstatus.json');
    await writeFile(config, '{\n  "cloud": "auto" // any\n}\n');
    const document = await open(join(folder, 'a.json'), WRONG);
    await take(await actionsAt(document), 'Turn off status-mismatch for a.json in .serverstatus.json');
    await diagnosticsOf(document, 0);
    assert.equal(
      await readFile(config, 'utf8'),
      '{\n  "cloud": "auto", // any\n  "overrides": [{ "files": ["a.json"], "rules": { "status-mismatch": "off" } }]\n}\n',
    );
  });

  it('leaves a config alone that has a mistake', async () => {
    const folder = await newFolder();
    await writeFile(join(folder, '.serverstatus.json'), '{ "cloud": "auto" ');
    const document = await open(join(folder, 'a.json'), WRONG);
    assert.deepEqual(titlesOf(await actionsAt(document)), [...FIXES, PAGE]);
  });

  it('opens the page of the rule', async () => {
    const { document } = await openFile('a.json', WRONG);
    await take(await actionsAt(document), PAGE);
    await until('the page of the rule', () =>
      window.tabGroups.activeTabGroup.activeTab?.label.includes('status-mismatch') ? true : undefined,
    );
  });
});
