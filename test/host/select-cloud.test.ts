import assert from 'node:assert/strict';
import { commands, Uri } from 'vscode';
import { openAtCursor, outsideWorkspace, readText, startExtension, until } from './editor';

/** Takes the second entry of the list that is open. */
const pickSecond = () =>
  // Both at once: of a list that came up in between they would take the first.
  Promise.all([
    commands.executeCommand('workbench.action.quickOpenSelectNext'),
    commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem'),
  ]);

describe('Select cloud', () => {
  before(startExtension);

  it('names the picked cloud in the config of the folder', async () => {
    const text = 'server:\n  OS-EXT-STS:vm_state: act|ive\n  status: ACTIVE\n';
    const { document } = await openAtCursor('server.yaml', text, outsideWorkspace());
    const config = Uri.joinPath(document.uri, '../.serverstatus.json');
    const done = commands.executeCommand('serverStatus.selectCloud');
    // Of the clouds the second is OpenStack, of the places it is this folder.
    const written = await until('the config', async () => {
      await pickSecond();
      return readText(config).then(
        (read) => (read === '' ? undefined : read),
        () => undefined,
      );
    });
    await done;
    assert.deepEqual(JSON.parse(written), { cloud: 'openstack' });
  });
});
