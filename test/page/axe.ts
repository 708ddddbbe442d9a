import { readFileSync } from 'node:fs';
import type { Frame } from 'playwright-core';

/** Runs axe-core in a page of ours, with the rules for everyone (WCAG 2.2 AA) and its best practices. */
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
