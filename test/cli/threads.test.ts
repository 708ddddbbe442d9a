import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { checkInThreads, type ThreadCall } from '../../src/cli/check-in-threads';
import type { Job } from '../../src/cli/plan';
import { clouds } from '../../src/mapping';
import { DEFAULT_OPTIONS } from '../../src/service';
import { inEnglish } from '../../src/words';
import { BAD, folderWith, GOOD, inFolder, run, WARNING } from './helpers';

/** More bytes in one file than threads are started for. */
const MUCH = 9_000_000;

/** Files of every kind of result, and one so large that threads are worth it. */
const FILES = {
  ...Object.fromEntries(
    Array.from({ length: 120 }, (_, i) => [`f${i}.json`, [GOOD, BAD, WARNING][i % 3] as string]),
  ),
  'large.json': `[${GOOD}${' '.repeat(MUCH)}]`,
  'broken.json': `[${BAD}, {"OS-EXT-STS:vm_state": `,
  'latin.json': Buffer.from('{"vm_state": "\xe9"}', 'latin1'),
  'binary.json': Buffer.from([0, 1, 2]),
  'sub/.serverstatus.json': '{"cloud": "huaweicloud", "ignore": ["left-out.json"]}',
  'sub/a.json': BAD,
  'sub/left-out.json': BAD,
};

/** A baseline with the findings of two of the files. */
function baseline(): string {
  const folder = folderWith(FILES);
  run(folder, ['check', 'f1.json', 'f4.json', '--write-baseline', 'known.json']);
  return readFileSync(join(folder, 'known.json'), 'utf8');
}

/** What a run prints and leaves behind. */
function outcome(known: string, args: readonly string[]) {
  const folder = folderWith({ ...FILES, 'known.json': known });
  const { code, out, err } = run(folder, ['check', ...args]);
  const left = ['f1.json', 'f2.json', 'broken.json', 'report'].map((name) => {
    try {
      return readFileSync(join(folder, name), 'utf8');
    } catch {
      return undefined;
    }
  });
  return { code, out, err, left };
}

describe('server-status check --threads', function () {
  this.timeout(60_000);

  let known: string;
  before(() => {
    known = baseline();
  });

  // The formats get the same of a file; SARIF asks for most of it.
  for (const args of [
    [],
    ['--format', 'sarif', '--baseline', 'known.json'],
    ['--fix', '--quiet'],
    ['--fix-directives', '--dry-run', '--explain', '--lang', 'zh-cn'],
    ['--write-baseline', 'report', '--cloud', 'rackspace', '--rule', 'power-state=error'],
    ['.', 'binary.json', 'nowhere.json', '--format', 'json'],
  ]) {
    it(`does the same as one thread: check ${args.join(' ')}`, () => {
      const one = outcome(known, args);
      assert.notEqual(one.code, 0);
      assert.deepEqual(outcome(known, [...args, '--threads', '3']), one);
    });
  }

  it(
    'is refused unless it is a number from 1 to 64',
    inFolder({ 'a.json': GOOD }, (folder) => {
      for (const wrong of ['0', '65', 'two', '1.5', '']) {
        const { code, out, err } = run(folder, ['check', 'a.json', `--threads=${wrong}`]);
        assert.equal(code, 2);
        assert.equal(out, '');
        assert.equal(err, `server-status: --threads must be a number from 1 to 64, not ${wrong}.\n`);
      }
      for (const right of ['1', '2', '64'])
        assert.equal(run(folder, ['check', 'a.json', '--threads', right]).code, 0);
    }),
  );
});

describe('Threads that check files', () => {
  const call: ThreadCall = {
    language: 'en',
    config: { 'no-config': true },
    asked: { cloud: 'auto', rules: {}, languages: undefined, stdinName: 'stdin.json' },
    wanted: {
      details: { fixes: false, fingerprints: false, frame: undefined },
      explain: false,
      fix: undefined,
    },
  };

  const jobsOf = (names: readonly string[]): Job[] =>
    names.map((name) => ({ path: name, name, options: { ...DEFAULT_OPTIONS, clouds, say: inEnglish } }));

  /** A thread's script that answers for every file, unless its name says how the thread is to end. */
  function scriptAt(folder: string): URL {
    const path = join(folder, 'worker.mjs');
    writeFileSync(
      path,
      `import { parentPort } from 'node:worker_threads';
       const result = (path) => ({ file: { path, findings: [], servers: 1, skipped: null }, notes: [], faults: [] });
       parentPort.on('message', ({ paths }) => {
         if (paths.includes('ends')) process.exit(3);
         if (paths.includes('throws')) throw new Error('no more memory');
         parentPort.postMessage(new Map(paths.map((path) => [path, result(path)])));
       });`,
    );
    return pathToFileURL(path);
  }

  async function skippedOf(
    names: readonly string[],
    threads: number,
  ): Promise<(string | null | undefined)[]> {
    const script = scriptAt(folderWith({}));
    const skipped = [];
    for await (const { job, result } of checkInThreads(jobsOf(names), new Set(), call, threads, script)) {
      assert.equal(result?.file.path, job.name);
      skipped.push(result?.file.skipped);
    }
    return skipped;
  }

  const many = Array.from({ length: 300 }, (_, i) => `f${i}`);

  it('answer for each file, in order', async () => {
    assert.deepEqual(
      await skippedOf(many, 3),
      many.map(() => null),
    );
  });

  it('lose the file alone that they die of, however they do', async () => {
    for (const threads of [1, 2, 8]) {
      const names = [...many.slice(0, 70), 'ends', ...many.slice(70), 'throws'];
      const skipped = await skippedOf(names, threads);
      assert.equal(skipped.length, names.length);
      assert.deepEqual(
        skipped.flatMap((reason, i) => (reason === null ? [] : [`${names[i]}: ${reason}`])),
        [
          'ends: could not be checked: its thread ended with code 3',
          'throws: could not be checked: no more memory',
        ],
      );
    }
  });

  it('end, and say so of each file, where none of them can begin', async () => {
    const nowhere = pathToFileURL(join(folderWith({}), 'nowhere.mjs'));
    const results = [];
    for await (const { result } of checkInThreads(jobsOf(['a', 'b', 'c']), new Set(), call, 2, nowhere))
      results.push(result?.file.skipped);
    assert.equal(results.length, 3);
    for (const skipped of results) assert.match(skipped ?? '', /^could not be checked: Cannot find module/);
  });
});
