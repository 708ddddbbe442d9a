import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { BAD, CLI, ENV, GOOD, inFolder, run } from './helpers';

const isRoot = process.getuid?.() === 0;
const onPosix = process.platform === 'win32' ? it.skip : it;

describe('server-status check, where it cannot look', function () {
  this.timeout(20_000);

  (isRoot ? it.skip : onPosix)(
    'names a folder that it may not read',
    inFolder({ 'a.json': GOOD, 'closed/b.json': BAD }, (folder) => {
      chmodSync(join(folder, 'closed'), 0);
      const { code, err } = run(folder, ['check']);
      chmodSync(join(folder, 'closed'), 0o755);
      assert.equal(code, 2);
      assert.match(err, /^server-status: closed: cannot be read: permission denied$/m);
    }),
  );

  it(
    'says that a path is too long',
    inFolder({}, (folder) => {
      const { code, err } = run(folder, ['check', `${'a'.repeat(5000)}.json`]);
      assert.equal(code, 2);
      assert.match(err, /cannot be read: the path is too long$/m);
    }),
  );

  it(
    'says that .gitignore leaves out all of a folder that was named',
    inFolder({ '.git/x': '', '.gitignore': 'out/\n', 'out/a.json': BAD }, (folder) => {
      const { code, err } = run(folder, ['check', 'out']);
      assert.equal(code, 2);
      assert.match(err, /^server-status: out: \.gitignore ignores everything in it$/m);
      // A test report must not be green where the run is not.
      const { out } = run(folder, ['check', 'out', '--format', 'junit']);
      assert.match(out, /<error [^>]*ignores everything in it/);
    }),
  );

  onPosix(
    'does not take a link that leads nowhere for no config',
    inFolder({ 'a.json': BAD }, (folder) => {
      symlinkSync('gone.json', join(folder, '.serverstatus.json'));
      const { code, err } = run(folder, ['check', 'a.json']);
      assert.deepEqual([code, /The config is a broken link/.test(err)], [2, true]);
    }),
  );

  onPosix(
    'does not wait for a config that is a pipe',
    inFolder({ 'a.json': BAD }, (folder) => {
      spawnSync('mkfifo', [join(folder, '.serverstatus.json')]);
      const { code, err } = run(folder, ['check', 'a.json']);
      assert.deepEqual([code, /The config is not a regular file/.test(err)], [2, true]);
    }),
  );

  onPosix(
    'says in one line that a disk is full',
    inFolder({ 'a.json': BAD }, (folder) => {
      if (process.platform !== 'linux') return;
      const command = `"${process.execPath}" "${CLI}" check a.json > /dev/full`;
      const { status, stderr } = spawnSync('sh', ['-c', command], {
        cwd: folder,
        env: ENV,
        encoding: 'utf8',
      });
      assert.equal(status, 2);
      assert.match(stderr, /^server-status: standard output cannot be written: .*ENOSPC.*$/m);
      assert.doesNotMatch(stderr, /^ {4}at /m);
    }),
  );

  onPosix(
    'finds a file in a folder with a line break in its name',
    inFolder({}, (folder) => {
      mkdirSync(join(folder, 'a\nb'));
      writeFileSync(join(folder, 'a\nb', 'c.json'), BAD);
      const { code, out } = run(folder, ['check']);
      assert.deepEqual([code, out.split('\n').length], [1, 2]);
      assert.ok(out.startsWith('a\\u000ab/c.json:1:'), out);
    }),
  );
});

describe('What server-status check prints of a name', function () {
  this.timeout(20_000);

  for (const [what, name, shown] of [
    ["a CI's command", '::error ::x.json', './::error ::x.json'],
    ["a terminal's command", 'a\u001b[31m.json', 'a\\u001b[31m.json'],
    ['a letter that turns the line around', 'a\u202ex.json', 'a\\u202ex.json'],
    ['a letter of no width', 'a\u200bx.json', 'a\\u200bx.json'],
  ] as const) {
    onPosix(
      `is no ${what}`,
      inFolder({ [name]: BAD }, (folder) => {
        assert.ok(run(folder, ['check']).out.startsWith(`${shown}:1:`));
      }),
    );
  }
});
