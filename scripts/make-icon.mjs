/** Draws media/icon.png from media/icon.svg: an extension's icon may not be an SVG. */
import { readFile } from 'node:fs/promises';
import { chromium } from 'playwright-core';
import { CHROMIUM_FLAGS, ensureChromium } from './chromium.mjs';
import { inRoot } from './paths.mjs';

const SIZE = 256;

const svg = await readFile(inRoot('media/icon.svg'), 'utf8');
const browser = await chromium.launch({ executablePath: await ensureChromium(), args: CHROMIUM_FLAGS });
try {
  const page = await browser.newPage({ viewport: { width: SIZE, height: SIZE } });
  await page.setContent(`<style>body { margin: 0 }</style>${svg}`);
  await page.screenshot({ path: inRoot('media/icon.png'), omitBackground: true });
} finally {
  await browser.close();
}
