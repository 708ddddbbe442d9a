import { setTimeout as pause } from 'node:timers/promises';
import type { Frame } from 'playwright-core';
import { until } from './wait';
import type { Workbench } from './workbench';

/** Three servers; the first is on line 2, the second on line 6. */
export const SERVERS = [
  'servers:',
  '  - name: web',
  '    OS-EXT-STS:vm_state: active',
  '    OS-EXT-STS:task_state: resize_prep',
  '    status: RESIZE',
  '  - name: db',
  '    OS-EXT-STS:vm_state: paused',
  '    OS-EXT-STS:task_state: null',
  '    status: PAUSED',
  '  - OS-EXT-STS:task_state: rebooting',
  '    status: REBOOT',
  '',
].join('\n');

/** Shows the state map, and gives its page. */
export async function showMap(workbench: Workbench): Promise<Frame> {
  await workbench.runCommand('Server Status: Show State Map');
  return mapFrame(workbench);
}

/** How long a page that is on screen may take for an animation frame, in milliseconds. */
const FRAME_DEADLINE = 1000;

/** The frame that holds the map's page, once it is filled and on screen. */
export function mapFrame({ page }: Workbench): Promise<Frame> {
  return until('a state map on screen', async () => {
    for (const frame of page.frames()) if (await isShown(frame).catch(() => false)) return frame;
    return undefined;
  });
}

/**
 * Whether a frame is the map as it is seen. A webview that is being opened or put away is filled as well, but one of
 * the frames around it is hidden, or the browser draws none of it; a click there waits in vain.
 */
async function isShown(frame: Frame): Promise<boolean> {
  if ((await frame.locator('#matrix tbody tr').count()) === 0) return false;
  for (let one: Frame | null = frame; one?.parentFrame(); one = one.parentFrame())
    if (!(await (await one.frameElement()).isVisible())) return false;
  return Promise.race([frame.evaluate(animationFrame), pause(FRAME_DEADLINE, false)]);
}

/** Waits for the next animation frame; the browser has the function, our types do not. */
function animationFrame(): Promise<true> {
  const { requestAnimationFrame } = globalThis as unknown as {
    requestAnimationFrame(callback: () => void): void;
  };
  return new Promise((resolve) => requestAnimationFrame(() => resolve(true)));
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
