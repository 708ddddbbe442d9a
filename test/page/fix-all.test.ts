import assert from 'node:assert/strict';
import { sharedWorkbench } from './open-workbench';
import type { Workbench } from './workbench';

const WRONG = [
  'servers:',
  '  - OS-EXT-STS:vm_state: actve # kept',
  '    status: ACTIVE',
  '  - OS-EXT-STS:vm_state: stopped',
  '    status: ERROR',
].join('\n');
const RIGHT = WRONG.replace('actve', 'active').replace('ERROR', 'SHUTOFF');
const FIX_ALL = 'Server Status: Fix All Servers in This File';

describe('A person who fixes all servers of a file', () => {
  let workbench: Workbench;

  before(async () => {
    workbench = await sharedWorkbench({ 'servers.yaml': WRONG, 'notes.txt': 'status: ERROR' });
    await workbench.openFile('servers.yaml');
  });

  it('finds the command in the palette, takes it, and takes it back in one step', async () => {
    assert.equal((await workbench.problems(2)).length, 2);
    await workbench.runCommand(FIX_ALL);
    assert.deepEqual(await workbench.problems(0), []);
    assert.equal(await workbench.text(), RIGHT);
    await workbench.press('Control+Z');
    assert.equal((await workbench.problems(2)).length, 2);
    assert.equal(await workbench.text(), WRONG);
  });

  it('does not find the command where there is nothing for it to do', async () => {
    const there = await workbench.commandsFor('Server Status:');
    await workbench.openFile('notes.txt');
    const elsewhere = await workbench.commandsFor('Server Status:');
    assert.ok(there.includes(FIX_ALL));
    assert.ok(elsewhere.includes('Server Status: Look Up Status'));
    assert.ok(!elsewhere.includes(FIX_ALL));
  });
});
