/**
 * `npm test`: installs what is missing, checks the types and the style, builds, and runs every kind of test.
 * Ends with a table and, as its last line, `N passed, N failed`.
 *
 * Nothing but Node's own modules may be imported before the dependencies are there.
 */
import { rm } from 'node:fs/promises';
import { installDependencies } from '../../scripts/install-dependencies.mjs';
import { inRoot } from '../../scripts/paths.mjs';
import { run, tryRun } from '../../scripts/processes.mjs';
import { COUNTS } from './kinds.mjs';

const VSIX = 'out/server-status.vsix';

/** @typedef {{ what: string, passed: number, failed: number, skipped: number, seconds: number, note: string }} Row */
/** @type {Row[]} */
const rows = [];

/** The order of the table; what runs side by side ends in any. */
const ORDER = [
  ...['dependencies', 'build', 'types', 'lint', 'unit', 'golden', 'fuzz', 'VS Code and Chromium'],
  ...['grammar', 'host', 'web host', 'package', 'page'],
];

/**
 * Runs something that either succeeds or fails, and takes its failure down.
 *
 * @param {string} what
 * @param {() => Promise<unknown>} action throws when it fails; what it gives as `output` is shown, in one piece
 * @returns {Promise<boolean>} whether it succeeded
 */
async function step(what, action) {
  const start = Date.now();
  const { output = '', problem } = await action().then(
    (done) => ({ output: done?.output }),
    (error) => ({ problem: error instanceof Error ? error.message : error }),
  );
  show(what, output);
  if (problem) console.error(problem);
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

/** A command whose failure is the step's, with its output. */
const command = (name, args) => async () => ({ output: await run(name, args) });

/** Runs a script that runs one kind of tests, and takes down the numbers of its last line. */
async function kind(what, script, ...args) {
  const start = Date.now();
  const { code, output } = await tryRun(process.execPath, [inRoot('test/run', script), ...args], {
    quiet: true,
  });
  show(`${what} tests`, output);
  const line = output.split('\n').findLast((text) => text.includes(COUNTS));
  const counts = line ? JSON.parse(line.slice(line.indexOf(COUNTS) + COUNTS.length)) : {};
  const { passed = 0, failed = 0, skipped = 0 } = counts;
  let note = '';
  if (passed + failed === 0) note = 'NO TEST RAN';
  else if (code !== 0 && failed === 0) note = `ENDED WITH CODE ${code}`;
  const seconds = (Date.now() - start) / 1000;
  rows.push({ what, passed, failed: failed + (note ? 1 : 0), skipped, seconds, note });
}

/** Prints what something said once it has ended, since something else may run beside it. */
function show(what, output) {
  console.log(`\n== ${what}\n${output.trimEnd()}`);
}

/** Puts both kinds of VS Code and Chromium in place while other tests run. */
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
  const inOrder = rows.sort((a, b) => ORDER.indexOf(a.what) - ORDER.indexOf(b.what));
  const cells = inOrder.map(({ what, passed, failed, skipped, seconds, note }) =>
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
  const built = await step('build', build);
  // What needs the processor, and what mostly waits for VS Code.
  const [, packed] = await Promise.all([inNode(built), inEditor(built, editor)]);
  // Alone, as a person has it: keys are lost on a machine that has much to do.
  if (packed) await kind('page', 'page.mjs', VSIX);
}

/** Looks at the code, and runs the tests that need nothing but the build. */
async function inNode(built) {
  await step('types', command('npm', ['run', '--silent', 'check-types']));
  await step('lint', command('npm', ['run', '--silent', 'lint']));
  if (built) for (const name of ['unit', 'golden', 'fuzz']) await kind(name, 'mocha.mjs', name);
}

/** Runs the tests in VS Code but for the page's; says whether the extension could be packed for those. */
async function inEditor(built, editor) {
  const ready = await step('VS Code and Chromium', async () => {
    const problem = await editor;
    if (problem) throw problem;
  });
  if (!built || !ready) return false;
  await kind('grammar', 'mocha.mjs', 'grammar');
  await kind('host', 'host.mjs');
  await kind('web host', 'web.mjs');
  return step('package', command('node', [inRoot('scripts/package.mjs'), '--no-build', VSIX]));
}

await main();
const sum = (of) => rows.reduce((total, row) => total + row[of], 0);
printTable();
const failed = sum('failed');
console.log(`\n${sum('passed')} passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;
