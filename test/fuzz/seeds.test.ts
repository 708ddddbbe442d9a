import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import SAVED from './seeds.json';

/** A seed with which `npm run fuzz` once found a fault, and the test that did. */
interface Saved {
  readonly file: string;
  readonly test: string;
  readonly seed: number;
  readonly times: number;
  /** The number of the input, if the test takes its inputs from fast-check: no other is tried again. */
  readonly run?: number;
}

describe('A seed that once found a fault', () => {
  it('is kept with the test that it belongs to', () => assert.ok(Array.isArray(SAVED)));

  for (const { file, test, ...input } of SAVED as Saved[]) {
    it(`finds none in ${test}, with ${input.seed}`, () => {
      const options = { from: 'out/test', test, ...input };
      const args = Object.entries(options).map(([name, value]) => `--${name}=${value}`);
      const { stdout, stderr } = spawnSync(process.execPath, ['test/run/fuzz-round.mjs', ...args, file], {
        encoding: 'utf8',
      });
      const row = stdout.startsWith('{') ? JSON.parse(stdout) : assert.fail(`No such test ran: ${stderr}`);
      assert.equal(row.problem, undefined);
    });
  }
});
