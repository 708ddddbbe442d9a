/**
 * `npm test`: installs missing dependencies, checks types and style, builds, and runs all kinds of tests. Ends with a
 * table and, as its last line, `N passed, N failed`.
 *
 * May import only Node's modules before the dependencies are installed.
 */
import { rm } from 'node:fs/promises';
import { installDependencies } from '../../scripts/install-dependencies.mjs';
import { inRoot } from '../../scripts/paths.mjs';
import { tryRun } from '../../scripts/processes.mjs';
import { COUNTS, NODE_KINDS } from './kinds.mjs';

/** The kinds in Node that need VS Code. */
const NEED_EDITOR = ['grammar', 'page'];

const VSIX = 'out/server-status.vsix';

/** @typedef {{ what: string, passed: number, failed: number, skipped: number, seconds: number, note: string }} Row */
/** @type {Row[]} */
const rows = [];

/**
 * Runs a step that succeeds or fails, and records the result.
 *
 * @param {string} what
 * @param {() => Promise<unknown>} action throws if it fails
 * @returns {Promise<boolean>} whether it succeeded
 */
async function step(what, action) {
  const start = Date.now();
  console.log(`\n== ${what}`);
  const problem = await action().then(
    () => undefined,
    (error) => error,
  );
  if (problem) console.error(problem instanceof Error ? problem.message : problem);
  const seconds = (Date.now() - start) / 1000;
  rows.push({
    what,
    passed: 0,
    failed: problem ? 1 : 0,
    skipped: 0,
    seconds,
    note: problem ? 'FAILED' : 'ok',
  });
  return !problem;
}

/** Returns a step that fails if a command fails. The command's output is printed before. */
const command = (name, args) => async () => {
  const { code } = await tryRun(name, args);
  if (code !== 0) throw new Error(`${name} ${args.join(' ')} ended with code ${code}`);
};

/** Runs a script for one kind of tests, and records the numbers of its last line. */
async function kind(what, script, ...args) {
  const start = Date.now();
  console.log(`\n== ${what} tests`);
  const { code, output } = await tryRun(process.execPath, [inRoot('test/run', script), ...args]);
  const line = output.split('\n').findLast((text) => text.includes(COUNTS));
  const counts = line ? JSON.parse(line.slice(line.indexOf(COUNTS) + COUNTS.length)) : {};
  const { passed = 0, failed = 0, skipped = 0 } = counts;
  let note = '';
  if (passed + failed === 0) note = 'NO TEST RAN';
  else if (code !== 0 && failed === 0) note = `ENDED WITH CODE ${code}`;
  const seconds = (Date.now() - start) / 1000;
  rows.push({ what, passed, failed: failed + (note ? 1 : 0), skipped, seconds, note });
}

/** Installs both kinds of VS Code and Chromium while other tests run. */
async function prepareEditor() {
  const { ensureServedVscode } = await import('../../scripts/vscode/served-vscode.mjs');
  const { ensureWebVscode } = await import('../../scripts/vscode/web-vscode.mjs');
  const { ensureChromium } = await import('../../scripts/vscode/chromium.mjs');
  await Promise.all([ensureServedVscode(), ensureWebVscode(), ensureChromium()]);
}

async function build() {
  const { buildProduct, buildTests } = await import('../../esbuild.mjs');
  await buildProduct({ production: true });
  await buildTests();
}

function printTable() {
  const cells = rows.map(({ what, passed, failed, skipped, seconds, note }) =>
    [what, passed || '', failed || '', skipped || '', seconds.toFixed(1), note].map(String),
  );
  const table = [['', 'passed', 'failed', 'skipped', 'seconds', ''], ...cells];
  const widths = table[0].map((_, column) => Math.max(...table.map((row) => row[column].length)));
  const pad = (text, column) => (column === 0 ? text.padEnd(widths[column]) : text.padStart(widths[column]));
  console.log();
  for (const row of table) console.log(row.map(pad).join('  ').trimEnd());
}

async function main() {
  await rm(inRoot('out'), { recursive: true, force: true });
  if (!(await step('dependencies', installDependencies))) return;

  const editor = prepareEditor().then(
    () => undefined,
    (error) => error,
  );
  await step('types', command('npm', ['run', '--silent', 'check-types']));
  await step('lint', command('npm', ['run', '--silent', 'lint']));
  const built = await step('build', build);
  if (built)
    for (const name of Object.keys(NODE_KINDS))
      if (!NEED_EDITOR.includes(name)) await kind(name, 'mocha.mjs', name);

  const ready = await step('VS Code and Chromium', async () => {
    const problem = await editor;
    if (problem) throw problem;
  });
  if (!built || !ready) return;
  await kind('grammar', 'mocha.mjs', 'grammar');
  await kind('host', 'host.mjs');
  await kind('web host', 'web.mjs');
  if (await step('package', command('node', [inRoot('scripts/package.mjs'), '--no-build', VSIX])))
    await kind('page', 'page.mjs', VSIX);
}

await main();
const sum = (of) => rows.reduce((total, row) => total + row[of], 0);
printTable();
const failed = sum('failed');
console.log(`\n${sum('passed')} passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;
