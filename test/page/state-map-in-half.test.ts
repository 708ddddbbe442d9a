import assert from 'node:assert/strict';
import type { Frame } from 'playwright-core';
import { clouds } from '../../src/mapping';
import { violations } from './axe';
import { SERVERS, showMap, tooWide } from './map-page';
import { sharedWorkbench } from './open-workbench';
import { until } from './wait';
import type { Workbench } from './workbench';

describe('A person who has the state map in half of a window', () => {
  let workbench: Workbench;
  let frame: Frame;

  /** How wide and how high the map is, and the part of its height that the panel takes. */
  const sizes = async () => {
    const { clientWidth: width, clientHeight: height } = await frame
      .locator('html')
      .evaluate(({ clientWidth, clientHeight }) => ({ clientWidth, clientHeight }));
    const panel = (await frame.locator('#panels').boundingBox())?.height ?? 0;
    return { width, part: panel / height };
  };
  const fold = () => frame.getByRole('button', { name: 'About the chosen status and the server' });
  const isFolded = async () =>
    (await fold().getAttribute('aria-expanded')) === 'false' && (await frame.locator('#panel').isHidden());

  before(async () => {
    workbench = await sharedWorkbench({ 'servers.yaml': SERVERS, 'notes.txt': '' });
    await workbench.openFile('servers.yaml');
    await workbench.goTo(2, 8);
    frame = await showMap(workbench);
    await frame.locator('.cell.now', { hasText: 'RESIZE' }).waitFor();
  });

  for (const [what, command] of [
    ['beside the side bar', ''],
    ['without the side bar', 'View: Toggle Primary Side Bar Visibility'],
  ] as const) {
    it(`reads both tables of every cloud without scrolling sideways, ${what}`, async () => {
      const { width: before } = await sizes();
      if (command !== '') {
        await workbench.runCommand(command);
        await until('a wider map', async () => ((await sizes()).width > before ? true : undefined));
      }
      const { width } = await sizes();
      assert.ok(width > 440 && width < 640, String(width));
      for (const [id, { title }] of clouds) {
        await frame.locator('#cloud').selectOption(id);
        await frame.locator('#title', { hasText: title }).waitFor();
        assert.deepEqual(await tooWide(frame), []);
      }
      await frame.locator('#cloud').selectOption('');
      await frame.locator('#title', { hasText: 'OpenStack' }).waitFor();
    });

    it(`keeps two thirds of the height for the map, ${what}`, async () => {
      await frame.locator('.cell', { hasText: 'REBOOT' }).first().click();
      await frame.locator('#details h2', { hasText: 'active: REBOOT' }).waitFor();
      const { part } = await sizes();
      assert.ok(part > 0 && part <= 1 / 3, String(part));
    });
  }

  it('moves by keys what the diagram has beyond its edge', async () => {
    const diagram = frame.locator('#diagram');
    await workbench.runCommand('View: Toggle Primary Side Bar Visibility');
    await until('a narrower map', async () => ((await sizes()).width < 500 ? true : undefined));
    await diagram.focus();
    await workbench.press('ArrowRight');
    await until('the diagram to move', async () =>
      (await diagram.evaluate(({ scrollLeft }) => scrollLeft)) > 0 ? true : undefined,
    );
  });

  it('meets no hurdle that axe-core knows', async () => {
    assert.deepEqual(await violations(frame), []);
  });

  it('folds the panel by a key, and it stays folded while the cursor moves', async () => {
    await fold().focus();
    await workbench.press('Enter');
    await until('the panel to be folded', async () => ((await isFolded()) ? true : undefined));
    assert.ok((await sizes()).part < 0.1);
    await workbench.focusText();
    await workbench.goTo(8, 8);
    await frame.locator('.cell.now', { hasText: 'PAUSED' }).waitFor();
    assert.ok(await isFolded());
    assert.deepEqual(await violations(frame), []);
  });

  it('finds it folded when the map was hidden meanwhile', async () => {
    // A file opens where the focus is: over the map.
    await showMap(workbench);
    await workbench.page
      .locator('.editor-group-container.active .tab.active', { hasText: 'State Map' })
      .waitFor();
    await workbench.openFile('notes.txt');
    await until('the map to be hidden', async () => (frame.isDetached() ? true : undefined));
    frame = await showMap(workbench);
    assert.ok(await isFolded());
  });

  it('sees it unfold when a status is chosen', async () => {
    await frame.locator('.cell', { hasText: 'SUSPENDED' }).click();
    await frame.locator('#details h2', { hasText: 'suspended: SUSPENDED' }).waitFor();
    assert.equal(await isFolded(), false);
  });
});
