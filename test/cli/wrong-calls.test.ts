import assert from 'node:assert/strict';
import { BAD, GOOD, inFolder, run, runBefore } from './helpers';

/** Calls that cannot be carried out, and a word that the one line about them holds. */
const CALLS: readonly [string, readonly string[], string][] = [
  ['no command that there is', ['chekc'], 'chekc'],
  ['an option that is not there', ['check', '--colour'], '--colour'],
  ['a short option that is not there', ['check', '-x'], '-x'],
  ['a cloud that is not there', ['check', '--cloud', 'azure'], 'azure'],
  ['an option without its value', ['check', '--cloud'], '--cloud'],
  ['a rule that is not there', ['check', '--rule', 'status=off'], 'status'],
  ['a rule without a severity', ['check', '--rule', 'status-mismatch'], 'status-mismatch'],
  ['a severity that is not there', ['check', '--rule', 'status-mismatch=fatal'], 'fatal'],
  ['a rule with two severities', ['check', '--rule', 'status-mismatch=off=warning'], 'off=warning'],
  ['a format that is not there', ['check', '--format', 'xml'], 'xml'],
  ['a number of warnings that is none', ['check', '--max-warnings', 'few'], 'few'],
  ['a negative number of warnings', ['check', '--max-warnings=-1'], '-1'],
  ['standard input to fix, and files', ['check', '-', 'a.json', '--fix'], '--fix'],
  ['standard input to fix, with JSON beside it', ['check', '-', '--fix', '--format', 'json'], '--output'],
  ['a dry run with JSON beside it', ['check', 'a.json', '--dry-run', '--format', 'json'], '--output'],
  [
    'a file for the output that cannot be',
    ['check', 'a.json', '--output', 'no/such/folder/x'],
    'no/such/folder/x',
  ],
  [
    'a file for the output that cannot be, before anything is fixed',
    ['check', 'a.json', '--fix', '--output', 'no/such/folder/x'],
    'no/such/folder/x',
  ],
  ['a baseline that is not there', ['check', '--baseline', 'no.json'], 'no.json'],
  [
    'a baseline to read and one to write',
    ['check', '--baseline', 'x', '--write-baseline', 'y'],
    '--write-baseline',
  ],
  ['a baseline where nothing is to be written', ['check', '--dry-run', '--write-baseline', 'x'], '--dry-run'],
  ['a baseline that is a fixture', ['check', 'a.json', '--write-baseline', 'a.json'], 'a.json'],
  ['a baseline that cannot be', ['check', '--write-baseline', 'no/such/folder/x'], 'no/such/folder/x'],
  ['a baseline that is the output', ['check', '--write-baseline', 'x', '--output', './x'], '--output'],
  ['lookup without a value', ['lookup'], 'lookup'],
  ['lookup with two values', ['lookup', 'ACTIVE', 'ERROR'], 'lookup'],
  ['lookup with a value and a pair', ['lookup', 'ACTIVE', '--vm-state', 'active'], 'lookup'],
  ['lookup in a cloud that is not there', ['lookup', 'ACTIVE', '--cloud', 'azure'], 'azure'],
  ['clouds with a value', ['clouds', 'huaweicloud'], 'clouds'],
  ['clouds in a format that is not there', ['clouds', '--format', 'yaml'], 'yaml'],
  ['map with a value', ['map', 'huaweicloud'], '--cloud'],
  ['map of a cloud that is not there', ['map', '--cloud', 'azure'], 'azure'],
  ['map of a cloud that is only a choice', ['map', '--cloud', 'auto'], 'auto'],
  ['map in a format that is not there', ['map', '--format', 'png'], 'png'],
  ['map into a file that cannot be', ['map', '--output', 'no/such/folder/x'], 'no/such/folder/x'],
];

const oneLine = (err: string) => err.trimEnd().split('\n').length === 1;

describe('a wrong call of server-status', () => {
  const runsOf = runBefore(
    { 'a.json': GOOD },
    CALLS.map(([, args]) => [{ args }]),
  );

  for (const [i, [what, , word]] of CALLS.entries()) {
    it(`is told in one line, with exit code 2: ${what}`, () => {
      const { code, out, err } = runsOf(i)[0] ?? assert.fail('It was not run');
      assert.deepEqual(
        { code, out, oneLine: oneLine(err), told: err.includes(word) },
        { code: 2, out: '', oneLine: true, told: true },
        err,
      );
    });
  }

  it(
    'has no stack trace',
    inFolder({}, (folder) => {
      assert.doesNotMatch(run(folder, ['check', '--cloud', 'azure']).err, /\n\s+at /);
    }),
  );

  it(
    'without any command shows the help on standard error',
    inFolder({}, (folder) => {
      const { code, out, err } = run(folder, []);
      assert.deepEqual([code, out, err.includes('lookup')], [2, '', true]);
    }),
  );

  it(
    'is not the call for help',
    inFolder({}, (folder) => {
      const { code, out } = run(folder, ['--help']);
      assert.deepEqual([code, out.includes('check'), out.includes('--cloud')], [0, true, true]);
    }),
  );
});

/** Things that stand where a file should, each beside a file with an error. */
const UNREADABLE: readonly [string, Record<string, string | Buffer>, string, RegExp][] = [
  ['a path that does not exist', {}, 'missing.json', /missing\.json.*exist/],
  ['a glob that finds nothing', {}, 'missing/**/*.json', /missing.*/],
  ['a binary file', { 'bin.json': Buffer.from([0x7b, 0, 1, 2]) }, 'bin.json', /bin\.json.*binary/],
  [
    'a file that is no UTF-8',
    { 'latin.json': Buffer.from('"\xe9 vm_state"', 'latin1') },
    'latin.json',
    /latin\.json.*UTF-8/,
  ],
];

describe('a file that server-status cannot read', () => {
  for (const [what, files, name, told] of UNREADABLE) {
    it(
      `costs one line on standard error and exit code 2: ${what}`,
      inFolder({ 'a.json': BAD, ...files }, (folder) => {
        const { code, err } = run(folder, ['check', name, 'a.json', '--format', 'json']);
        assert.deepEqual([code, oneLine(err), told.test(err)], [2, true, true], err);
      }),
    );

    it(
      `leaves the other files checked: ${what}`,
      inFolder({ 'a.json': BAD, ...files }, (folder) => {
        const { out } = run(folder, ['check', name, 'a.json', '--format', 'json']);
        assert.equal(JSON.parse(out).summary.errors, 1);
      }),
    );
  }

  it(
    'is told as skipped with the reason',
    inFolder({ 'bin.json': Buffer.from([0]) }, (folder) => {
      const { out } = run(folder, ['check', 'bin.json', '--format', 'json']);
      const { files, summary } = JSON.parse(out);
      assert.deepEqual([summary.skipped, files[0].path, typeof files[0].skipped], [1, 'bin.json', 'string']);
    }),
  );

  it(
    'is passed over where it is binary and only a folder holds it',
    inFolder({ 'a.json': BAD, 'bin.json': Buffer.from([0]) }, (folder) => {
      const { code, out } = run(folder, ['check', '.', '--format', 'json']);
      assert.deepEqual([code, JSON.parse(out).summary.errors, JSON.parse(out).summary.files], [1, 1, 1]);
    }),
  );

  it(
    'is not one that is broken: it is checked as far as it can be read',
    inFolder({ 'a.json': `[${BAD}, {"OS-EXT-` }, (folder) => {
      const { code, out } = run(folder, ['check', 'a.json', '--format', 'json']);
      assert.deepEqual([code, JSON.parse(out).summary.errors], [1, 1]);
    }),
  );
});
