import type { Frame } from 'playwright-core';
import { until } from './wait';
import type { Workbench } from './workbench';

/** The frame that holds the map's page, once it is filled. */
export function mapFrame({ page }: Workbench): Promise<Frame> {
  return until('the state map', async () => {
    for (const frame of page.frames()) {
      const rows = await frame
        .locator('#matrix tbody tr')
        .count()
        .catch(() => 0);
      if (rows > 0) return frame;
    }
    return undefined;
  });
}

/** The texts of the diagram that run into one another, as the browser draws them. */
export async function collisions(frame: Frame): Promise<string[]> {
  const texts = await frame.locator('#diagram text').evaluateAll((all) =>
    all.map((one) => {
      const { left, right, top, bottom } = one.getBoundingClientRect();
      // A line's box is a little higher than its letters.
      return { text: one.textContent, left, right, top: top + 2, bottom: bottom - 2 };
    }),
  );
  return texts.flatMap((a, index) =>
    texts
      .slice(index + 1)
      .filter((b) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom)
      .map((b) => `${a.text} / ${b.text}`),
  );
}

/** What of the page, its tables and their cells is wider than the room that it has, with both widths. */
export async function tooWide(frame: Frame): Promise<string[]> {
  const boxes = frame.locator('html, #operations, #operations :is(th, td), #matrix, #matrix :is(th, button)');
  return boxes.evaluateAll((all) =>
    all
      .filter(({ scrollWidth, clientWidth }) => scrollWidth > clientWidth)
      .map((one) => `${one.id || one.textContent}: ${one.scrollWidth} > ${one.clientWidth}`),
  );
}
