import assert from 'node:assert/strict';
import { commands, Uri, window } from 'vscode';
import { placesFor } from '../../src/editor/cloud-places';
import { ConfigFiles } from '../../src/editor/config-files';
import { DEFAULT_OPTIONS, readFixture } from '../../src/service';
import {
  newFolder,
  openAtCursor,
  outsideWorkspace,
  readText,
  startExtension,
  until,
  writeText,
} from './editor';

const SERVER = 'server:\n  OS-EXT-STS:vm_state: act|ive\n  status: ACTIVE\n';

const accept = () => commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');

/** Takes the second entry of the list that is open. */
const pickSecond = () =>
  // Both at once: of a list that came up in between they would take the first.
  Promise.all([commands.executeCommand('workbench.action.quickOpenSelectNext'), accept()]);

describe('Select cloud', () => {
  before(startExtension);

  it('names the picked cloud in the config of the folder', async () => {
    const { document } = await openAtCursor('server.yaml', SERVER, outsideWorkspace());
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

  it('names it in the override for the file, which would go before the rest of the config', async () => {
    const folder = await newFolder(outsideWorkspace());
    const config = Uri.joinPath(folder, '.serverstatus.json');
    const text = '{ "cloud": "rackspace", "overrides": [{ "files": ["*.yaml"], "cloud": "huaweicloud" }] }';
    await writeText(config, text);
    const fixture = Uri.joinPath(folder, 'server.yaml');
    await writeText(fixture, SERVER.replace('|', ''));
    await window.showTextDocument(fixture);
    const done = commands.executeCommand('serverStatus.selectCloud');
    const written = await until('the config', async () => {
      await pickSecond();
      const read = await readText(config);
      // A file that is being written is empty for a moment.
      return read === text || read === '' ? undefined : read;
    });
    await done;
    assert.equal(written, text.replace('huaweicloud', 'openstack'));
  });

  it('names the cloud of strict JSON, which can hold no comment, in an override for the file', async () => {
    const text = '{"server": {"OS-EXT-STS:vm_state": "act|ive", "status": "ACTIVE"}}';
    const { document } = await openAtCursor('server.json', text, outsideWorkspace());
    const configs = new ConfigFiles();
    const present = { document, fixture: readFixture(document.getText(), 'json'), options: DEFAULT_OPTIONS };
    const [place] = await placesFor('rackspace', present, configs);
    assert.equal(place?.label, 'This file');
    await place.run();
    const config = await readText(Uri.joinPath(document.uri, '../.serverstatus.json'));
    assert.deepEqual(JSON.parse(config), { overrides: [{ files: ['server.json'], cloud: 'rackspace' }] });
    configs.dispose();
  });

  it('takes the comment out of the file for auto', async () => {
    const text = `# server-status cloud=rackspace\n${SERVER}`;
    const { document } = await openAtCursor('server.yaml', text);
    const done = commands.executeCommand('serverStatus.selectCloud');
    // Of the clouds the first is auto, of the places it is this file.
    const after = await until('the change', async () => {
      await accept();
      const now = document.getText();
      return now.includes('cloud=') ? undefined : now;
    });
    await done;
    assert.equal(after, SERVER.replace('|', ''));
  });

  for (const name of ['notes.txt', '.serverstatus.json']) {
    it(`asks for a fixture where ${name} is in front`, async () => {
      const { document } = await openAtCursor(name, '{}|\n');
      let isOver = false;
      commands.executeCommand('serverStatus.selectCloud').then(() => {
        isOver = true;
      });
      // The command ends with its message; a list of clouds would stay open.
      await until('the end of the message', async () => {
        await commands.executeCommand('notifications.clearAll');
        return isOver || undefined;
      });
      assert.equal(document.getText(), '{}\n');
    });
  }
});
