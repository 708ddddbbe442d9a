import assert from 'node:assert/strict';
import chinese from '../../l10n/bundle.l10n.zh-cn.json';
import { progressOf } from '../../src/cli/progress';
import { inEnglish, type Say, sayFrom } from '../../src/words';
import { checkedFile } from './format/helpers';
import { BAD, folderWith, GOOD, run } from './helpers';

/** A terminal whose clock is set by hand. */
function terminal({ isTTY = true, columns = 80, env = {}, say = inEnglish as Say, files = 3 } = {}) {
  const written: string[] = [];
  const clock = { time: 0 };
  const stream = { isTTY, columns, write: (text: string) => written.push(text) > 0 };
  const progress = progressOf(say, files, { stream, env, now: () => clock.time });
  return { progress, written, clock };
}

const good = checkedFile('a.json', GOOD);
const bad = checkedFile('b.json', BAD);

describe('The progress of check', () => {
  it('is shown once a second has passed, and written over from then on', () => {
    const { progress, written, clock } = terminal();
    clock.time = 999;
    progress.add(good);
    assert.deepEqual(written, []);
    clock.time = 1000;
    progress.add(bad);
    clock.time = 1200;
    progress.add(undefined);
    assert.deepEqual(written, [
      '\r\u001b[K2 of 3 files: 2 servers, 1 finding',
      '\r\u001b[K3 of 3 files: 2 servers, 1 finding',
    ]);
  });

  it('is not written more often than a person can read', () => {
    const { progress, written, clock } = terminal({ files: 100 });
    for (let i = 0; i < 100; i += 1) {
      clock.time = 1000 + i;
      progress.add(good);
    }
    assert.equal(written.length, 1);
  });

  it('is cleared where it is shown, and once', () => {
    const { progress, written, clock } = terminal();
    progress.clear();
    assert.deepEqual(written, []);
    clock.time = 2000;
    progress.add(good);
    progress.clear();
    progress.clear();
    assert.deepEqual(written.slice(1), ['\r\u001b[K']);
  });

  it('stays on one line, however narrow the terminal is', () => {
    const { progress, written, clock } = terminal({ columns: 12 });
    clock.time = 2000;
    progress.add(good);
    assert.deepEqual(written, ['\r\u001b[K1 of 3 file']);
  });

  it('is there on a terminal that does not know its width', () => {
    const { progress, written, clock } = terminal({ columns: 0 });
    clock.time = 2000;
    progress.add(good);
    assert.deepEqual(written, ['\r\u001b[K1 of 3 files: 1 server, 0 findings']);
  });

  it('is in the language of the reader', () => {
    const { progress, written, clock } = terminal({ say: sayFrom(chinese) });
    clock.time = 2000;
    progress.add(bad);
    assert.ok(written.join('').startsWith('\r\u001b[K已检查 1 个，共 3 个文件：'), written.join(''));
  });

  for (const [what, how] of [
    ['standard error is no terminal', { isTTY: false }],
    ['it runs in CI', { env: { CI: 'true' } }],
    ['the terminal can do nothing', { env: { TERM: 'dumb' } }],
  ] as const) {
    it(`is not shown where ${what}`, () => {
      const { progress, written, clock } = terminal(how);
      clock.time = 2000;
      progress.add(good);
      progress.clear();
      assert.deepEqual(written, []);
    });
  }

  it('leaves nothing in what a program reads', () => {
    const { err } = run(folderWith({ 'a.json': `${GOOD}${'\n'.repeat(1_000_000)}` }), ['check']);
    assert.equal(err, '0 errors, 0 warnings, 0 information, 0 hints; 1 server in 1 file\n');
  });
});
