import assert from 'node:assert/strict';
import { sharedWorkbench } from './open-workbench';
import type { Workbench } from './workbench';

const SERVER = `server:
  name: web
  status: ACTIVE # wrong
  OS-EXT-STS:vm_state: active
  OS-EXT-STS:task_state: rebooting
  OS-EXT-STS:power_state: 1
  progress: 0
`;

describe('A person who wants a server in another state', () => {
  let workbench: Workbench;

  before(async () => {
    workbench = await sharedWorkbench({ 'server.yaml': SERVER });
    await workbench.openFile('server.yaml');
  });

  it('finds the fixes in the light bulb, the right status first, and the rewrite', async () => {
    await workbench.problems(1);
    await workbench.goTo(3, 13);
    const titles = await workbench.lightBulb('Set status to REBOOT');
    await workbench.press('Escape');
    assert.equal(titles[0], 'Set status to REBOOT');
    assert.ok(titles.includes('Set server state…'), titles.join(', '));
  });

  it('picks the status and the operation, and reads the server made to say so', async () => {
    await workbench.quickPick('Server Status: Set Server State');
    await workbench.entry(/^ACTIVE\n.*now/);
    await workbench.filter('SHUTOFF');
    await workbench.press('Enter');
    await workbench.entry(/^null\n/);
    const [first] = await workbench.entries();
    assert.match(first ?? '', /^null\n/);
    await workbench.filter('powering-on');
    await workbench.entry(/^powering-on\n/);
    await workbench.press('Enter');
    await workbench.says(/SHUTOFF/);
    assert.equal(
      await workbench.text(),
      `server:
  name: web
  status: SHUTOFF # wrong
  OS-EXT-STS:vm_state: stopped
  OS-EXT-STS:task_state: powering-on
  OS-EXT-STS:power_state: 4
`,
    );
    assert.deepEqual(await workbench.problems(0), []);
  });
});
