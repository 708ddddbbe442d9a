import assert from 'node:assert/strict';
import { openWorkbench, type Workbench } from './workbench';

const SERVER = `{
  "server": {
    "OS-EXT-STS:vm_state": "active",
    "OS-EXT-STS:task_state": "rebooting",
    "status": "ACTIVE"
  }
}
`;

describe('A person who opens a fixture', () => {
  let workbench: Workbench;

  before(async () => {
    workbench = await openWorkbench({ 'server.json': SERVER });
    await workbench.openFile('server.json');
  });

  after(() => workbench?.close());

  it('reads of a wrong status in the problems panel', async () => {
    const [problem, ...others] = await workbench.problems(1);
    assert.match(problem ?? '', /^Error: .*REBOOT.* at line 5 and character 15/);
    assert.deepEqual(others, []);
  });

  it('reads why in the hover', async () => {
    assert.match(await workbench.hoverAt(5, 17), /REBOOT/);
    await workbench.screenshot('hover');
  });

  it('is offered the right status first, and takes it', async () => {
    await workbench.goTo(5, 16);
    assert.equal((await workbench.suggestions())[0], 'REBOOT');
    await workbench.screenshot('suggestions');
    await workbench.accept('REBOOT');
    assert.match(await workbench.text(), /"status": "REBOOT"/);
    assert.deepEqual(await workbench.problems(0), []);
  });

  it('looks up a status', async () => {
    const entries = await workbench.quickPick('Server Status: Look Up');

    assert.ok(entries.some((entry) => entry.startsWith('SHELVED_OFFLOADED')));
    await workbench.screenshot('look-up');
    await workbench.press('Escape');
  });
});
