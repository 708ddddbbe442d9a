import { mkdtemp } from 'node:fs/promises';
import { join } from 'node:path';
import type { BrowserContextOptions } from 'playwright-core';
import { given, sharedBrowser } from './browser';
import { helperIsThere } from './helper';
import { LIGHT } from './themes';
import { SETTINGS_FILE, VIEWPORT, Workbench, writeFiles } from './workbench';

/** What keeps a page readable, the same from run to run, and still. */
const SETTINGS = {
  'editor.cursorBlinking': 'solid',
  'editor.minimap.enabled': false,
  'editor.wordBasedSuggestions': 'off',
  'files.exclude': { '.vscode': true },
  'workbench.colorTheme': LIGHT.id,
  'workbench.reduceMotion': 'on',
};

interface Given {
  readonly settings?: Record<string, unknown>;
  /** VS Code's display language if it is not English. Its own texts stay English: they need a language pack. */
  readonly language?: string;
  /** The size and density of the screen. */
  readonly screen?: BrowserContextOptions;
}

/** Opens VS Code in a browser over a temporary folder with these files; the extension is installed. */
export async function openWorkbench(
  files: Record<string, string>,
  { settings = {}, language, screen = {} }: Given = {},
): Promise<Workbench> {
  const home = await mkdtemp(join(given('PAGE_FOLDERS'), 'home-'));
  const folder = join(home, 'fixtures');
  await writeFiles(folder, { ...files, [SETTINGS_FILE]: JSON.stringify({ ...SETTINGS, ...settings }) });
  const browser = await sharedBrowser();
  const context = await browser.newContext({ viewport: VIEWPORT, ...screen });
  const page = await context.newPage();
  if (language !== undefined) {
    // As the script of a language pack does it.
    await page.addInitScript((id) => Object.assign(globalThis, { _VSCODE_NLS_LANGUAGE: id }), language);
  }
  await page.goto(given('PAGE_ADDRESS') + encodeURIComponent(folder));
  await page.locator('.monaco-workbench .part.statusbar').waitFor();
  await helperIsThere(home);
  return new Workbench(context, page, home);
}

let shared: Workbench | undefined;

/**
 * Returns a workbench with these files in a folder of their own and nothing open. All tests of a process share it, since
 * opening one takes longer than most tests. Tests that need a window without a past, other settings, or files right in
 * the workspace folder open their own.
 */
export async function sharedWorkbench(files: Record<string, string>): Promise<Workbench> {
  const used = shared;
  shared = undefined;
  try {
    await used?.startOver(files);
    shared = used;
  } catch {
    // A workbench that no longer answers must not make later tests fail.
    await used?.close();
  }
  if (shared !== undefined) return shared;
  shared = await openWorkbench({});
  await shared.startOver(files);
  return shared;
}
