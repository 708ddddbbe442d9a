import assert from 'node:assert/strict';
import { BAD, ENV, GOOD, inFolder, run, WARNING } from './helpers';

/** The paths that the JSON format tells of. */
const paths = (out: string) => JSON.parse(out).files.map(({ path }: { path: string }) => path);

/** A server in Base64 with more brackets than a parser that calls itself can go into. */
const TOO_DEEP = JSON.stringify({
  body: Buffer.from(BAD.replace('{', `{"metadata": ${'['.repeat(9000)}${']'.repeat(9000)},`)).toString(
    'base64',
  ),
});

/** A server whose judgement a bug ends, and the bug. */
const PLANTED = '{"server": {"OS-EXT-STS:vm_state": "paused", "OS-EXT-STS:task_state": "migrating"}}';
const PLANT = `
  const { get } = Map.prototype;
  Map.prototype.get = function (key) {
    if (key === 'migrating\\npaused') throw new Error('a planted bug');
    return get.call(this, key);
  };`;

/** Files that a bug in the reader hits, at once or where it looks for what cannot be parsed, and the bug. */
const UNREADABLE = {
  'a.json': BAD.replace('{', '{"name": "planted",'),
  'a.yaml': `server: ${BAD.replace('{', '{"name": "planted",')}`,
  'late.json': '["vm_state planted late"]',
};
const PLANT_IN_READER = `
  const { test } = RegExp.prototype;
  RegExp.prototype.test = function (text) {
    const isLate = this.source.startsWith('vm[-_. ]') && /planted late/.exec(text);
    if (isLate || /"planted"/.exec(text)) throw new Error('a planted bug');
    return test.call(this, text);
  };`;

describe('server-status check', () => {
  it(
    'exits with 0 where nothing is wrong',
    inFolder({ 'a.json': GOOD }, (folder) => {
      assert.equal(run(folder, ['check', 'a.json']).code, 0);
    }),
  );

  it(
    'prints nothing on standard output where nothing is wrong',
    inFolder({ 'a.json': GOOD }, (folder) => {
      assert.equal(run(folder, ['check', 'a.json']).out, '');
    }),
  );

  it(
    'exits with 1 at an error',
    inFolder({ 'a.json': BAD }, (folder) => {
      assert.equal(run(folder, ['check', 'a.json']).code, 1);
    }),
  );

  it(
    'exits with 0 at a warning',
    inFolder({ 'a.json': WARNING }, (folder) => {
      assert.equal(run(folder, ['check', 'a.json']).code, 0);
    }),
  );

  it(
    'exits with 1 at more warnings than are allowed',
    inFolder({ 'a.json': WARNING }, (folder) => {
      const codes = ['0', '1'].map((n) => run(folder, ['check', 'a.json', '--max-warnings', n]).code);
      assert.deepEqual(codes, [1, 0]);
    }),
  );

  it(
    'prints a finding as file, line and column on one line',
    inFolder({ 'a.json': `\n${BAD}` }, (folder) => {
      const { out } = run(folder, ['check', 'a.json']);
      assert.match(out, /^a\.json:2:76: error status-mismatch: .*\n$/);
    }),
  );

  it(
    'searches the folder that it is called in',
    inFolder({ 'a.json': BAD, 'b/c.yaml': GOOD }, (folder) => {
      assert.deepEqual(paths(run(folder, ['check', '--format', 'json']).out).sort(), ['a.json', 'b/c.yaml']);
    }),
  );

  it(
    'searches a folder for all six endings of JSON and YAML',
    inFolder(
      Object.fromEntries(
        ['json', 'jsonc', 'jsonl', 'ndjson', 'yaml', 'yml', 'txt', 'json.tpl'].map((end) => [
          `f/a.${end}`,
          GOOD,
        ]),
      ),
      (folder) => {
        assert.deepEqual(paths(run(folder, ['check', 'f', '--format', 'json']).out).sort(), [
          'f/a.json',
          'f/a.jsonc',
          'f/a.jsonl',
          'f/a.ndjson',
          'f/a.yaml',
          'f/a.yml',
        ]);
      },
    ),
  );

  it(
    'leaves out node_modules and .git',
    inFolder(
      { 'a.json': GOOD, 'node_modules/x/a.json': BAD, 'b/node_modules/a.json': BAD, '.git/a.json': BAD },
      (folder) => {
        assert.deepEqual(paths(run(folder, ['check', '.', '--format', 'json']).out), ['a.json']);
      },
    ),
  );

  it(
    'leaves out what .gitignore files leave out',
    inFolder(
      {
        '.gitignore': 'made/\n*.tmp.json\n',
        'a.json': GOOD,
        'made/b.json': BAD,
        'c.tmp.json': BAD,
        'd/.gitignore': '/e.json\n!keep.tmp.json\n',
        'd/e.json': BAD,
        'd/f/e.json': GOOD,
        'd/keep.tmp.json': GOOD,
        // Git never looks into a folder that it leaves out.
        'made/.gitignore': '!b.json\n',
      },
      (folder) => {
        assert.deepEqual(paths(run(folder, ['check', '.', '--format', 'json']).out).sort(), [
          'a.json',
          'd/f/e.json',
          'd/keep.tmp.json',
        ]);
      },
    ),
  );

  it(
    'leaves out what the .gitignore of the repository above leaves out',
    inFolder(
      { '.git/HEAD': 'x', '.gitignore': 'd/made\n', 'd/a.json': GOOD, 'd/made/b.json': BAD },
      (folder) => {
        assert.deepEqual(paths(run(folder, ['check', 'd', '--format', 'json']).out), ['d/a.json']);
      },
    ),
  );

  it(
    'takes globs',
    inFolder({ 'a.json': GOOD, 'b.json': GOOD, 'c/d.json': GOOD }, (folder) => {
      const { out } = run(folder, ['check', '**/[ad].json', '--format', 'json']);
      assert.deepEqual(paths(out), ['a.json', 'c/d.json']);
    }),
  );

  it(
    'checks a file once that is named twice',
    inFolder({ 'a.json': BAD }, (folder) => {
      const { out } = run(folder, ['check', 'a.json', '.', '--format', 'json']);
      assert.equal(JSON.parse(out).summary.errors, 1);
    }),
  );

  it(
    'reads standard input',
    inFolder({}, (folder) => {
      const { code, out } = run(folder, ['check', '-', '--format', 'json'], BAD);
      assert.deepEqual([code, JSON.parse(out).summary.errors], [1, 1]);
    }),
  );

  it(
    'reads standard input as the file that it would be',
    inFolder({}, (folder) => {
      const yaml = 'OS-EXT-STS:vm_state: active\nstatus: ERROR\n';
      const { out } = run(folder, ['check', '-', '--stdin-filename', 'x/y.yml', '--format', 'json'], yaml);
      assert.deepEqual([paths(out), JSON.parse(out).summary.errors], [['x/y.yml'], 1]);
    }),
  );

  it(
    'holds the servers to the cloud that is chosen',
    inFolder(
      {
        'a.json':
          '{"OS-EXT-STS:vm_state": "active", "OS-EXT-STS:task_state": "resize_prep", "status": "RESIZE"}',
      },
      (folder) => {
        const { out } = run(folder, ['check', 'a.json', '--cloud', 'huaweicloud', '--format', 'json']);
        const [{ rule, severity, cloud }] = JSON.parse(out).files[0].findings;
        assert.deepEqual([rule, severity, cloud], ['unlisted-combination', 'warning', 'huaweicloud']);
      },
    ),
  );

  it(
    'gives rules the severities that are asked for',
    inFolder({ 'a.json': BAD, 'b.json': WARNING }, (folder) => {
      const args = ['--rule', 'status-mismatch=hint', '--rule', 'null-as-text=error', '--format', 'json'];
      const { code, out } = run(folder, ['check', ...args]);
      const { errors, hints } = JSON.parse(out).summary;
      assert.deepEqual([code, errors, hints], [1, 1, 1]);
    }),
  );

  it(
    'prints errors alone when it is to be quiet',
    inFolder({ 'a.json': BAD, 'b.json': WARNING }, (folder) => {
      const { out } = run(folder, ['check', '--quiet']);
      assert.match(out, /^a\.json:[^\n]*\n$/);
    }),
  );

  it(
    'writes to a file instead of standard output',
    inFolder({ 'a.json': BAD }, (folder) => {
      const first = run(folder, ['check', 'a.json', '--format', 'json', '--output', 'report.txt']);
      const second = run(folder, ['check', 'report.txt', '--format', 'json']);
      assert.deepEqual([first.code, first.out, second.code], [1, '', 0]);
    }),
  );

  it(
    'explains on standard error what it takes for a server, what not, and the cloud',
    inFolder({ 'a.json': BAD, 'b.yaml': 'server:\n  status: UNKNOWN\n' }, (folder) => {
      const { out, err } = run(folder, ['check', '--explain', '--format', 'json']);
      assert.equal(JSON.parse(out).summary.servers, 1);
      assert.match(err, /^a\.json:\d+:\d+: server: active \+ null, ERROR; checked against OpenStack Nova: /m);
      assert.match(err, /^b\.yaml:2:3: skipped: it has a status, but no vm_state/m);
    }),
  );

  it(
    'writes no colours into a pipe',
    inFolder({ 'a.json': BAD }, (folder) => {
      assert.ok(!run(folder, ['check', 'a.json']).out.includes('\u001b'));
    }),
  );

  it(
    'checks a server in Base64 however deep it nests',
    inFolder({ 'a.json': TOO_DEEP, 'b.json': BAD }, (folder) => {
      const { code, out } = run(folder, ['check', '--format', 'json', '--explain']);
      assert.deepEqual([code, paths(out)], [1, ['a.json', 'b.json']]);
    }),
  );

  it(
    'says where a file cannot be parsed, and how much was checked around that',
    inFolder({ 'a.yaml': `server: ${BAD}\ttab: 1\n`, 'b.json': '{ broken', 'c.json': GOOD }, (folder) => {
      const { code, err } = run(folder, ['check', '.']);
      assert.deepEqual(err.match(/.*cannot be parsed.*/g), [
        'server-status: a.yaml:2: cannot be parsed here; 1 server checked around it',
      ]);
      assert.equal(code, 1);
    }),
  );

  it(
    'takes of a glob what a folder is searched for, unless it names an ending',
    inFolder({ 'a/b.json': BAD, 'a/c.png': 'PNG\0', 'a/d.tpl': BAD, 'e/f.png': 'PNG\0' }, (folder) => {
      const check = (...names: string[]) => {
        const { code, out } = run(folder, ['check', ...names, '--format', 'json']);
        return [code, ...paths(out)];
      };
      assert.deepEqual(check('a/**'), [1, 'a/b.json']);
      assert.deepEqual(check('a/*.tpl'), [1, 'a/d.tpl']);
      assert.deepEqual(check('e/*'), [0]);
      assert.deepEqual(check('e/*.png'), [0]);
      assert.deepEqual(check('e/f.png'), [2, 'e/f.png']);
    }),
  );

  it(
    'only notes a file that is no UTF-8 and says nothing of servers',
    inFolder(
      {
        'a.json': Buffer.from('{"label": "caf\xe9"}', 'latin1'),
        'b.json': Buffer.from('"\xe9 vm_state"', 'latin1'),
      },
      (folder) => {
        const { code, err } = run(folder, ['check', 'a.json']);
        assert.match(err, /^server-status: a\.json: is not UTF-8 text and has no vm_state or task_state/m);
        assert.deepEqual([code, run(folder, ['check', 'b.json']).code], [0, 2]);
      },
    ),
  );

  it(
    'says of a report of its own that it is one',
    inFolder({ 'a.json': BAD }, (folder) => {
      const { out } = run(folder, ['check', 'a.json', '--format', 'json']);
      const { code, err } = run(folder, ['check', '-', '--explain'], out);
      assert.equal(code, 0);
      assert.match(err, /^stdin\.json: a report from server-status check;/m);
    }),
  );

  it(
    'names a server that it cannot check, and goes on with the others',
    inFolder({ 'a.json': PLANTED, 'b.json': BAD, 'plant.cjs': PLANT }, (folder) => {
      const env = { ...ENV, NODE_OPTIONS: '--require ./plant.cjs' };
      const { code, out, err } = run(folder, ['check'], '', env);
      assert.match(out, /^b\.json:[^\n]* status-mismatch: /m);
      assert.match(err, /^server-status: a\.json:1: this server could not be checked: /m);
      assert.doesNotMatch(err, /^ +at /m);
      assert.equal(code, 2);
    }),
  );

  it(
    'names a file that its reader fails at, and prints the findings of the others',
    inFolder({ ...UNREADABLE, 'b.json': BAD, 'c.yaml': BAD, 'plant.cjs': PLANT_IN_READER }, (folder) => {
      const env = { ...ENV, NODE_OPTIONS: '--require ./plant.cjs' };
      const { code, out, err } = run(folder, ['check'], '', env);
      assert.deepEqual(out.match(/^[^:]+(?=:\d+:\d+: error status-mismatch: )/gm), ['b.json', 'c.yaml']);
      for (const name of Object.keys(UNREADABLE))
        assert.ok(err.includes(`server-status: ${name}: could not be checked: a planted bug\n`), err);
      assert.doesNotMatch(err, /^ +at /m);
      assert.equal(code, 2);
    }),
  );
});
