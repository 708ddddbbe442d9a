import assert from 'node:assert/strict';
import type { Frame } from 'playwright-core';
import { showMap } from './map-page';
import { sharedWorkbench } from './open-workbench';
import type { Workbench } from './workbench';

describe('A person who writes a custom cloud beside the state map', () => {
  const CONFIG = '.serverstatus.json';
  const CUSTOM = '{"clouds": {"mine": {"extends": "openstack", "title": "Mine"}}}\n';
  let workbench: Workbench;
  let frame: Frame;

  /** Writes the config file anew, and saves it. */
  const save = async (text: string) => {
    await workbench.focusText();
    await workbench.press('Control+A');
    await workbench.page.keyboard.insertText(text);
    await workbench.press('Control+S');
  };

  before(async () => {
    workbench = await sharedWorkbench({});
    // Beside a config, the map has the clouds of the workspace folder, so the config has to be right in it.
    await workbench.writeInWorkspace(CONFIG, '{}\n');
    await workbench.openFile(`../${CONFIG}`);
    frame = await showMap(workbench);
  });

  after(() => workbench?.removeFromWorkspace(CONFIG));

  it('can choose it as soon as it is saved', async () => {
    await save(CUSTOM);
    await frame.locator('#cloud option[value="mine"]').waitFor({ state: 'attached' });
    await frame.locator('#cloud').selectOption('mine');
    await frame.locator('#title', { hasText: 'States of Mine' }).waitFor();
  });

  it("is back at the server's cloud where the chosen one is gone", async () => {
    await save('{}\n');
    await frame.locator('#title', { hasText: 'States of OpenStack Nova' }).waitFor();
    assert.deepEqual(await frame.locator('#cloud option:checked').allTextContents(), [
      'The cloud of the server at the cursor',
    ]);
  });
});
