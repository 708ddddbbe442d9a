import type { Frame } from 'playwright-core';
import { until } from './wait';
import type { Workbench } from './workbench';

/** What "Explain What Is Checked in This File" says, once it is about the file of this name. */
export function explanationFrame(workbench: Workbench, name: string): Promise<Frame> {
  return until(`the page of ${name}`, async () => {
    for (const frame of workbench.page.frames()) {
      const title = await frame.title().catch(() => '');
      if (title === name) return frame;
    }
    return undefined;
  });
}
