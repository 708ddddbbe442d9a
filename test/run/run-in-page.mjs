import { format } from 'node:util';
import { chromium } from 'playwright-core';
import { CHROMIUM_FLAGS, ensureChromium } from '../../scripts/vscode/chromium.mjs';

/** The prefix of lines from test/host/run-mocha.ts. */
const PREFIX = '[tests] ';
/** Messages that a VS Code without network and native modules always prints. */
const EXPECTED = /bindings file|native-watchdog|open-vsx|Service Worker|authentication provider|socket/;
/** Nobody looks at the page: Chromium draws it without a graphics card, so it is small and still. */
const PAGE = { viewport: { width: 480, height: 320 }, reducedMotion: 'reduce' };
/** The milliseconds until the first word of the tests, and until their end. */
const FIRST_WORD = 3 * 60_000;
const DEADLINE = 8 * 60_000;

/**
 * Opens a workbench in Chromium that runs tests in its extension host, prints their output, and waits for their end.
 *
 * @param {string} address the page's, with the tests in it
 * @param {number} [deadline] how long the tests may take, in milliseconds
 * @returns {Promise<number>} the tests' exit code
 */
export async function runInPage(address, deadline = DEADLINE) {
  const executablePath = await ensureChromium();
  const log = new TestLog();
  const browser = await chromium.launch({ executablePath, args: CHROMIUM_FLAGS });
  try {
    return await exitCode(await browser.newPage(PAGE), { address, deadline }, log);
  } finally {
    if (!log.spoken) log.showKept();
    await browser.close();
  }
}

/**
 * Prints the tests' output. Withholds the workbench's own messages, as it has no network and no native modules;
 * SERVED_VSCODE_LOG=1 shows all.
 */
class TestLog {
  #kept = [];
  #everything = process.env.SERVED_VSCODE_LOG === '1';
  spoken = false;

  add(text) {
    const isTests = text.startsWith(PREFIX);
    this.spoken ||= isTests;
    if (isTests) console.log(text.slice(PREFIX.length));
    else if (this.#everything) console.log(text);
    else this.#kept.push(text);
  }

  /** Prints the last withheld messages, for a run without any output of tests. */
  showKept() {
    const lines = this.#kept
      .filter((text) => !EXPECTED.test(text))
      .map((text) => text.split('\n', 4).join('\n'));
    console.error(lines.slice(-20).join('\n'));
  }
}

async function exitCode(page, { address, deadline }, log) {
  const { promise, resolve, reject } = withResolvers();
  const fail = (what, time) => reject(new Error(`${what} within ${time / 60_000} min`));
  const timers = [
    setTimeout(() => log.spoken || fail('No word from the tests', FIRST_WORD), FIRST_WORD),
    setTimeout(() => fail('No end of the tests', deadline), deadline),
  ];
  await page.exposeFunction('codeAutomationExit', resolve);
  await page.exposeFunction('codeAutomationLog', (_type, args) => log.add(format(...args)));
  page.on('crash', () => reject(new Error('The page crashed')));
  page.on('close', () => reject(new Error('The browser ended before the tests')));
  try {
    const opened = page.goto(address, { timeout: FIRST_WORD });
    return Number(await Promise.race([opened.then(() => promise), promise]));
  } finally {
    for (const timer of timers) clearTimeout(timer);
  }
}

function withResolvers() {
  let resolve, reject;
  const promise = new Promise((...both) => {
    [resolve, reject] = both;
  });
  return { promise, resolve, reject };
}
