import { type Browser, chromium } from 'playwright-core';

/** What scripts/vscode/with-page.mjs says about the VS Code that is served and the browser to look at it. */
export function given(name: 'PAGE_ADDRESS' | 'PAGE_BROWSER' | 'PAGE_FOLDERS' | 'PAGE_SCREENSHOTS'): string {
  const value = process.env[name];
  if (value === undefined) throw new Error(`No ${name}: wanted from scripts/vscode/with-page.mjs`);
  return value;
}

let browser: Promise<Browser> | undefined;

/** The browser that all pages share; it ends with the script that started it. */
export function sharedBrowser(): Promise<Browser> {
  browser ??= chromium.connect(given('PAGE_BROWSER'));
  return browser;
}
