#!/usr/bin/env node
/**
 * Replaces the desktop's `code` in a test run. Takes `--extensionDevelopmentPath=`, `--extensionTestsPath=` and a
 * workspace folder, runs the tests in the extension host of a VS Code that is served to Chromium, and ends with the
 * tests' exit code.
 */
import path from 'node:path';
import { serveVscode } from '../../scripts/vscode/serve.mjs';
import { runInPage } from './run-in-page.mjs';
import { testAddress } from './test-address.mjs';

/** Reads the relevant arguments of the desktop's `code`. */
function readArguments(args) {
  const value = (name) => args.find((arg) => arg.startsWith(`--${name}=`))?.slice(name.length + 3);
  const folder = args.find((arg) => !arg.startsWith('-'));
  const extension = value('extensionDevelopmentPath');
  const tests = value('extensionTestsPath');
  if (!extension || !tests || !folder)
    throw new Error('Wanted: --extensionDevelopmentPath=FOLDER --extensionTestsPath=FILE WORKSPACE-FOLDER');
  return { extension: path.resolve(extension), tests: path.resolve(tests), folder: path.resolve(folder) };
}

async function main() {
  const paths = readArguments(process.argv.slice(2));
  const served = await serveVscode({ smokeTest: true });
  try {
    return await runInPage(testAddress(served, paths));
  } finally {
    await served.close();
  }
}

main().then(
  (code) => process.exit(code),
  (error) => {
    console.error(error instanceof Error ? error.message : error);
    process.exit(1);
  },
);
