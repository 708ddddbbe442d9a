import assert from 'node:assert/strict';
import type { Frame } from 'playwright-core';
import { violations } from './axe';
import { SERVERS, showMap } from './map-page';
import { sharedWorkbench } from './open-workbench';
import { themes } from './themes';
import type { Workbench } from './workbench';

describe('A person who works with the state map', () => {
  let workbench: Workbench;
  let frame: Frame;

  before(async () => {
    workbench = await sharedWorkbench({ 'servers.yaml': SERVERS });
    await workbench.openFile('servers.yaml');
    await workbench.goTo(2, 8);
    frame = await showMap(workbench);
    await frame.locator('.cell.now', { hasText: 'RESIZE' }).waitFor();
  });

  for (const theme of themes) {
    it(`sees the server at the cursor marked, and its way, in a theme that is ${theme.name}`, async () => {
      await workbench.changeTheme(theme);
      await frame.locator(`body[data-vscode-theme-kind="vscode-${theme.name}"]`).waitFor();
      assert.match(await frame.locator('#came').innerText(), /^active: resize, migrate$/);
      assert.match(await frame.locator('#next').innerText(), /resized: resize, migrate/);
    });

    it(`meets no hurdle that axe-core knows in a theme that is ${theme.name}`, async () => {
      assert.deepEqual(await violations(frame), []);
    });
  }

  it('sees the mark follow the cursor to another server, and go where there is none', async () => {
    await workbench.focusText();
    await workbench.goTo(8, 8);
    await frame.locator('.cell.now', { hasText: 'PAUSED' }).waitFor();
    await workbench.goTo(1, 1);
    await frame.locator('#way', { hasText: 'Put the cursor on a server' }).waitFor();
    assert.equal(await frame.locator('.cell.now').count(), 0);
    await workbench.goTo(2, 8);
    await frame.locator('.cell.now', { hasText: 'RESIZE' }).waitFor();
  });

  it('finds the servers of a state in the open files and goes to one', async () => {
    await frame.locator('.cell', { hasText: 'PAUSED' }).click();
    await frame.locator('button', { hasText: 'Find servers' }).click();
    await workbench.entry(/paused \+ null/);
    const [entry, ...others] = await workbench.entries();
    assert.match(entry ?? '', /paused \+ null, PAUSED\n\d+\/servers\.yaml:6$/);
    assert.deepEqual(others, []);
    await workbench.press('Enter');
    await frame.locator('.cell.now', { hasText: 'PAUSED' }).waitFor();
    assert.match(await frame.locator('#came').innerText(), /active: pause/);
  });

  it('sets the server at the cursor to a state', async () => {
    await frame.locator('.cell', { hasText: 'SHUTOFF' }).click();
    await frame.locator('#task-state').selectOption({ label: 'powering-on' });
    await frame.locator('button', { hasText: 'Set the server' }).click();
    await frame.locator('.cell.now', { hasText: 'SHUTOFF' }).waitFor();
    // The map has the focus now, not the file.
    await workbench.page.locator('.view-line', { hasText: 'status: SHUTOFF' }).waitFor();
    await workbench.page.locator('.view-line', { hasText: 'task_state: powering-on' }).waitFor();
    assert.equal(await frame.locator(':focus').textContent(), 'Set the server to this state');
  });

  it('is told why a server cannot be set to a state of another cloud', async () => {
    await frame.locator('#cloud').selectOption('rackspace');
    await frame.locator('#title', { hasText: 'Rackspace' }).waitFor();
    const details = frame.locator('#details');
    const set = details.locator('button', { hasText: 'Set the server' });
    await frame.locator('.cell', { hasText: 'SUSPENDED' }).click();
    await details.locator('h2', { hasText: 'suspended: SUSPENDED' }).waitFor();
    assert.match(
      await details.innerText(),
      /The server is checked against OpenStack Nova; select that cloud to set its state\./,
    );
    assert.equal(await set.count(), 0);
    await frame.locator('#cloud').selectOption('openstack');
    await set.waitFor();
    assert.doesNotMatch(await details.innerText(), /is checked against/);
    await frame.locator('#cloud').selectOption('');
  });

  for (const [command, entry] of [
    ['Select Cloud', /^openstack\nOpenStack Nova · now: /],
    ['Set Server State', /^ACTIVE\nactive/],
    ['Insert Server', /^ACTIVE\n/],
  ] as const) {
    it(`means the file beside the map, which has the focus, with ${command}`, async () => {
      await workbench.quickPick(`Server Status: ${command}`);
      await workbench.entry(entry);
      await workbench.dismiss();
    });
  }

  it('finds a server whose vm_state is missing by its status', async () => {
    await workbench.quickPick('Server Status: Look Up');
    await workbench.filter('REBOOT');
    await workbench.entry(/^REBOOT\nstatus/);
    await workbench.press('Enter');
    await workbench.entry(/^Insert REBOOT$/);
    await workbench.filter('Find servers');
    await workbench.press('Enter');
    await workbench.entry(/^\? \+ rebooting, REBOOT\n\d+\/servers\.yaml:10$/);
    await workbench.dismiss();
  });
});
