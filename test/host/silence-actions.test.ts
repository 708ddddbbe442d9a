import assert from 'node:assert/strict';
import { type CodeAction, CodeActionKind, commands, type TextDocument, Uri, window, workspace } from 'vscode';
import {
  codeActionsAt,
  diagnosticsOf,
  newFolder,
  openFile,
  outsideWorkspace,
  readText,
  startExtension,
  until,
  workspaceRoot,
  writeText,
} from './editor';

const WRONG = '{"OS-EXT-STS:vm_state": "stopped", "OS-EXT-STS:task_state": null, "status": "ACTIVE"}\n';
const WRONG_YAML = 'server:\n  status: ACTIVE\n  OS-EXT-STS:vm_state: stopped\n';
const FIXES = ['Set status to SHUTOFF', 'Set OS-EXT-STS:vm_state to active'];
const PAGE = 'Show documentation for status-mismatch';
const MORE = 'More for this file or folder…';

async function open(uri: Uri, text: string): Promise<TextDocument> {
  await writeText(uri, text);
  return (await window.showTextDocument(uri)).document;
}

/** The actions of the light bulb at the only finding of a document. */
async function actionsAt(document: TextDocument): Promise<CodeAction[]> {
  const [diagnostic] = await diagnosticsOf(document, 1);
  return codeActionsAt(document, diagnostic?.range, CodeActionKind.QuickFix);
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
  after(() => commands.executeCommand('workbench.action.closeAllEditors'));

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
        MORE,
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

  it('names the page and the file once for two findings of a rule, and each of their lines', async () => {
    const { document } = await openFile('two.yaml', `- ${WRONG}- ${WRONG}`);
    const [first, second] = await diagnosticsOf(document, 2);
    assert.ok(first && second);
    const actions = await codeActionsAt(document, first.range.union(second.range), CodeActionKind.QuickFix);
    const silencing = titlesOf(actions).filter((title) => !FIXES.includes(title));
    assert.deepEqual(
      silencing.filter((title) => title.includes('status-mismatch')),
      [
        PAGE,
        'Disable status-mismatch for this line',
        'Disable status-mismatch for this file',
        'Disable status-mismatch for this line',
      ],
    );
  });

  it('makes a config in the folder of strict JSON that stands outside the workspace', async () => {
    const { document } = await openFile('a.json', WRONG, outsideWorkspace());
    const actions = await actionsAt(document);
    const title = 'Turn off status-mismatch for a.json in .serverstatus.json';
    assert.deepEqual(titlesOf(actions), [...FIXES, PAGE, title, MORE]);
    await take(actions, title);
    await diagnosticsOf(document, 0);
    const config = await readText(Uri.joinPath(document.uri, '../.serverstatus.json'));
    assert.equal(
      config,
      '{\n  "overrides": [\n    { "files": ["a.json"], "rules": { "status-mismatch": "off" } }\n  ]\n}\n',
    );
  });

  it('makes a config where the search for one ends, in a repository inside the workspace', async () => {
    const folder = await newFolder();
    await workspace.fs.createDirectory(Uri.joinPath(folder, '.git'));
    await workspace.fs.createDirectory(Uri.joinPath(folder, 'sub [1]'));
    const document = await open(Uri.joinPath(folder, 'sub [1]/a.json'), WRONG);
    await take(
      await actionsAt(document),
      'Turn off status-mismatch for sub [1]/a.json in .serverstatus.json',
    );
    await diagnosticsOf(document, 0);
    assert.match(await readText(Uri.joinPath(folder, '.serverstatus.json')), /"sub \\\\\[1\\\\\]\/a\.json"/);
  });

  it('makes a config in the workspace folder', async () => {
    const folder = await newFolder();
    const config = Uri.joinPath(workspaceRoot(), '.serverstatus.json');
    const name = folder.path.split('/').at(-1);
    try {
      const document = await open(Uri.joinPath(folder, 'a.json'), WRONG);
      await take(
        await actionsAt(document),
        `Turn off status-mismatch for ${name}/a.json in .serverstatus.json`,
      );
      await diagnosticsOf(document, 0);
      assert.match(await readText(config), /status-mismatch/);
    } finally {
      // Later tests must not find it; where it was never made the test has said so.
      await Promise.allSettled([workspace.fs.delete(config)]);
    }
  });

  it('adds to the config that is there, and keeps what it says', async () => {
    const folder = await newFolder();
    const config = Uri.joinPath(folder, '.serverstatus.json');
    await writeText(config, '{\n  "cloud": "auto" // any\n}\n');
    const document = await open(Uri.joinPath(folder, 'a.json'), WRONG);
    await take(await actionsAt(document), 'Turn off status-mismatch for a.json in .serverstatus.json');
    await diagnosticsOf(document, 0);
    assert.equal(
      await readText(config),
      '{\n  "cloud": "auto", // any\n  "overrides": [{ "files": ["a.json"], "rules": { "status-mismatch": "off" } }]\n}\n',
    );
  });

  it('leaves a config alone that has a mistake', async () => {
    const folder = await newFolder();
    await writeText(Uri.joinPath(folder, '.serverstatus.json'), '{ "cloud": "auto" ');
    const document = await open(Uri.joinPath(folder, 'a.json'), WRONG);
    assert.deepEqual(titlesOf(await actionsAt(document)), [...FIXES, PAGE, MORE]);
  });

  it('opens the page of the rule', async () => {
    const { document } = await openFile('a.json', WRONG);
    await take(await actionsAt(document), PAGE);
    await until('the page of the rule', () =>
      window.tabGroups.activeTabGroup.activeTab?.label.includes('status-mismatch') ? true : undefined,
    );
  });
});
