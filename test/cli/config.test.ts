import assert from 'node:assert/strict';
import { BAD, GOOD, inFolder, run } from './helpers';

const OFF = '{ "rules": { "status-mismatch": "off" } }';
const FROZEN = '{"OS-EXT-STS:vm_state": "active", "OS-EXT-STS:task_state": "freezing", "status": "FROZEN"}\n';
const MYCLOUD = `{ "clouds": { "mycloud": { "extends": "openstack", "title": "My cloud", "statuses": {"FROZEN": ""},
  "rows": [ {"vmState": "active", "taskState": "freezing", "status": "FROZEN"} ] } } }`;

/** The rules that speak in each file, by path. */
function rulesBy(out: string): Record<string, string[]> {
  const files: { path: string; findings: { rule: string }[] }[] = JSON.parse(out).files;
  return Object.fromEntries(files.map(({ path, findings }) => [path, findings.map(({ rule }) => rule)]));
}

const check = (folder: string, ...args: string[]) => run(folder, ['check', ...args, '--format', 'json']);

describe('The config file of the command line', () => {
  it(
    'is the nearest one upwards of each file',
    inFolder(
      {
        '.git/HEAD': '',
        '.serverstatus.json': OFF,
        'a.json': BAD,
        'deep/er/b.json': BAD,
        'own/.serverstatus.json': '{}',
        'own/c.json': BAD,
      },
      (folder) => {
        assert.deepEqual(rulesBy(check(folder).out), {
          'a.json': [],
          'deep/er/b.json': [],
          'own/c.json': ['status-mismatch'],
        });
      },
    ),
  );

  it(
    'is not looked for above the first folder that holds .git',
    inFolder(
      { '.serverstatus.json': OFF, 'repo/.git': 'gitdir: elsewhere', 'repo/sub/a.json': BAD },
      (folder) => {
        assert.deepEqual(rulesBy(check(folder, 'repo').out), { 'repo/sub/a.json': ['status-mismatch'] });
      },
    ),
  );

  it(
    'may stand beside .git',
    inFolder({ '.git/HEAD': '', '.serverstatus.json': OFF, 'a.json': BAD }, (folder) => {
      assert.equal(check(folder, 'a.json').code, 0);
    }),
  );

  it(
    'holds for standard input by the name that this is given',
    inFolder({ 'sub/.serverstatus.json': OFF }, (folder) => {
      const codes = ['sub/a.json', 'a.json'].map(
        (name) => run(folder, ['check', '-', '--stdin-filename', name], BAD).code,
      );
      assert.deepEqual(codes, [0, 1]);
    }),
  );

  it(
    'can be named, and is then the only one',
    inFolder({ 'ci/strict.json': '{}', '.serverstatus.json': OFF, 'a.json': BAD }, (folder) => {
      assert.deepEqual(
        [check(folder, 'a.json').code, check(folder, 'a.json', '--config', 'ci/strict.json').code],
        [0, 1],
      );
    }),
  );

  it(
    'that is named has its globs from its own folder',
    inFolder({ 'ci/config.json': '{"ignore": ["a.json"]}', 'a.json': BAD, 'ci/a.json': BAD }, (folder) => {
      const { out } = check(folder, 'a.json', 'ci/a.json', '--config', 'ci/config.json');
      assert.deepEqual(Object.keys(rulesBy(out)), ['a.json']);
    }),
  );

  it(
    'that is named reaches the files beside its folder with a glob for every folder',
    inFolder(
      {
        'ci/config.json': '{"overrides": [{"files": ["**"], "rules": {"status-mismatch": "off"}}]}',
        'a.json': BAD,
        'b/c.json': BAD,
      },
      (folder) => {
        assert.equal(check(folder, '.', '--config', 'ci/config.json').code, 0);
      },
    ),
  );

  it(
    'can be left unread',
    inFolder({ '.serverstatus.json': '{"broken', 'a.json': BAD }, (folder) => {
      assert.equal(check(folder, 'a.json', '--no-config').code, 1);
    }),
  );

  it(
    'is no fixture of the folder that it stands in',
    inFolder({ '.serverstatus.json': '{}', 'a.json': GOOD }, (folder) => {
      assert.equal(JSON.parse(check(folder).out).summary.files, 1);
    }),
  );
});

describe('A broken config file', () => {
  it(
    'ends the run with exit code 2 and a line with file, line and column for every mistake',
    inFolder(
      {
        'sub/.serverstatus.json': '{\n  "cloud": "azure",\n  "rulse": {}\n}',
        'sub/a.json': BAD,
        'b.json': BAD,
      },
      (folder) => {
        const { code, out, err } = check(folder);
        assert.deepEqual([code, out], [2, '']);
        const [first, second, ...more] = err.trimEnd().split('\n');
        assert.match(first ?? '', /^sub\/\.serverstatus\.json:2:12: Unknown cloud "azure"\./);
        assert.match(second ?? '', /^sub\/\.serverstatus\.json:3:3: .* Did you mean "rules"\?$/);
        assert.deepEqual(more, []);
      },
    ),
  );

  it(
    'is told once, however many files it holds for',
    inFolder({ '.serverstatus.json': '{', 'a.json': BAD, 'b/c.json': BAD, 'b/d/e.json': BAD }, (folder) => {
      assert.equal(check(folder).err, '.serverstatus.json:1:2: A closing brace } is missing.\n');
    }),
  );

  for (const [what, content, told] of [
    [
      'no UTF-8',
      Buffer.from([0x22, 0xe9, 0x22]),
      /^\.serverstatus\.json:1:1: The config is not UTF-8 text\.\n$/,
    ],
    ['empty', '', /^\.serverstatus\.json:1:1: The config is empty/],
  ] as const) {
    it(
      `may be one that is ${what}`,
      inFolder({ '.serverstatus.json': content, 'a.json': GOOD }, (folder) => {
        const { code, err } = check(folder, 'a.json');
        assert.equal(code, 2);
        assert.match(err, told);
      }),
    );
  }

  it(
    'ends lookup and clouds as well',
    inFolder({ '.serverstatus.json': '[]' }, (folder) => {
      for (const args of [['lookup', 'ACTIVE'], ['clouds']]) {
        const { code, out, err } = run(folder, args);
        assert.deepEqual([code, out, err.startsWith('.serverstatus.json:1:1: ')], [2, '', true]);
      }
    }),
  );

  it(
    'is not one that does not exist: that is a wrong call',
    inFolder({ 'a.json': GOOD }, (folder) => {
      const { code, err } = check(folder, 'a.json', '--config', 'no.json');
      assert.deepEqual([code, err], [2, 'server-status: --config no.json does not exist.\n']);
    }),
  );

  it(
    'is not one that is named and unwanted: that is a wrong call',
    inFolder({ 'c.json': '{}', 'a.json': GOOD }, (folder) => {
      const { code, err } = check(folder, 'a.json', '--config', 'c.json', '--no-config');
      assert.deepEqual([code, err], [2, 'server-status: --config and --no-config cannot be combined.\n']);
    }),
  );
});

describe('What a config file says', () => {
  const files = {
    '.serverstatus.json': '{ "ignore": ["**/negative/**"] }',
    'a.json': GOOD,
    'negative/b.json': BAD,
  };

  it(
    'leaves files out of a folder without a word',
    inFolder(files, (folder) => {
      const { code, out, err } = run(folder, ['check']);
      assert.deepEqual([code, out, err.includes('negative')], [0, '', false]);
    }),
  );

  it(
    'leaves a file out that is named, and says so, which is no failure',
    inFolder(files, (folder) => {
      const { code, out, err } = check(folder, 'negative/b.json');
      assert.deepEqual([code, JSON.parse(out).files], [0, []]);
      assert.equal(err, 'server-status: negative/b.json: skipped, because .serverstatus.json ignores it\n');
    }),
  );

  it(
    'goes before --cloud, unless it is auto',
    inFolder(
      {
        'a.json': '{"OS-EXT-STS:vm_state": "shelved", "OS-EXT-STS:task_state": null, "status": "SHELVED"}',
        '.serverstatus.json': '{ "cloud": "openstack" }',
        'b/.serverstatus.json': '{ "cloud": "auto" }',
        'b/a.json': '{"OS-EXT-STS:vm_state": "shelved", "OS-EXT-STS:task_state": null, "status": "SHELVED"}',
      },
      (folder) => {
        const { out } = check(folder, '--cloud', 'ecs-classic');
        const told = rulesBy(out);
        assert.deepEqual(told, { 'a.json': [], 'b/a.json': ['unknown-vm-state'] });
      },
    ),
  );

  it(
    'gives way to --rule',
    inFolder({ '.serverstatus.json': OFF, 'a.json': BAD }, (folder) => {
      assert.equal(check(folder, 'a.json', '--rule', 'status-mismatch=error').code, 1);
    }),
  );

  it(
    'differs from folder to folder by its overrides',
    inFolder(
      {
        '.serverstatus.json':
          '{ "overrides": [ { "files": ["b/**"], "rules": { "status-mismatch": "off" } } ] }',
        'a.json': BAD,
        'b/a.json': BAD,
      },
      (folder) => {
        assert.deepEqual(rulesBy(check(folder).out), { 'a.json': ['status-mismatch'], 'b/a.json': [] });
        assert.deepEqual(rulesBy(run(`${folder}/b`, ['check', '--format', 'json']).out), { 'a.json': [] });
      },
    ),
  );
});

describe('An own cloud on the command line', () => {
  it(
    'can be named with --cloud',
    inFolder({ '.serverstatus.json': MYCLOUD, 'a.json': FROZEN }, (folder) => {
      const codes = [[], ['--cloud', 'mycloud']].map((args) => check(folder, 'a.json', ...args).code);
      assert.deepEqual(codes, [1, 0]);
    }),
  );

  it(
    'can be named only where the config of the file defines it',
    inFolder({ 'sub/.serverstatus.json': MYCLOUD, 'sub/a.json': FROZEN, 'b.json': FROZEN }, (folder) => {
      const { code, out, err } = check(folder, '--cloud', 'mycloud');
      assert.deepEqual([code, out], [2, '']);
      assert.match(err, /^server-status: Unknown cloud mycloud\. Known: auto, openstack, [^\n]*\n$/);
    }),
  );

  it(
    'is looked up like the others',
    inFolder({ '.serverstatus.json': MYCLOUD }, (folder) => {
      const pair = ['lookup', '--vm-state', 'active', '--task-state', 'freezing', '--format', 'json'];
      const { out } = run(folder, [...pair, '--cloud', 'mycloud']);
      assert.equal(JSON.parse(out).results[0].status, 'FROZEN');
      assert.equal(run(folder, [...pair, '--cloud', 'mycloud', '--no-config']).code, 2);
    }),
  );

  it(
    'may have values that nobody explained',
    inFolder({ '.serverstatus.json': MYCLOUD }, (folder) => {
      const { out } = run(folder, ['lookup', 'freezing']);
      assert.equal(out, 'freezing\n  mycloud, task_state\n    active + freezing\n');
    }),
  );

  it(
    'stands in the list of clouds',
    inFolder({ 'ci/c.json': MYCLOUD }, (folder) => {
      const listed = (...args: string[]) =>
        JSON.parse(run(folder, ['clouds', '--format', 'json', ...args]).out).clouds.map(
          ({ id }: { id: string }) => id,
        );
      assert.deepEqual(
        [listed().includes('mycloud'), listed('--config', 'ci/c.json').at(-1)],
        [false, 'mycloud'],
      );
    }),
  );
});
