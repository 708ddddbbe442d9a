import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import type { Frame } from 'playwright-core';
import { steps, textOf } from '../walkthrough';
import { sharedWorkbench } from './open-workbench';
import { themes } from './themes';
import { until } from './wait';
import { openStep, openWalkthrough } from './walkthrough-page';
import type { Workbench } from './workbench';

const TITLE = textOf('%walkthrough.title%');

describe('A person who looks at the walkthrough', () => {
  let workbench: Workbench;

  before(async () => {
    workbench = await sharedWorkbench({});
    await workbench.press('Control+B');
    await openWalkthrough(workbench, TITLE);
  });

  for (const theme of themes) {
    it(`sees a picture beside every step, in a theme that is ${theme.name}`, async () => {
      await workbench.changeTheme(theme);
      for (const { title, media } of steps) {
        await openStep(workbench, textOf(title));
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
