import { type Browser, chromium } from 'playwright-core';

/** What scripts/page-environment.mjs says about the VS Code that is served. */
export function given(
  name: 'PAGE_ADDRESS' | 'PAGE_CHROMIUM' | 'PAGE_CHROMIUM_FLAGS' | 'PAGE_SCREENSHOTS',
): string {
  const value = process.env[name];
  if (value === undefined) throw new Error(`No ${name}: wanted from scripts/page-environment.mjs`);
  return value;
}

let browser: Promise<Browser> | undefined;

/** The browser that all pages share; after the last test it is closed. */
export function sharedBrowser(): Promise<Browser> {
  browser ??= chromium.launch({
    executablePath: given('PAGE_CHROMIUM'),
    args: given('PAGE_CHROMIUM_FLAGS').split(' '),
  });
  return browser;
}

/** Closes it, for those who are no tests. */
export async function closeBrowser(): Promise<void> {
  await (await browser)?.close();
}

if (typeof after === 'function') after(closeBrowser);
