import assert from 'node:assert/strict';
import { openWorkbench } from './open-workbench';
import { until } from './wait';
import { visibleTexts } from './widgets';
import type { Workbench } from './workbench';

const server = (name: string, vmState: string, status: string) =>
  `  - name: ${name}\n    OS-EXT-STS:vm_state: ${vmState}\n    OS-EXT-STS:task_state: null\n    status: ${status}\n`;

const FILES = {
  'compute/web.yaml': `servers:\n${server('web-1', 'active', 'ACTIVE')}${server('web-2', 'stopped', 'ACTIVE')}`,
  'compute/db.yaml': `servers:\n${server('db-1', 'active', 'ACTIVE')}${server('db-2', 'actve', 'ACTIVE')}`,
  'compute/rack.yaml': `servers:\n${server('rack-1', 'soft_deleted', 'DELETED')}`,
  'other/stopped.yaml': `servers:\n${server('old-1', 'stopped', 'SHUTOFF')}${server('old-2', 'paused', 'ACTIVE')}`,
};

describe('A person who checks a workspace', () => {
  let workbench: Workbench;

  before(async () => {
    workbench = await openWorkbench(FILES, {
      settings: { 'files.autoSave': 'off' },
      screen: { viewport: { width: 1280, height: 1600 } },
    });
  });

  after(() => workbench?.close());

  const view = () =>
    workbench.page.locator('.pane', { has: workbench.page.locator('.pane-header[aria-label^="Servers"]') });
  const rows = () => visibleTexts(view().locator('.monaco-list-row'));
  /** Waits for a line of the view, and gives it. */
  const row = (text: RegExp) =>
    until(`a line like ${text}`, async () => (await rows()).find((line) => text.test(line)));

  // Each test takes up where the one before it ended.
  it('sees every finding in Problems, and how many there are in how much', async () => {
    await workbench.runCommand('Server Status: Check Workspace');
    const said = await until('the last word', async () =>
      (await workbench.notifications()).find((text) => text.includes('errors')),
    );
    assert.match(said, /^2 errors, 2 warnings, 0 information, 0 hints; 7 servers in 5 files/);
    assert.equal((await workbench.problems(4)).length, 4);
    await workbench.press('Control+Shift+M');
  });

  it('sees the servers by their status, and what no fixture shows', async () => {
    // All lines of the view have to be in sight: the others are not in the page.
    await workbench.page.locator('.pane-header[aria-label^="Explorer Section"]').first().click();
    await workbench.runCommand('Explorer: Focus on Servers View');
    assert.match(await row(/^ACTIVE/), /3 servers in 2 files/);
    assert.match(await row(/^SHUTOFF/), /1 server in 1 file/);
    assert.match(await row(/^BUILD/), /no fixture/);
    await view()
      .locator('.monaco-list-row', { hasText: /^ACTIVE/ })
      .click();
    assert.match(await row(/^active \+ null/), /2 servers in 2 files/);
    await view().locator('.monaco-list-row', { hasText: 'active + null' }).click();
    await row(/^web-1/);
  });

  it('goes from a server to its place', async () => {
    await view().locator('.monaco-list-row', { hasText: /^db-1/ }).click();
    await workbench.page.locator('.tab.active[data-resource-name="db.yaml"]').waitFor();
    await until('the cursor there', async () =>
      (await workbench.position()).startsWith('Ln 2,') ? true : undefined,
    );
  });

  it('inserts one of a status that is missing', async () => {
    await workbench.openFile('other/stopped.yaml');
    await workbench.goTo(10, 1);
    const missing = view().locator('.monaco-list-row', { hasText: /^BUILD/ });
    await missing.click();
    await missing.getByRole('button', { name: 'Insert One' }).click();
    await workbench.says(/status: BUILD/);
    await row(/^BUILD\s*1 server in 1 file/);
    await workbench.press('Control+Z');
    await row(/^BUILD\s*no fixture/);
  });

  it('sees the servers by their file', async () => {
    await view().locator('.pane-header').hover();
    await view().getByRole('button', { name: 'Group by File' }).click();
    await row(/^web\.yaml/);
    await view()
      .locator('.monaco-list-row', { hasText: /^web\.yaml/ })
      .click();
    await row(/^web-2/);
  });

  it('sees the servers of a YAML file in its outline', async () => {
    await workbench.openFile('compute/web.yaml');
    await workbench.runCommand('Explorer: Focus on Outline View');
    const outline = workbench.page.locator('.outline-pane .monaco-list-row, .outline-tree .monaco-list-row');
    const lines = await until('the outline', async () => {
      const texts = await visibleTexts(outline);
      return texts.length > 1 ? texts : undefined;
    });
    assert.deepEqual(
      lines.map((line) => line.replaceAll(/\s+/g, '')),
      ['web-1ACTIVE', 'web-2ACTIVE1'],
    );
  });

  it('is told in the light bulb what the config can say of the file and its folder', async () => {
    await workbench.openFile('compute/web.yaml');
    await workbench.goTo(9, 14);
    const more = 'More for this file or folder…';
    await workbench.lightBulb(more);
    await workbench.accept(more);
    await workbench.entry(/^Ignore compute\/\n?.*3 findings fewer/);
    const entries = (await workbench.entries()).map((entry) => entry.replaceAll('\n', ' '));
    assert.ok(
      entries.some((entry) => /^Turn off status-mismatch in compute\/web\.yaml 1 finding fewer/.test(entry)),
    );
    assert.ok(
      entries.some((entry) => /^Check compute\/ against rackspace 2 findings instead of 3/.test(entry)),
    );
    await workbench.accept('Ignore compute/');
    const said = await until('what was written', async () =>
      (await workbench.notifications()).find((text) => text.includes('.serverstatus.json')),
    );
    assert.match(said, /^Changed \.serverstatus\.json/);
    assert.equal((await workbench.problems(1)).length, 1);
    await workbench.page.getByRole('button', { name: 'Undo' }).click();
    assert.equal((await workbench.problems(4)).length, 4);
  });

  it('looks at all fixes before they are made', async () => {
    await workbench.runCommand('Server Status: Fix All Servers in Workspace…');
    const preview = workbench.page.locator('.bulk-edit-panel').filter({ visible: true });
    await preview.waitFor();
    const lines = await until('the edits', async () => {
      const texts = await visibleTexts(preview.locator('.monaco-list-row'));
      return texts.some((line) => line.includes('ACTIVESHUTOFF')) ? texts : undefined;
    });
    assert.ok(lines.some((line) => line.startsWith('Uncheck what you want to keep unchanged, then apply')));
    await preview.getByRole('button', { name: 'Apply' }).click();
    assert.deepEqual(await workbench.problems(0), []);
  });
});
