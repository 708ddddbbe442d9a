import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { chromium } from 'playwright-core';
import { CHROMIUM_FLAGS, ensureChromium } from './chromium.mjs';
import { serveVscode } from './serve.mjs';

/**
 * Serves a packed extension in VS Code and starts Chromium while an action runs.
 *
 * @param {string} vsix
 * @param {string} screenshots the folder for screenshots, which is created
 * @param {(environment: Record<string, string>) => Promise<void>} action receives the environment variables that
 *   test/page/browser.ts reads
 */
export async function withPage(vsix, screenshots, action) {
  await mkdir(screenshots, { recursive: true });
  const served = await serveVscode({ vsix, pageHelper: true });
  // Of all workbenches, because a test process that ends leaves the one that its files have shared.
  const folders = await mkdtemp(path.join(tmpdir(), 'pages-'));
  try {
    const browser = await chromium.launchServer({
      executablePath: await ensureChromium(),
      args: CHROMIUM_FLAGS,
    });
    try {
      await action({
        PAGE_ADDRESS: served.address(''),
        PAGE_BROWSER: browser.wsEndpoint(),
        PAGE_FOLDERS: folders,
        PAGE_SCREENSHOTS: screenshots,
      });
    } finally {
      await browser.close();
    }
  } finally {
    await served.close();
    await rm(folders, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
  }
}
