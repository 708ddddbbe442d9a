import assert from 'node:assert/strict';
import type { Frame } from 'playwright-core';
import { stateMap } from '../../src/map';
import { type Cloud, clouds } from '../../src/mapping';
import { inEnglish } from '../../src/words';
import { violations } from './axe';
import { collisions, showMap } from './map-page';
import { sharedWorkbench } from './open-workbench';
import type { Workbench } from './workbench';

describe('A person who looks at the state map', () => {
  let workbench: Workbench;
  let frame: Frame;

  before(async () => {
    workbench = await sharedWorkbench({ 'servers.yaml': '' });
    await workbench.openFile('servers.yaml');
    await workbench.runCommand('View: Close All Editors');
    await workbench.press('Control+B');
    await workbench.page.setViewportSize({ width: 1480, height: 1560 });
    frame = await showMap(workbench);
  });

  for (const [id, { title, statuses }] of clouds) {
    it(`sees every status of ${id}, and no text over another`, async () => {
      await frame.locator('#cloud').selectOption(id);
      await frame.locator('#title', { hasText: title }).waitFor();
      const shown = await frame.locator('#matrix .status').allTextContents();
      assert.deepEqual([...new Set(shown)].sort(), Object.keys(statuses).sort());
      assert.deepEqual(await collisions(frame), []);
    });
  }

  it('moves by keys from status to status and reads the rule of one', async () => {
    await frame.locator('#cloud').selectOption('openstack');
    await frame.locator('#title', { hasText: 'OpenStack' }).waitFor();
    await frame.locator('#cloud').focus();
    await workbench.press('Tab');
    for (const key of ['ArrowDown', 'ArrowRight', 'ArrowRight', 'ArrowLeft', 'Enter'])
      await workbench.press(key);
    const details = frame.locator('#details');
    await details.locator('h2', { hasText: 'active: REBOOT' }).waitFor();
    assert.match(
      await details.innerText(),
      /active \+ rebooting, reboot_pending or reboot_started gives REBOOT/,
    );
    assert.match((await details.locator('a').getAttribute('href')) ?? '', /^https:\/\/opendev\.org/);
    assert.equal(await frame.locator(':focus .status').textContent(), 'REBOOT');
  });

  it('reads every operation of Huawei Cloud with its call', async () => {
    await frame.locator('#cloud').selectOption('huaweicloud');
    await frame.locator('#title', { hasText: 'Huawei Cloud' }).waitFor();
    const table = frame.getByRole('table', { name: 'All operations' });
    const headings = table.locator('thead th[scope="col"]');
    assert.deepEqual(await headings.allInnerTexts(), [
      'operation',
      'API call',
      'from vm_state',
      'to vm_state',
      'note',
    ]);
    const told = await table
      .locator('tbody')
      .evaluateAll((bodies) =>
        bodies.map((body) => [
          body.querySelector('th[scope="rowgroup"] b')?.textContent,
          body.querySelector('code')?.textContent ?? null,
        ]),
      );
    const { operations } = stateMap(inEnglish, clouds.get('huaweicloud') as Cloud);
    assert.deepEqual(
      told,
      operations.map(({ label, call }) => [label, call]),
    );
  });

  it('loads nothing from elsewhere, and no script without its key', async () => {
    const policy = await frame.locator('meta[http-equiv="Content-Security-Policy"]').getAttribute('content');
    assert.match(
      policy ?? '',
      /^default-src 'none'; style-src 'self' https:\/\/\S+ 'nonce-[\w-]+'; script-src 'nonce-[\w-]+'$/,
    );
  });

  it('meets no hurdle that axe-core knows', async () => {
    assert.deepEqual(await violations(frame), []);
  });
});
