import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import type { Frame } from 'playwright-core';
import { steps, textOf } from '../walkthrough';
import { themes } from './themes';
import { poll, until } from './wait';
import { openWorkbench, type Workbench } from './workbench';

const TITLE = textOf('%walkthrough.title%');

describe('A person who takes the walkthrough', () => {
  let workbench: Workbench;

  before(async () => {
    workbench = await openWorkbench({ 'notes.txt': '' });
  });

  after(() => workbench?.close());

  it('reads its steps', async () => {
    const titles = await workbench.openWalkthrough(TITLE);
    assert.deepEqual(
      titles,
      steps.map(({ title }) => textOf(title)),
    );
    for (const title of titles) assert.equal(await workbench.isDone(title, 0), false);
  });

  it('opens the example beside it, where a squiggle is', async () => {
    await workbench.pressButton('Open a wrong example');
    await workbench.page.locator('.monaco-editor .squiggly-error').waitFor();
    await workbench.says(/"status": "ACTIVE"/);
    assert.ok(await workbench.isDone('Open a wrong example'));
  });

  it('reads the finding', async () => {
    assert.equal(await workbench.isDone('See the finding', 0), false);
    await workbench.pressButton('See the finding');
    const hover = workbench.page.locator('.monaco-editor .monaco-resizable-hover');
    await hover.getByText('Status "ACTIVE" does not follow').waitFor();
    assert.ok(await workbench.isDone('See the finding'));
  });

  it('fixes it, and only then the step is done', async () => {
    const fix = workbench.page.locator('.action-widget .monaco-list-row.focused', { hasText: 'REBOOT' });
    // On a slow machine the page may take the focus back, which closes the menu.
    await until('the menu of fixes', async () => {
      await workbench.pressButton('Fix it');
      return poll(async () => ((await fix.isVisible()) ? true : undefined), 5000);
    });
    assert.equal(await workbench.isDone('Fix it', 500), false);
    await workbench.press('Enter');
    await workbench.says(/"REBOOT"/);
    assert.ok(await workbench.isDone('Fix it'));
  });

  it('looks a status up', async () => {
    await workbench.pressButton('Look up a status');
    await workbench.entry(/^ACTIVE\n/);
    await workbench.type('REBOOT');
    await workbench.press('Enter');
    await workbench.entry(/^Copy REBOOT$/);
    await workbench.press('Escape');
    assert.ok(await workbench.isDone('Look up a status'));
  });

  it('chooses a cloud for the example', async () => {
    await workbench.pressButton('Select a cloud');
    await workbench.entry(/^rackspace\n/);
    await workbench.type('rackspace');
    await workbench.press('Enter');
    await workbench.entry(/^This file/);
    await workbench.press('Enter');
    await workbench.says(/^\/\/ server-status cloud=rackspace\n/);
    assert.ok(await workbench.isDone('Select a cloud'));
  });
});

describe('A person who looks at the walkthrough', () => {
  let workbench: Workbench;

  before(async () => {
    workbench = await openWorkbench({});
    await workbench.press('Control+B');
    await workbench.openWalkthrough(TITLE);
  });

  after(() => workbench?.close());

  for (const theme of themes) {
    it(`sees a picture beside every step, in a theme that is ${theme.name}`, async () => {
      await workbench.changeTheme(theme);
      for (const { title, media } of steps) {
        await workbench.openStep(textOf(title));
        const frame = await frameWith(workbench, textsOf(readFileSync(media.svg, 'utf8')));
        // Where a colour cannot be had, there is no line around the picture.
        const card = frame.locator('svg > [stroke]').first();
        assert.notEqual(await card.evaluate(strokeOf), 'none');
      }
    });
  }
});

/** The texts of an SVG. */
function textsOf(svg: string): string[] {
  return [...svg.matchAll(/<text[^>]*>(.*)<\/text>/g)].map(([, text = '']) =>
    text.replaceAll(/<[^>]+>/g, ''),
  );
}

/** The frame whose picture has these texts. */
function frameWith({ page }: Workbench, texts: string[]): Promise<Frame> {
  return until(`a picture of ${texts.join(' ')}`, async () => {
    for (const frame of page.frames()) {
      const shown = await frame
        .locator('svg text')
        .allTextContents()
        .catch(() => []);
      if (shown.join() === texts.join()) return frame;
    }
    return undefined;
  });
}

/** The colour that a shape's outline has in the end; the browser has the function, our types do not. */
function strokeOf(shape: unknown): string {
  const { getComputedStyle } = globalThis as unknown as {
    getComputedStyle(shape: unknown): { stroke: string };
  };
  return getComputedStyle(shape).stroke;
}
