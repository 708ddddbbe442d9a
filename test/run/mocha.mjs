/**
 * Runs one kind of tests in Node, and ends with a line with its numbers:
 *
 *   node test/run/mocha.mjs unit [--grep TEXT]
 */
import { readdir } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import Mocha from 'mocha';
import { inRoot, ROOT } from '../../scripts/paths.mjs';
import { COUNTS, foldersOf, NODE_KINDS } from './kinds.mjs';

/** How many processes share the test files. */
const JOBS = availableParallelism();

/** Returns the built test files in a folder of out/test/. */
async function testFiles(folder) {
  const from = inRoot('out/test', folder);
  const entries = await readdir(from, { recursive: true }).catch(() => []);
  return entries.filter((name) => name.endsWith('.test.mjs')).map((name) => path.join(from, name));
}

const { values, positionals } = parseArgs({ allowPositionals: true, options: { grep: { type: 'string' } } });
const kind = positionals[0] ?? '';
if (!Object.hasOwn(NODE_KINDS, kind)) throw new Error(`Wanted: one of ${Object.keys(NODE_KINDS).join(', ')}`);
const { timeout, retries = 0, reporter = 'dot', hooks, jobs = JOBS } = NODE_KINDS[kind];
const require = hooks ? [inRoot('out/test', hooks)] : [];
const built = await readdir(inRoot('out/test'), { withFileTypes: true });
const folders = foldersOf(
  kind,
  built.filter((entry) => entry.isDirectory()).map(({ name }) => name),
);

// Tests use paths relative to the project's folder.
process.chdir(ROOT);
const color = Boolean(process.stdout.isTTY);
const mocha = new Mocha({
  ui: 'bdd',
  reporter,
  timeout,
  retries,
  color,
  require,
  parallel: true,
  jobs,
});
if (values.grep) mocha.grep(values.grep);
for (const files of await Promise.all(folders.map(testFiles)))
  for (const file of files.sort()) mocha.addFile(file);
const runner = mocha.run((failures) => {
  const { passes = 0, pending = 0 } = runner.stats ?? {};
  console.log(`${COUNTS} ${JSON.stringify({ passed: passes, failed: failures, skipped: pending })}`);
  process.exit(failures > 0 ? 1 : 0);
});
