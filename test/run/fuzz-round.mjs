/**
 * Runs property tests once, one after the other, with one seed. Prints a line of JSON for each test.
 *
 *   node test/run/fuzz-round.mjs --from out/fuzz --seed 1 [--times 4] [--until MS] [--only TEXT] [--test TITLE] [--run 0]
 *     FILE …
 *
 * FILE is a source below test/, `--until` the time at which no further test begins, `--test` the title of a single one
 * without its seed, and `--run` the number of the only input to try, as the line of a failed property has it.
 */
import { performance } from 'node:perf_hooks';
import { parseArgs } from 'node:util';
import Mocha from 'mocha';
import { inRoot, ROOT } from '../../scripts/paths.mjs';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    from: { type: 'string', default: 'out/fuzz' },
    seed: { type: 'string', default: '1' },
    times: { type: 'string', default: '1' },
    until: { type: 'string', default: 'Infinity' },
    only: { type: 'string', default: '' },
    test: { type: 'string' },
    run: { type: 'string' },
  },
});
// test/fuzz/helpers.ts and the writers of strings read these when they are loaded.
Object.assign(process.env, { FUZZ_SEED: values.seed, FUZZ_TIMES: values.times });
if (values.run !== undefined) process.env.FUZZ_RUN = values.run;

/** A test's title without the seed, which differs from round to round. */
const titleOf = (test) => test.fullTitle().replace(/ \(seed -?\d+\)/g, '');

let runs = 0;
let since = 0;
// What test/fuzz/helpers.ts counts with.
globalThis.countFuzzed = (inputs) => {
  runs += inputs;
};

process.chdir(ROOT);
const mocha = new Mocha({ ui: 'bdd', reporter: class {}, timeout: 0 });
for (const file of positionals) mocha.addFile(inRoot(values.from, file.replace(/\.ts$/, '.mjs')));
await mocha.loadFilesAsync();
mocha.suite.beforeEach(function () {
  const title = titleOf(this.currentTest);
  const isWanted = title.includes(values.only) && (values.test === undefined || title === values.test);
  if (!isWanted || Date.now() > Number(values.until)) this.skip();
  // Each has a limit of its own, for the numbers of `npm test`.
  this.currentTest.timeout(0);
  [runs, since] = [0, performance.now()];
});
const runner = mocha.run((failures) => process.exit(failures > 0 ? 1 : 0));
const fileOf = (test) => test.file.slice(inRoot(values.from).length + 1).replace(/\.mjs$/, '.ts');
/** The number of the input that failed: fast-check reports it in front of the steps that made it shorter. */
const runIn = (problem) => {
  const number = /\bpath: "(\d+)/.exec(problem)?.[1];
  return number && Number(number);
};
const tell = (test, problem) => {
  const row = {
    file: fileOf(test),
    test: titleOf(test),
    runs: Math.max(1, runs),
    problem,
    run: runIn(problem),
  };
  process.stdout.write(`${JSON.stringify({ ...row, seconds: (performance.now() - since) / 1000 })}\n`);
};
runner.on('pass', (test) => tell(test));
runner.on('fail', (test, error) => tell(test, `${error.message ?? error}`));
