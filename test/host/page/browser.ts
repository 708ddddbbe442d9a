import { type Browser, chromium } from 'playwright-core';

/** What scripts/page-tests.mjs says about the VS Code that it serves. */
export function given(
  name: 'PAGE_ADDRESS' | 'PAGE_CHROMIUM' | 'PAGE_CHROMIUM_FLAGS' | 'PAGE_SCREENSHOTS',
): string {
  const value = process.env[name];
  if (value === undefined) throw new Error(`No ${name}: page tests are run by scripts/page-tests.mjs`);
  return value;
}

let browser: Promise<Browser> | undefined;

/** The browser that all page tests share; it is closed after the last one. */
export function sharedBrowser(): Promise<Browser> {
  browser ??= chromium.launch({
    executablePath: given('PAGE_CHROMIUM'),
    args: given('PAGE_CHROMIUM_FLAGS').split(' '),
  });
  return browser;
}

after(async () => {
  await (await browser)?.close();
});
