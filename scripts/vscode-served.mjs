#!/usr/bin/env node
/**
 * Stands in for the desktop's `code` in a test run: takes `--extensionDevelopmentPath=`,
 * `--extensionTestsPath=` and a workspace folder, runs the tests in the extension host of a VS Code that is
 * served to Chromium, and ends with the tests' exit code.
 */
import path from 'node:path';
import { format } from 'node:util';
import { chromium } from 'playwright-core';
import { CHROMIUM_FLAGS, ensureChromium } from './chromium.mjs';
import { serveVscode } from './serve.mjs';

/** What test/host/run-mocha.ts puts in front of its lines. */
const PREFIX = '[tests] ';
/** What a VS Code without network and native modules always says. */
const EXPECTED = /bindings file|native-watchdog|open-vsx|Service Worker|authentication provider|socket/;
const DEADLINE = 5 * 60_000;

/** Reads the few arguments that matter of those that the desktop takes. */
function readArguments(args) {
  const value = (name) => args.find((arg) => arg.startsWith(`--${name}=`))?.slice(name.length + 3);
  const folder = args.find((arg) => !arg.startsWith('-'));
  const extension = value('extensionDevelopmentPath');
  const tests = value('extensionTestsPath');
  if (!extension || !tests || !folder)
    throw new Error('Wanted: --extensionDevelopmentPath=FOLDER --extensionTestsPath=FILE WORKSPACE-FOLDER');
  return { extension: path.resolve(extension), tests: path.resolve(tests), folder: path.resolve(folder) };
}

/** The page's address: the folder, and as payload the paths as the page's remote knows them. */
function testAddress(served, { extension, tests, folder }) {
  const { host } = new URL(served.origin);
  const payload = [
    ['extensionDevelopmentPath', `vscode-remote://${host}${extension}`],
    ['extensionTestsPath', `vscode-remote://${host}${tests}`],
    ['enableProposedApi', ''],
    ['skipWelcome', 'true'],
    ['skipReleaseNotes', 'true'],
  ];
  return `${served.address(folder)}&payload=${encodeURIComponent(JSON.stringify(payload))}`;
}

/**
 * Prints what the tests print, and keeps back what the workbench, which has no network and no native modules,
 * says in between; SERVED_VSCODE_LOG=1 shows all.
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

  /** What was kept back last, for a run whose tests never spoke. */
  showKept() {
    const lines = this.#kept
      .filter((text) => !EXPECTED.test(text))
      .map((text) => text.split('\n', 4).join('\n'));
    console.error(lines.slice(-20).join('\n'));
  }
}

/** Opens the page and waits for the tests' exit code. */
async function runTests(browser, address, log) {
  const page = await browser.newPage();
  const { promise, resolve, reject } = withResolvers();
  await page.exposeFunction('codeAutomationExit', resolve);
  await page.exposeFunction('codeAutomationLog', (_type, args) => log.add(format(...args)));
  page.on('crash', () => reject(new Error('The page crashed')));
  const timer = setTimeout(
    () => reject(new Error(`No end of the tests within ${DEADLINE / 60_000} min`)),
    DEADLINE,
  );
  try {
    await page.goto(address);
    return await promise;
  } finally {
    clearTimeout(timer);
  }
}

function withResolvers() {
  let resolve, reject;
  const promise = new Promise((...both) => {
    [resolve, reject] = both;
  });
  return { promise, resolve, reject };
}

async function main() {
  const paths = readArguments(process.argv.slice(2));
  const log = new TestLog();
  const executablePath = await ensureChromium();
  const served = await serveVscode({ smokeTest: true });
  try {
    const browser = await chromium.launch({ executablePath, args: CHROMIUM_FLAGS });
    try {
      return await runTests(browser, testAddress(served, paths), log);
    } finally {
      if (!log.spoken) log.showKept();
      await browser.close();
    }
  } finally {
    await served.close();
  }
}

main().then(
  (code) => process.exit(Number(code)),
  (error) => {
    console.error(error instanceof Error ? error.message : error);
    process.exit(1);
  },
);
