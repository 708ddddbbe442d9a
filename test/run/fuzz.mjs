/**
 * `npm run fuzz`: runs the property tests round after round, each with a new seed and more inputs than the one before,
 * until the time is up. Prints what was tried. Seeds that fail are kept in test/fuzz/seeds.json, which `npm test` runs
 * again, and end it with code 1.
 *
 *   node test/run/fuzz.mjs [--minutes 5] [--seed 1] [--only TEXT]
 */
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { buildFuzz } from '../../esbuild.mjs';
import { inRoot } from '../../scripts/paths.mjs';
import { tryRun } from '../../scripts/processes.mjs';

const SEEDS = inRoot('test/fuzz/seeds.json');

/** The most inputs of a round, in multiples of those of `npm test`: new seeds find more than long rounds. */
const MOST_TIMES = 5;

/** The sources, below test/, of the tests that take a seed. */
async function propertyTests() {
  const names = (await readdir(inRoot('test'), { recursive: true })).map((name) =>
    name.replaceAll('\\', '/'),
  );
  const tests = names.filter((name) => name.endsWith('.test.ts') && !name.includes('regular-expressions'));
  const texts = await Promise.all(tests.map((name) => readFile(inRoot('test', name), 'utf8')));
  return tests.filter((_, i) => /\bSEED\b|\bdiceFor\b/.test(texts[i])).sort();
}

/** Returns the seed of a round. */
const seedOf = (first, round) => Math.imul(first + round, 0x9e3779b1) | 0;

function rowsIn(output) {
  return output.split('\n').flatMap((line) => (line.startsWith('{"file"') ? [JSON.parse(line)] : []));
}

async function runRound(files, { seed, times, until, only }) {
  const options = { '--seed': seed, '--times': times, '--until': until, '--only': only };
  const args = Object.entries(options).map(([name, value]) => `${name}=${value}`);
  const { code, output } = await tryRun(
    process.execPath,
    [inRoot('test/run/fuzz-round.mjs'), ...args, ...files],
    { quiet: true },
  );
  const rows = rowsIn(output);
  const isExplained = code === 0 || rows.some(({ problem }) => problem !== undefined);
  if (!isExplained)
    throw new Error(`A round with seed ${seed} ended with code ${code}:\n${output.slice(-4000)}`);
  return rows;
}

/** Saves a failure, once, with the number of the input if the test takes them from fast-check. */
async function save({ file, test, run }, { seed, times }) {
  const saved = JSON.parse(await readFile(SEEDS, 'utf8'));
  if (saved.some((one) => one.test === test && one.seed === seed)) return;
  await writeFile(SEEDS, `${JSON.stringify([...saved, { file, test, seed, times, run }], null, 2)}\n`);
}

function printTable(rows, seeds) {
  console.log('\nfile | properties | inputs | seconds | failures');
  const files = Map.groupBy ? Map.groupBy(rows, ({ file }) => file) : groupByFile(rows);
  for (const [file, ofFile] of files) console.log([file, ...countsOf(ofFile)].join(' | '));
  console.log(['all', ...countsOf(rows)].join(' | '));
  console.log(`${seeds} seeds`);
}

function countsOf(rows) {
  const sum = (of) => rows.reduce((total, row) => total + of(row), 0);
  const properties = new Set(rows.map(({ file, test }) => `${file} ${test}`)).size;
  return [
    properties,
    sum(({ runs }) => runs),
    sum(({ seconds }) => seconds).toFixed(0),
    sum(({ problem }) => (problem === undefined ? 0 : 1)),
  ];
}

function groupByFile(rows) {
  const files = new Map();
  for (const row of rows) files.set(row.file, [...(files.get(row.file) ?? []), row]);
  return files;
}

const { values } = parseArgs({
  options: {
    minutes: { type: 'string', default: '5' },
    seed: { type: 'string', default: String(Date.now() % 2 ** 31) },
    only: { type: 'string', default: '' },
  },
});
const until = Date.now() + Number(values.minutes) * 60_000;
const files = await propertyTests();
await buildFuzz(files.map((file) => `test/${file}`));
console.log(`${files.length} files, first seed ${values.seed}, ${values.minutes} minutes`);
const rows = [];
let round = 0;
for (; round === 0 || Date.now() < until; round += 1) {
  const plan = { seed: seedOf(Number(values.seed), round), times: Math.min(round + 1, MOST_TIMES) };
  const found = await runRound(files, { ...plan, until, only: values.only });
  rows.push(...found);
  for (const row of found.filter(({ problem }) => problem !== undefined)) {
    console.log(`FAILED with seed ${plan.seed}, ${plan.times} times: ${row.test}\n${row.problem}\n`);
    await save(row, plan);
  }
  console.log(`round ${round + 1}, seed ${plan.seed}, ${plan.times} times: ${countsOf(found)[1]} inputs`);
  if (found.length === 0) break;
}
printTable(rows, round);
process.exitCode = rows.some(({ problem }) => problem !== undefined) ? 1 : 0;
