import assert from 'node:assert/strict';
import { sharedWorkbench } from './open-workbench';
import { until } from './wait';
import type { Workbench } from './workbench';

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
    workbench = await sharedWorkbench({ 'server.json': SERVER });
    await workbench.openFile('server.json');
  });

  it('reads of a wrong status in the problems panel', async () => {
    const [problem, ...others] = await workbench.problems(1);
    assert.match(problem ?? '', /^Error: .*REBOOT.* at line 5 and character 15/);
    assert.deepEqual(others, []);
  });

  it('reads why in the hover', async () => {
    assert.match(await workbench.hoverAt(5, 17), /REBOOT/);
  });

  it('is offered the right status first, and takes it', async () => {
    await workbench.goTo(5, 16);
    assert.equal((await workbench.suggestions())[0], 'REBOOT');
    await workbench.accept('REBOOT');
    await workbench.says(/"status": "REBOOT"/);
    assert.deepEqual(await workbench.problems(0), []);
  });

  it('looks up a status', async () => {
    await workbench.quickPick('Server Status: Look Up');
    await workbench.filter('SHELVED_OFF');
    await workbench.entry(/^SHELVED_OFFLOADED\nstatus/);
    await workbench.dismiss();
  });
});

describe('A person who fills in an empty status', () => {
  let workbench: Workbench;

  before(async () => {
    workbench = await sharedWorkbench({
      'servers.json': [
        '{"servers": [',
        '  {"OS-EXT-STS:vm_state": "stopped", "OS-EXT-STS:task_state": null, "status": "SHUTOFF"},',
        '  {"OS-EXT-STS:vm_state": "active", "OS-EXT-STS:task_state": "rebooting", "status": ""}',
        ']}',
        '',
      ].join('\n'),
    });
    await workbench.openFile('servers.json');
  });

  it('is offered the right one before what the JSON extension has seen elsewhere', async () => {
    await workbench.goTo(3, 86);
    // The JSON extension's server starts in its own time.
    const labels = await until('what the JSON extension offers', async () => {
      const offered = await workbench.allSuggestions();
      return offered.includes('"SHUTOFF"') ? offered : undefined;
    });
    assert.equal(labels[0], 'REBOOT');
  });
});

describe('A person who opens a YAML fixture', () => {
  let workbench: Workbench;

  before(async () => {
    workbench = await sharedWorkbench({
      'servers.yaml': [
        'servers:',
        '  - name: web',
        '    OS-EXT-STS:vm_state: stopped',
        '    OS-EXT-STS:task_state: resize_prep',
        '    status: SHUTOFF',
        'ports:',
        '  - status: DOWN',
        '',
      ].join('\n'),
    });
    await workbench.openFile('servers.yaml');
  });

  it('reads of the server in the problems panel, and not of the port', async () => {
    const [problem, ...others] = await workbench.problems(1);
    assert.match(problem ?? '', /^Error: .*RESIZE.* at line 5 and character 13/);
    assert.deepEqual(others, []);
  });

  it('types the status anew and is offered the right one first', async () => {
    await workbench.goTo(5, 20);
    for (let i = 0; i < 'SHUTOFF'.length; i += 1) await workbench.press('Backspace');
    assert.equal((await workbench.suggestions())[0], 'RESIZE');
    await workbench.accept('RESIZE');
    await workbench.says(/^ {4}status: RESIZE$/m);
    assert.deepEqual(await workbench.problems(0), []);
  });

  it('reads what a task_state means and which action sets it', async () => {
    assert.match(await workbench.hoverAt(4, 30), /Set by: .*resize/);
  });

  it('looks a value up by its meaning and reads what each cloud says', async () => {
    await workbench.quickPick('Server Status: Look Up');
    await workbench.filter('boots from a volume');
    const [first] = await workbench.entries();
    assert.match(first ?? '', /^SHELVED_OFFLOADED/);
    await workbench.press('Enter');
    await workbench.entry(/^Copy SHELVED_OFFLOADED$/);
    await workbench.dismiss();
  });

  it('looks a status up and goes to the server that has it', async () => {
    await workbench.goTo(1, 1);
    await workbench.quickPick('Server Status: Look Up');
    await workbench.filter('RESIZE');
    await workbench.entry(/^RESIZE\nstatus/);
    await workbench.press('Enter');
    await workbench.entry(/^Copy RESIZE$/);
    await workbench.filter('Find servers');
    await workbench.press('Enter');
    await workbench.entry(/^(?:[\w-]+: )?stopped \+ resize_prep, RESIZE\n\d+\/servers\.yaml:2$/);
    await workbench.press('Enter');
    await until('the cursor at the server', async () =>
      (await workbench.position()) === 'Ln 2, Col 5' ? true : undefined,
    );
  });
});
