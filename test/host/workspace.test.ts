import assert from 'node:assert/strict';
import {
  CancellationTokenSource,
  CustomExecution,
  commands,
  type Diagnostic,
  EventEmitter,
  languages,
  Task,
  tasks,
  Uri,
  WorkspaceEdit,
  window,
  workspace,
} from 'vscode';
import { manyFixtures } from '../many-fixtures';
import { hoversAt, openFile, readText, startExtension, until, workspaceRoot, writeText } from './editor';

const MADE = manyFixtures(5000);
/** The folders of a hundred files, and how many of them stay for what is tried out after the counts. */
const FOLDERS = 50;
const KEPT = 4;
const WRONG =
  '{"server": {"status": "ACTIVE", "OS-EXT-STS:vm_state": "stopped", "OS-EXT-STS:task_state": null}}\n';

const inRoot = (path: string) => Uri.joinPath(workspaceRoot(), path);
const check = () => commands.executeCommand('serverStatus.checkWorkspace');

/** Our diagnostics, of a file or of all that were made; other tests' documents stay open for a while. */
function ours(uri?: Uri): Diagnostic[] {
  const isMade = ({ path }: Uri) => /\/folder-\d+\//.test(path);
  const all = languages.getDiagnostics().filter(([other]) => isMade(other));
  const list = uri ? languages.getDiagnostics(uri) : all.flatMap(([, ofFile]) => ofFile);
  return list.filter(({ source }) => source === 'server-status');
}

const countOf = (uri: Uri, expected: number) =>
  until(`${expected} diagnostics of ${uri.path}`, () => (ours(uri).length === expected ? true : undefined));

describe('A check of the workspace', function () {
  this.timeout(120_000);

  before(async () => {
    await startExtension();
    await commands.executeCommand('workbench.action.closeAllEditors');
    for (const [name] of await workspace.fs.readDirectory(workspaceRoot()))
      await workspace.fs.delete(inRoot(name), { recursive: true });
    // Many at once: each waits for its answer, and not for the disk.
    for (let i = 0; i < MADE.files.length; i += 100)
      await Promise.all(MADE.files.slice(i, i + 100).map(({ path, text }) => writeText(inRoot(path), text)));
  });

  after(async () => {
    await commands.executeCommand('serverStatus.clearWorkspaceFindings');
    for (const [name] of await workspace.fs.readDirectory(workspaceRoot()))
      await workspace.fs.delete(inRoot(name), { recursive: true });
  });

  afterEach(() => commands.executeCommand('workbench.action.closeAllEditors'));

  it('shows nothing before anybody asked for it', () => assert.deepEqual(ours(), []));

  it('ends in the middle when it is cancelled', async () => {
    const source = new CancellationTokenSource();
    const checking = commands.executeCommand('serverStatus.checkWorkspace', source.token);
    await until('the first findings', () => (ours().length > 0 ? true : undefined));
    source.cancel();
    assert.equal(await checking, undefined);
    const { errors, warnings } = MADE.expected;
    assert.ok(ours().length < errors + warnings, `${ours().length} findings`);
  });

  it('finds what the command line finds, and answers hovers meanwhile', async () => {
    const text = WRONG.replace('ACTIVE', 'SHUTOFF');
    const folder = Uri.joinPath(workspaceRoot(), '..', 'outside');
    const { document } = await openFile('hovered.json', text, folder);
    // The first one of all loads what hovers need.
    await hoversAt(document, text.indexOf('SHUTOFF'));
    const times: number[] = [];
    let isDone = false;
    const checking = check().then((summary) => {
      isDone = true;
      return summary;
    });
    while (!isDone) {
      const since = Date.now();
      const hovers = await hoversAt(document, text.indexOf('SHUTOFF'));
      times.push(Date.now() - since);
      assert.ok(hovers.some((hover) => hover.includes('`stopped` + `null` → `SHUTOFF`')));
    }
    assert.deepEqual(await checking, MADE.expected);
    assert.equal(ours().length, MADE.expected.errors + MADE.expected.warnings);
    assert.ok(times.length > 3, 'the check let nobody have a turn');
    times.sort((a, b) => a - b);
    console.log(
      `[tests] hovers during a check: ${times.length}, median ${times[times.length >> 1]} ms, slowest ${times.at(-1)} ms`,
    );
  });

  it('forgets the folders that are deleted', async () => {
    for (let i = KEPT; i < FOLDERS; i += 1)
      await workspace.fs.delete(inRoot(`folder-${i}`), { recursive: true });
    await until('the findings that are left', () => (ours().length === KEPT * 20 ? true : undefined));
  });

  it('follows what changes on the disk', async () => {
    const uri = inRoot('folder-0/file-4.json');
    await writeText(uri, WRONG);
    await countOf(uri, 1);
    await writeText(uri, WRONG.replace('ACTIVE', 'SHUTOFF'));
    await countOf(uri, 0);
  });

  it('finds a new file, and follows it to its new name and to its end', async () => {
    const [uri, renamed] = [inRoot('folder-0/new.json'), inRoot('folder-0/renamed.json')];
    await writeText(uri, WRONG);
    await countOf(uri, 1);
    await workspace.fs.rename(uri, renamed);
    await countOf(renamed, 1);
    await countOf(uri, 0);
    await workspace.fs.delete(renamed);
    await countOf(renamed, 0);
  });

  it('lets an open editor win over the disk, once', async () => {
    const uri = inRoot('folder-1/file-101.yaml');
    await countOf(uri, 1);
    // A document that we asked for ourselves would stay open for minutes after its editor.
    await commands.executeCommand('vscode.open', uri);
    const document = await until('the editor', () => window.activeTextEditor?.document);
    await countOf(uri, 1);
    const edit = new WorkspaceEdit();
    const at = document.positionAt(document.getText().indexOf('"ACTIVE"'));
    edit.replace(uri, document.getWordRangeAtPosition(at, /"\w+"/) ?? assert.fail(), '"REBOOT"');
    await workspace.applyEdit(edit);
    await countOf(uri, 0);
    await commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    await until('the document to be closed', () => (document.isClosed ? true : undefined));
    await countOf(uri, 1);
  });

  it('obeys a config that changes', async () => {
    const config = inRoot('.serverstatus.json');
    const uri = inRoot('folder-2/file-201.yaml');
    await countOf(uri, 1);
    await writeText(config, '{ "rules": { "status-mismatch": "off" } }\n');
    await countOf(uri, 0);
    await writeText(config, '{ "ignore": ["negative/**"] }\n');
    await countOf(uri, 1);
  });

  it('fixes everything after it has shown it', async () => {
    const uri = inRoot('folder-3/file-301.yaml');
    const fixing = commands.executeCommand('serverStatus.fixWorkspace');
    await until('the fix to be made', async () => {
      // Nothing happens until somebody has looked at the edits.
      await commands.executeCommand('refactorPreview.apply').then(undefined, () => {});
      return (await readText(uri)).includes('REBOOT') ? true : undefined;
    });
    await fixing;
    await until('no finding', () => (ours().length === 0 ? true : undefined));
  });

  it('is cleared', async () => {
    await writeText(inRoot('folder-3/file-304.json'), WRONG);
    await countOf(inRoot('folder-3/file-304.json'), 1);
    await commands.executeCommand('serverStatus.clearWorkspaceFindings');
    assert.deepEqual(ours(), []);
  });
});

describe('The task that checks the workspace', function () {
  this.timeout(60_000);
  const uri = () => inRoot('wrong.json');

  before(async () => {
    await startExtension();
    await writeText(uri(), WRONG);
  });

  after(async () => {
    await commands.executeCommand('serverStatus.clearWorkspaceFindings');
    await workspace.fs.delete(uri());
  });

  /** Runs a task to its end, and gives its exit code. */
  async function run(task: Task): Promise<number | undefined> {
    const ended = new Promise<number | undefined>((resolve) => {
      const listener = tasks.onDidEndTaskProcess(({ execution, exitCode }) => {
        if (execution.task.name !== task.name) return;
        listener.dispose();
        resolve(exitCode);
      });
    });
    await tasks.executeTask(task);
    return ended;
  }

  it('ends with the exit code of the command line, and fills Problems', async () => {
    const [task] = await tasks.fetchTasks({ type: 'server-status' });
    assert.equal(await run(task ?? assert.fail('no task')), 1);
    await countOf(uri(), 1);
  });

  // In a browser there is no command line, and a matcher looks for files on the disk alone.
  if (workspaceRoot().scheme === 'file') {
    it('leaves it to the matcher to read what the command line prints', async () => {
      await commands.executeCommand('serverStatus.clearWorkspaceFindings');
      const line =
        'wrong.json:1:23: error status-mismatch: Status "ACTIVE" does not follow from "stopped" + null.';
      const prints = new CustomExecution(async () => {
        const [written, closed] = [new EventEmitter<string>(), new EventEmitter<number>()];
        return {
          onDidWrite: written.event,
          onDidClose: closed.event,
          open() {
            written.fire(`${line}\r\n`);
            setTimeout(() => closed.fire(1), 200);
          },
          close() {},
        };
      });
      const folder = workspace.workspaceFolders?.[0] ?? assert.fail();
      await run(new Task({ type: 'prints' }, folder, 'prints', 'prints', prints, ['$server-status']));
      const [found] = await until('the diagnostic', () => (ours(uri()).length > 0 ? ours(uri()) : undefined));
      assert.equal(found?.message, 'Status "ACTIVE" does not follow from "stopped" + null.');
      assert.deepEqual(
        [found?.range.start.line, found?.range.start.character, found?.code],
        [0, 22, 'status-mismatch'],
      );
    });
  }
});
