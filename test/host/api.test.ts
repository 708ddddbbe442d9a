import assert from 'node:assert/strict';
import { commands } from 'vscode';
import { startExtension } from './editor';

describe('The extension', () => {
  it('gives the mapping core to other extensions', async () => {
    const { clouds, deriveStatus } = await startExtension();
    assert.equal(deriveStatus(clouds.get('openstack'), 'active', 'rebooting').status, 'REBOOT');
  });

  it('checks a text for other extensions', async () => {
    const { checkText } = await startExtension();
    const [finding] = checkText('{"OS-EXT-STS:vm_state": "active", "status": "SHUTOFF"}', 'json');
    assert.deepEqual(finding.expected, ['ACTIVE']);
  });

  it('has its look-up in the command palette', async () => {
    await startExtension();
    assert.ok((await commands.getCommands(true)).includes('serverStatus.lookUpStatus'));
  });
});
