import { mkdir } from 'node:fs/promises';
import { CHROMIUM_FLAGS } from './chromium.mjs';

/**
 * What test/host/page/workbench.ts reads of its surroundings.
 *
 * @param {{ address: (folder: string) => string }} served a VS Code that is served
 * @param {string} executable the path of a Chromium
 * @param {string} screenshots the folder for what is taken of the screen; it is made
 */
export async function pageEnvironment(served, executable, screenshots) {
  await mkdir(screenshots, { recursive: true });
  return {
    PAGE_ADDRESS: served.address(''),
    PAGE_CHROMIUM: executable,
    PAGE_CHROMIUM_FLAGS: CHROMIUM_FLAGS.join(' '),
    PAGE_SCREENSHOTS: screenshots,
  };
}
