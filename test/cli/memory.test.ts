import assert from 'node:assert/strict';
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { BAD, ENV, folderWith, GOOD, run } from './helpers';

const FILES = 50;
const SERVERS = 4000;

/** What a process may keep, in megabytes: enough for one file of a megabyte after another, not for all of them. */
const MEMORY = 48;

describe('The memory of server-status check', function () {
  this.timeout(60_000);
  const folder = folderWith({});

  before(() => {
    for (let i = 0; i < FILES; i += 1) {
      const server = GOOD.replace('{', `{"name": "server ${i} ${'x'.repeat(160)}", `);
      const last = i % 25 === 0 ? BAD : GOOD;
      writeFileSync(join(folder, `f${i}.json`), `[${server.concat(',').repeat(SERVERS)}${last}]`);
    }
  });

  after(() => rmSync(folder, { recursive: true, force: true }));

  for (const [code, args] of [
    [1, []],
    [1, ['--format', 'sarif']],
    [0, ['--dry-run']],
    [0, ['--write-baseline', 'baseline']],
  ] as const) {
    it(`does not grow with the files: check ${args.join(' ')}`, () => {
      const env = { ...ENV, NODE_OPTIONS: `--max-old-space-size=${MEMORY}` };
      const result = run(folder, ['check', ...args], '', env);
      assert.equal(result.code, code, result.err.slice(-1000));
    });
  }
});
