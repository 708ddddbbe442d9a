import assert from 'node:assert/strict';
import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readGlob } from '../../src/cli/glob';
import { inFolder, run } from './helpers';

const GOOD = '{"OS-EXT-STS:vm_state": "active", "status": "ACTIVE"}';

/** The paths of the files that `check` finds servers in. */
function checked(folder: string, ...names: string[]): string[] {
  const { out } = run(folder, ['check', ...names, '--format', 'json']);
  return JSON.parse(out).files.map(({ path }: { path: string }) => path);
}

describe('A glob', () => {
  for (const [glob, base, file, other] of [
    ['*.json', '', 'a.json', 'b/a.json'],
    ['**/*.json', '', 'b/c/a.json', 'a.yaml'],
    ['b/*.json', 'b', 'a.json', 'c/a.json'],
    ['./b/**', 'b', '.c/.a', undefined],
    ['../b/*/a.json', '../b', 'c/a.json', 'a.json'],
    ['/b/a?.json', '/b', 'a1.json', 'a.json'],
    ['{a,b/c}/*.json', '', 'b/c/a.json', 'b/a.json'],
    ['!(a)/*.json', '', 'b/a.json', 'a/a.json'],
    ['b\\[1\\]/*.json', 'b[1]', 'a.json', undefined],
    ['[ab].json', '', 'a.json', 'c.json'],
    ['[!b].json', '', 'a.json', 'b.json'],
    ['.//*.json', '', 'a.json', undefined],
    ['././b//*.json', 'b', 'a.json', undefined],
    ['b/*/', 'b', 'c/a.json', 'a.json'],
    ['//b/*.json', '//b', 'a.json', undefined],
  ] as const)
    it(`is the folder that is searched and what is wanted there: ${glob}`, () => {
      const read = readGlob(glob);
      assert.equal(read?.base, base);
      assert.equal(read?.file(file), true, file);
      if (other !== undefined) assert.equal(read?.file(other), false, other);
    });

  for (const name of ['a.json', 'b/a.json', '', '!*.json'])
    it(`is not ${JSON.stringify(name)}`, () => assert.equal(readGlob(name), undefined));

  for (const [glob, folder, isWanted] of [
    ['*.json', 'a', false],
    ['*/*.json', 'a', true],
    ['*/*.json', 'a/b', false],
    ['a*/b/*.json', 'a1', true],
    ['a*/b/*.json', 'b', false],
    ['a*/b/*.json', 'a1/c', false],
    ['*/b/**', 'a/b/c/d', true],
    ['*/b/**', 'a/c', false],
    ['**', 'a/b', true],
    ['{a/b,c}/*.json', 'a/b', true],
  ] as const)
    it(`${isWanted ? 'leads' : 'does not lead'} into ${folder} where it is ${glob}`, () =>
      assert.equal(readGlob(glob)?.folder(folder), isWanted));
});

describe('A call with a glob', function () {
  this.timeout(60_000);

  it(
    'leaves out what git ignores, as a folder does',
    inFolder({ '.git/HEAD': '', '.gitignore': 'made/\n', 'made/a.json': GOOD, 'b.json': GOOD }, (folder) => {
      assert.deepEqual(checked(folder, '**/*.json'), ['b.json']);
      const { code, err } = run(folder, ['check', 'made/*.json']);
      assert.equal(code, 2);
      assert.match(err, /made\/\*\.json: \.gitignore ignores everything in it/);
    }),
  );

  it(
    'leaves out node_modules, and finds what begins with a dot',
    inFolder({ 'node_modules/a/a.json': GOOD, '.b/.a.json': GOOD }, (folder) =>
      assert.deepEqual(checked(folder, '**/*.json'), ['.b/.a.json']),
    ),
  );

  it(
    'names the files like the glob, without a dot in front',
    inFolder({ 'a/b/c.json': GOOD, 'd/e.json': GOOD }, (folder) => {
      assert.deepEqual(checked(folder, './a/**/*.json'), ['a/b/c.json']);
      assert.deepEqual(checked(join(folder, 'd'), '../a/*/*.json'), ['../a/b/c.json']);
    }),
  );

  it(
    'finds a folder whose name has a line break',
    inFolder({}, (folder) => {
      mkdirSync(join(folder, 'a\nb'));
      writeFileSync(join(folder, 'a\nb', 'c.json'), GOOD);
      assert.deepEqual(checked(folder, '*/*.json'), ['a\nb/c.json']);
    }),
  );

  it(
    'says which folder cannot be read',
    inFolder({ 'shut/a.json': GOOD, 'b.json': GOOD }, (folder) => {
      chmodSync(join(folder, 'shut'), 0);
      const { code, err } = run(folder, ['check', '**/*.json']);
      chmodSync(join(folder, 'shut'), 0o755);
      // root may read everything.
      if (process.getuid?.() === 0) assert.equal(code, 0);
      else assert.match(err, /shut: cannot be read: permission denied/);
    }),
  );

  for (const glob of ['*.yaml', 'missing/*.json', 'b.json/*.json', '[z-a]'])
    it(
      `fails if it matches nothing: ${glob}`,
      inFolder({ 'b.json': GOOD }, (folder) => {
        const { code, err } = run(folder, ['check', glob]);
        assert.equal(code, 2);
        assert.ok(err.startsWith(`server-status: ${glob}: matches no file\n`), err);
      }),
    );
});
