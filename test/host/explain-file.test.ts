import assert from 'node:assert/strict';
import { commands, workspace } from 'vscode';
import { openFile, startExtension, until } from './editor';

/** Opens a file and gives the page that the command shows for it. */
async function explain(name: string, text: string): Promise<string> {
  await openFile(name, text);
  await commands.executeCommand('serverStatus.explainFile');
  return until('the page', () =>
    workspace.textDocuments
      .find(({ uri }) => uri.scheme === 'server-status-explain' && uri.path === `/${name}.md`)
      ?.getText(),
  );
}

describe('Explain file', () => {
  before(startExtension);
  beforeEach(() => commands.executeCommand('workbench.action.closeAllEditors'));

  it('names the servers of the file, the cloud of each and the reason for it', async () => {
    const page = await explain(
      'huawei.json',
      '{"server": {"status": "ACTIVE", "OS-EXT-STS:vm_state": "active",\n"enterprise_project_id": "0"}}',
    );
    assert.match(page, /\| \[1\]\(.*#L1,12\) \| `server: active \+ null, ACTIVE` \| Huawei Cloud.* \|/);
    assert.match(page, /recognised by enterprise_project_id, line \[2\]/);
  });

  it('says why an object that looks like a server is left alone', async () => {
    const page = await explain('cell.yaml', 'server:\n  status: UNKNOWN\n');
    assert.match(page, /## Left alone[\s\S]*it has a status, but no vm_state or task_state/);
  });

  it('says why nothing at all is checked', async () => {
    const page = await explain('notes.txt', '"OS-EXT-STS:vm_state": "active"');
    assert.match(page, /Nothing is checked: its language is plaintext/);
  });
});
