import assert from 'node:assert/strict';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { baselineOf, leaveOut } from '../../src/cli/baseline';
import { readBaseline } from '../../src/service/config';
import { inEnglish } from '../../src/words';
import { checkedFile, skippedFile } from './format/helpers';
import { BAD, GOOD, inFolder, run, WARNING } from './helpers';

const server = (name: string, status: string) =>
  `  {\n    "name": "${name}",\n    "OS-EXT-STS:vm_state": "active",\n    "status": "${status}"\n  }`;
const reordered = (name: string, status: string) =>
  `{ "status": "${status}", "OS-EXT-STS:vm_state": "active", "id": 7, "name": "${name}" }`;
const list = (...servers: string[]) => `[\n${servers.join(',\n')}\n]\n`;

const BEFORE = list(server('web', 'ERROR'), server('db', 'REBOOT'), server('ok', 'ACTIVE'));

/** What a baseline of one text leaves of another, as rules and names, and its counts. */
async function compare(before: string, after: string, path = 'a.json') {
  const text = baselineOf('baseline.json', [checkedFile('a.json', before)]);
  const { baseline, problems } = readBaseline(inEnglish, text);
  assert.deepEqual(problems, []);
  const { files, known, gone } = await leaveOut('baseline.json', baseline, [checkedFile(path, after)]);
  return { left: files.flatMap(({ findings }) => findings.map(({ server }) => server.status)), known, gone };
}

describe('A baseline', () => {
  it('leaves nothing of what it was made from', async () => {
    assert.deepEqual(await compare(BEFORE, BEFORE), { left: [], known: 2, gone: 0 });
  });

  it('knows servers that have moved, and whose keys have another order', async () => {
    const after = `\n\n${list(reordered('ok', 'ACTIVE'), reordered('db', 'REBOOT'), reordered('web', 'ERROR'))}`;
    assert.deepEqual(await compare(BEFORE, after), { left: [], known: 2, gone: 0 });
  });

  it('knows the same server in another notation', async () => {
    const yaml = '- name: web\n  OS-EXT-STS:vm_state: active\n  status: ERROR\n';
    const text = baselineOf('baseline.json', [checkedFile('a.yaml', yaml)]);
    const flow = checkedFile('a.yaml', '[{status: ERROR, OS-EXT-STS:vm_state: active, name: web}]');
    const { known } = await leaveOut('baseline.json', readBaseline(inEnglish, text).baseline, [flow]);
    assert.equal(known, 1);
  });

  it('leaves the one new finding where a server has moved and another is broken', async () => {
    const after = list(server('ok', 'PAUSED'), server('db', 'REBOOT'), server('web', 'ERROR'));
    assert.deepEqual(await compare(BEFORE, after), { left: ['PAUSED'], known: 2, gone: 0 });
  });

  it('counts servers that are alike', async () => {
    const [one, two, three] = [1, 2, 3].map((n) => list(...Array(n).fill(server('web', 'ERROR'))));
    assert.deepEqual(await compare(two ?? '', three ?? ''), { left: ['ERROR'], known: 2, gone: 0 });
    assert.deepEqual(await compare(two ?? '', one ?? ''), { left: [], known: 1, gone: 1 });
  });

  it('knows a finding by its values: a server that is wrong in another way is new', async () => {
    const after = BEFORE.replace('"ERROR"', '"PAUSED"');
    assert.deepEqual(await compare(BEFORE, after), { left: ['PAUSED'], known: 1, gone: 1 });
  });

  it('knows a comment that silences nothing by its words', async () => {
    const idle = (above: string) => `${above}# server-status-disable-next-line\na: 1\n`;
    const text = baselineOf('baseline.json', [checkedFile('a.yaml', idle(''))]);
    const { baseline } = readBaseline(inEnglish, text);
    assert.equal((await leaveOut('baseline.json', baseline, [checkedFile('a.yaml', idle('\n\n'))])).known, 1);
  });

  it('does not speak for a file of another name', async () => {
    assert.deepEqual(await compare(BEFORE, BEFORE, 'b.json'), {
      left: ['ERROR', 'REBOOT'],
      known: 0,
      gone: 2,
    });
  });

  it('does not miss what a file that was skipped may hold still', async () => {
    const { baseline } = readBaseline(
      inEnglish,
      baselineOf('baseline.json', [checkedFile('a.json', BEFORE)]),
    );
    const { gone } = await leaveOut('baseline.json', baseline, [skippedFile('a.json', 'is a folder')]);
    assert.equal(gone, 0);
  });

  it('is sorted, a finding a line, with paths from its own folder', () => {
    const files = [checkedFile('x/b.json', BAD), checkedFile('x/a.json', `[${BAD},${WARNING}]`)];
    const text = baselineOf('x/y/baseline.json', files);
    const { version, files: byPath } = JSON.parse(text);
    assert.deepEqual([version, Object.keys(byPath)], [1, ['../a.json', '../b.json']]);
    assert.equal(text, baselineOf('x/y/baseline.json', files.toReversed()));
    assert.match(text, /^ {6}"null-as-text [0-9a-f]{32}": 1,\n {6}"status-mismatch [0-9a-f]{32}": 1$/m);
  });

  for (const [what, text, place] of [
    ['nothing', '', 0],
    ['no JSON', '{ "version": 1, ', 16],
    ['a list', '[]', 0],
    ['another version', '{ "version": 2, "files": {} }', 13],
    ['no version', '{ "files": {} }', 0],
    ['no files', '{ "version": 1 }', 0],
    ['another key', '{ "version": 1, "files": {}, "file": {} }', 29],
    ['a list of files', '{ "version": 1, "files": [] }', 25],
    ['a text for a count', '{ "version": 1, "files": { "a": { "b": "1" } } }', 39],
    ['a count of none', '{ "version": 1, "files": { "a": { "b": 0 } } }', 39],
  ] as const) {
    it(`has its mistake told with its place: ${what}`, () => {
      const { problems } = readBaseline(inEnglish, text);
      assert.deepEqual(
        problems.map(({ span }) => span.start),
        [place],
      );
    });
  }
});

describe('check --baseline', function () {
  this.timeout(20_000);

  it(
    'reports one new finding, of a baseline that was written, a server moved and another broken',
    inFolder({ 'f/a.json': BEFORE, 'f/b.json': GOOD }, (folder) => {
      const written = run(folder, ['check', 'f', '--write-baseline', 'f/baseline.json']);
      assert.deepEqual([written.code, written.out], [0, '']);
      assert.match(written.err, /^server-status: 2 findings written to f\/baseline\.json$/m);

      writeFileSync(join(folder, 'f/a.json'), `\n${list(server('ok', 'PAUSED'), reordered('web', 'ERROR'))}`);
      const { code, out, err } = run(folder, ['check', 'f', '--baseline', 'f/baseline.json']);
      assert.equal(code, 1);
      assert.match(out, /^f\/a\.json:6:15: error status-mismatch: [^\n]+\n$/);
      assert.match(err, /^server-status: 1 finding left out, because f\/baseline\.json lists them$/m);
      assert.match(err, /^server-status: no longer found: 1 finding in f\/baseline\.json; /m);
      assert.match(err, /^1 error, 0 warnings,/m);
    }),
  );

  it(
    'counts no warnings that the baseline lists',
    inFolder({ 'a.json': WARNING, 'b.json': BAD }, (folder) => {
      run(folder, ['check', '--write-baseline', 'baseline.json']);
      const { code } = run(folder, ['check', '--baseline', 'baseline.json', '--max-warnings', '0']);
      assert.equal(code, 0);
    }),
  );

  it(
    'misses nothing in files that the run does not look at, but in files that are gone',
    inFolder({ 'a.json': BAD, 'b.json': BAD, 'c.json': GOOD }, (folder) => {
      run(folder, ['check', '--write-baseline', 'baseline.json']);
      const call = ['check', 'c.json', '--baseline', 'baseline.json'];
      assert.doesNotMatch(run(folder, call).err, /no longer found/);
      rmSync(join(folder, 'b.json'));
      assert.match(run(folder, call).err, /no longer found: 1 finding in/);
    }),
  );

  it(
    'fixes what can be fixed, listed or not',
    inFolder({ 'a.json': BAD }, (folder) => {
      run(folder, ['check', '--write-baseline', 'baseline.json']);
      const { code } = run(folder, ['check', '--fix', '--baseline', 'baseline.json']);
      assert.deepEqual([code, readFileSync(join(folder, 'a.json'), 'utf8')], [0, GOOD]);
    }),
  );

  it(
    'says where a baseline is broken, and checks nothing',
    inFolder({ 'a.json': BAD, 'baseline.json': '{\n  "version": 2\n}' }, (folder) => {
      const { code, out, err } = run(folder, ['check', '--baseline', 'baseline.json']);
      assert.deepEqual([code, out], [2, '']);
      assert.match(
        err,
        /^baseline\.json:2:14: This version of server-status reads only baselines of version 1\.$/m,
      );
    }),
  );

  it(
    'writes nothing where the call is wrong',
    inFolder({ 'a.json': BAD }, (folder) => {
      const { code } = run(folder, ['check', '--write-baseline', 'baseline.json', '--dry-run']);
      assert.deepEqual([code, existsSync(join(folder, 'baseline.json'))], [2, false]);
    }),
  );

  it(
    'does not take the baseline for a fixture, even if it is named',
    inFolder({ 'a.json': BAD }, (folder) => {
      run(folder, ['check', '--write-baseline', 'baseline.json']);
      const { code, err } = run(folder, [
        'check',
        'a.json',
        './baseline.json',
        '--baseline',
        'baseline.json',
      ]);
      assert.equal(code, 0);
      assert.match(err, /1 server in 1 file$/m);
    }),
  );

  it(
    'does not write over a fixture, and does over a baseline and an empty file',
    inFolder({ 'a.json': BAD, 'c.json': '' }, (folder) => {
      const codes = ['a.json', 'b.json', 'b.json', 'c.json'].map(
        (file) => run(folder, ['check', '--write-baseline', file]).code,
      );
      assert.deepEqual([codes, readFileSync(join(folder, 'a.json'), 'utf8')], [[2, 0, 0, 0], BAD]);
    }),
  );
});
