import { readFileSync } from 'node:fs';
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

/** Runs axe-core in the map's page, with the rules for everyone (WCAG 2.2 AA) and its best practices. */
export async function violations(frame: Frame): Promise<string[]> {
  // Evaluated from outside, the script is no part of the page and its policy does not hold it up.
  await frame.evaluate(readFileSync('node_modules/axe-core/axe.min.js', 'utf8'));
  return frame.evaluate(async () => {
    const { axe } = globalThis as unknown as {
      axe: {
        run(): Promise<{ violations: { id: string; nodes: { html: string; failureSummary?: string }[] }[] }>;
      };
    };
    const { violations } = await axe.run();
    return violations.flatMap(({ id, nodes }) =>
      nodes.map(({ html, failureSummary }) => `${id}: ${html}\n${failureSummary}`),
    );
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
