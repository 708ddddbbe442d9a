import assert from 'node:assert/strict';
import { steps, textOf } from '../walkthrough';
import { openWorkbench } from './open-workbench';
import { poll, until } from './wait';
import { isDone, openWalkthrough, pressButton } from './walkthrough-page';
import type { Workbench } from './workbench';

const TITLE = textOf('%walkthrough.title%');

describe('A person who takes the walkthrough', () => {
  let workbench: Workbench;

  before(async () => {
    workbench = await openWorkbench({ 'notes.txt': '' });
  });

  after(() => workbench?.close());

  it('reads its steps', async () => {
    const titles = await openWalkthrough(workbench, TITLE);
    assert.deepEqual(
      titles,
      steps.map(({ title }) => textOf(title)),
    );
    for (const title of titles) assert.equal(await isDone(workbench, title, 0), false);
  });

  it('opens the example beside it, where a squiggle is', async () => {
    await pressButton(workbench, 'Open a wrong example');
    await workbench.page.locator('.monaco-editor .squiggly-error').waitFor();
    await workbench.says(/"status": "ACTIVE"/);
    assert.ok(await isDone(workbench, 'Open a wrong example'));
  });

  it('reads the finding', async () => {
    assert.equal(await isDone(workbench, 'See the finding', 0), false);
    await pressButton(workbench, 'See the finding');
    const hover = workbench.page.locator('.monaco-editor .monaco-resizable-hover');
    await hover.getByText('Status "ACTIVE" does not follow').waitFor();
    assert.ok(await isDone(workbench, 'See the finding'));
  });

  it('fixes it, and only then the step is done', async () => {
    const fix = workbench.page.locator('.action-widget .monaco-list-row.focused', { hasText: 'REBOOT' });
    // On a slow machine the page may take the focus back, which closes the menu.
    await until('the menu of fixes', async () => {
      await pressButton(workbench, 'Fix it');
      return poll(async () => ((await fix.isVisible()) ? true : undefined), 5000);
    });
    assert.equal(await isDone(workbench, 'Fix it', 500), false);
    await workbench.press('Enter');
    await workbench.says(/"REBOOT"/);
    assert.ok(await isDone(workbench, 'Fix it'));
  });

  it('looks a status up', async () => {
    await pressButton(workbench, 'Look up a status');
    await workbench.entry(/^ACTIVE\n/);
    await workbench.filter('REBOOT');
    await workbench.press('Enter');
    await workbench.entry(/^Copy REBOOT$/);
    await workbench.press('Escape');
    assert.ok(await isDone(workbench, 'Look up a status'));
  });

  it('chooses a cloud for the example', async () => {
    await pressButton(workbench, 'Select a cloud');
    await workbench.entry(/^rackspace\n/);
    await workbench.filter('rackspace');
    await workbench.press('Enter');
    await workbench.entry(/^This file/);
    await workbench.press('Enter');
    await workbench.says(/^\/\/ server-status cloud=rackspace\n/);
    assert.ok(await isDone(workbench, 'Select a cloud'));
  });
});
