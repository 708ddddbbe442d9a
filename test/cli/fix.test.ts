import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  linkSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { FileError } from '../../src/cli/read-text';
import { replaceFile } from '../../src/cli/replace-file';
import { inEnglish } from '../../src/words';
import { BAD, CLI, copyCommandLine, ENV, folderWith, GOOD, inFolder, run, WARNING } from './helpers';

/** What {@link BAD} is once it is fixed. */
const FIXED = GOOD;
const MISSPELT = `# server-status-disable-next-line status-mismatc\nstatus: ERROR\nOS-EXT-STS:vm_state: active\nOS-EXT-STS:task_state: null\n`;
const BROKEN = `[${BAD}`;
/** An error that nothing fixes without asking, since other servers could have the value too. */
const SHARED = 'a: &a\n  OS-EXT-STS:vm_state: active\n  status: ERROR\n';
const LATIN = Buffer.from('"\xe9 vm_state"', 'latin1');

const read = (folder: string, file: string) => readFileSync(join(folder, file), 'utf8');
const counts = (err: string) => err.split('\n').find((line) => line.includes('fixed in'));

describe('server-status check --fix', () => {
  it(
    'writes what is right into the files',
    inFolder(
      { 'a.json': BAD, 'b/c.yaml': 'OS-EXT-STS:vm_state: actve # kept\nstatus: ACTIVE\n' },
      (folder) => {
        run(folder, ['check', '--fix']);
        assert.deepEqual(
          [read(folder, 'a.json'), read(folder, 'b/c.yaml')],
          [FIXED, 'OS-EXT-STS:vm_state: active # kept\nstatus: ACTIVE\n'],
        );
      },
    ),
  );

  it(
    'says how many findings are fixed in how many files, and exits with 0 where no error is left',
    inFolder({ 'a.json': BAD, 'b.json': `[${BAD}, ${WARNING}]`, 'c.json': GOOD }, (folder) => {
      const { code, out, err } = run(folder, ['check', '--fix']);
      assert.deepEqual([code, out, counts(err)], [0, '', '3 findings fixed in 2 files']);
    }),
  );

  it(
    'reports what is left, and exits with 1 where that is an error',
    inFolder({ 'a.json': BAD, 'b.yaml': SHARED }, (folder) => {
      const { code, out } = run(folder, ['check', '--fix']);
      assert.equal(code, 1);
      assert.match(out, /^b\.yaml:3:11: error status-mismatch: [^\n]*\n$/);
    }),
  );

  it(
    'reports what is left as JSON too, with its places in the text as it is now',
    inFolder({ 'a.json': `[${BAD}, ${BAD.replace('"ERROR"', '7')}]` }, (folder) => {
      const { out } = run(folder, ['check', '--fix', '--format', 'json']);
      const [{ findings }] = JSON.parse(out).files;
      const { start, end } = findings[0].range;
      assert.deepEqual(
        [findings.length, findings[0].rule, read(folder, 'a.json').slice(start.offset, end.offset)],
        [1, 'wrong-type', '7'],
      );
    }),
  );

  it(
    'finds nothing more to do the second time',
    inFolder({ 'a.json': BAD }, (folder) => {
      run(folder, ['check', '--fix']);
      const before = statSync(join(folder, 'a.json'));
      const { err } = run(folder, ['check', '--fix']);
      const after = statSync(join(folder, 'a.json'));
      assert.deepEqual(
        [counts(err), after.ino, after.mtimeMs],
        ['0 findings fixed in 0 files', before.ino, before.mtimeMs],
      );
    }),
  );

  for (const [what, text] of [
    ['a byte order mark', `\uFEFF${BAD}`],
    ['line ends of CR LF', `[\r\n${BAD.trimEnd()}\r\n]\r\n`],
    ['line ends of CR', `[\r${BAD.trimEnd()}\r]\r`],
    ['an end without a line break', BAD.trimEnd()],
    ['odd spaces and characters', `{\t"näme\u2028": "😀",  "x":${BAD} }\n\n \n`],
  ] as const) {
    it(
      `keeps ${what}`,
      inFolder({ 'a.json': text }, (folder) => {
        run(folder, ['check', '--fix']);
        assert.equal(read(folder, 'a.json'), text.replace('"ERROR"', '"ACTIVE"'));
      }),
    );
  }

  for (const mode of [0o600, 0o664, 0o755]) {
    it(
      `keeps the mode ${mode.toString(8)}`,
      inFolder({ 'a.json': BAD }, (folder) => {
        chmodSync(join(folder, 'a.json'), mode);
        run(folder, ['check', '--fix']);
        assert.deepEqual(
          [read(folder, 'a.json'), statSync(join(folder, 'a.json')).mode & 0o777],
          [FIXED, mode],
        );
      }),
    );
  }

  it(
    'leaves no other file behind',
    inFolder({ 'a.json': BAD }, (folder) => {
      run(folder, ['check', '--fix']);
      assert.deepEqual(readdirSync(folder), ['a.json']);
    }),
  );

  it(
    'changes what a symbolic link leads to, and the link stays one',
    inFolder({ 'real/a.json': BAD, 'links/x': '' }, (folder) => {
      symlinkSync('../real/a.json', join(folder, 'links/a.json'));
      const { err } = run(folder, ['check', 'links/a.json', '--fix']);
      assert.deepEqual(
        [readlinkSync(join(folder, 'links/a.json')), read(folder, 'real/a.json'), counts(err)],
        ['../real/a.json', FIXED, '1 finding fixed in 1 file'],
      );
      assert.ok(lstatSync(join(folder, 'real/a.json')).isFile());
    }),
  );

  it(
    'fixes a file once that has two names',
    inFolder({ 'a.json': BAD }, (folder) => {
      symlinkSync('a.json', join(folder, 'b.json'));
      const { code, err } = run(folder, ['check', 'b.json', 'a.json', '--fix']);
      assert.deepEqual([code, counts(err)], [0, '1 finding fixed in 1 file']);
    }),
  );

  it(
    'fixes a file once that has two names of equal rank',
    inFolder({ 'a.json': BAD }, (folder) => {
      linkSync(join(folder, 'a.json'), join(folder, 'b.json'));
      // Git writes new files, so each needs its own change.
      const { out } = run(folder, ['check', 'b.json', 'a.json', '--dry-run']);
      assert.equal(out.match(/^--- /gm)?.length, 2);
      const { code, err } = run(folder, ['check', 'b.json', 'a.json', '--fix']);
      assert.deepEqual([code, counts(err)], [0, '1 finding fixed in 1 file']);
    }),
  );

  it(
    'fixes a file under the name whose rules find something',
    inFolder(
      {
        'a/x.json': BAD,
        'b/y.json': GOOD,
        '.serverstatus.json':
          '{ "overrides": [{ "files": ["a/**"], "rules": { "status-mismatch": "off" } }] }',
      },
      (folder) => {
        linkSync(join(folder, 'a/x.json'), join(folder, 'b/x.json'));
        const { err } = run(folder, ['check', '--fix', '.']);
        assert.deepEqual([read(folder, 'a/x.json'), counts(err)], [FIXED, '1 finding fixed in 1 file']);
      },
    ),
  );

  it(
    'leaves a file as it is that cannot be parsed to its end, says so and reports its findings',
    inFolder({ 'a.json': BROKEN, 'b.json': BAD }, (folder) => {
      const { code, out, err } = run(folder, ['check', '--fix']);
      assert.deepEqual([code, read(folder, 'a.json'), read(folder, 'b.json')], [1, BROKEN, FIXED]);
      assert.match(out, /^a\.json:1:77: error status-mismatch: [^\n]*\n$/);
      assert.match(err, /a\.json: cannot be parsed/);
    }),
  );

  it(
    'leaves a file as it is that cannot be read, and fixes the others',
    inFolder({ 'a.json': LATIN, 'b.json': BAD }, (folder) => {
      const { code } = run(folder, ['check', '--fix']);
      assert.deepEqual(
        [code, readFileSync(join(folder, 'a.json')), read(folder, 'b.json')],
        [2, LATIN, FIXED],
      );
    }),
  );

  it(
    'fixes by the cloud and the rules that are asked for',
    inFolder({ 'a.json': `[${BAD}, ${WARNING}]` }, (folder) => {
      run(folder, ['check', '--fix', '--rule', 'status-mismatch=off']);
      assert.equal(read(folder, 'a.json'), `[${BAD}, ${WARNING.replace('"None"', 'null')}]`);
    }),
  );
});

describe('server-status check --fix, where a file cannot be written', () => {
  /** Runs the command line as somebody to whom permissions matter, which they do not to the superuser. */
  function runAsAnybody(folder: string, args: readonly string[]) {
    copyCommandLine(join(folder, 'cli.mjs'));
    const anybody = process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : {};
    chmodSync(folder, 0o755);
    return spawnSync(process.execPath, ['cli.mjs', ...args], {
      cwd: folder,
      env: ENV,
      encoding: 'utf8',
      ...anybody,
    });
  }

  for (const [what, protect] of [
    ['a file that is read-only', (folder: string) => chmodSync(join(folder, 'f/a.json'), 0o444)],
    ['a folder that is read-only', (folder: string) => chmodSync(join(folder, 'f'), 0o555)],
  ] as const) {
    it(
      `names ${what}, leaves it as it is and exits with 2`,
      inFolder({ 'f/a.json': BAD }, (folder) => {
        chmodSync(join(folder, 'f'), 0o777);
        chmodSync(join(folder, 'f/a.json'), 0o666);
        protect(folder);
        const { status, stdout, stderr } = runAsAnybody(folder, ['check', 'f', '--fix']);
        chmodSync(join(folder, 'f'), 0o777);
        assert.match(stderr, /f\/a\.json: cannot be written: permission denied\n/);
        assert.match(stdout, /^f\/a\.json:1:76: error/);
        assert.deepEqual([status, counts(stderr)], [2, '0 findings fixed in 0 files']);
        assert.deepEqual([readdirSync(join(folder, 'f')), read(folder, 'f/a.json')], [['a.json'], BAD]);
      }),
    );
  }

  it(
    'loses nothing and leaves nothing behind where the disk takes no more',
    inFolder({ 'a.json': BAD }, (folder) => {
      // No file may become larger than nothing; pipes may.
      const script = 'ulimit -f 0; exec "$0" "$@"';
      const args = ['-c', script, process.execPath, CLI, 'check', 'a.json', '--fix'];
      const { status, stderr } = spawnSync('/bin/sh', args, { cwd: folder, env: ENV, encoding: 'utf8' });
      assert.match(stderr, /a\.json: cannot be written: /);
      assert.deepEqual([status, readdirSync(folder), read(folder, 'a.json')], [2, ['a.json'], BAD]);
    }),
  );

  for (const [what, change] of [
    ['has changed since it was read', (path: string) => writeFileSync(path, `${BAD}\n`)],
    ['is gone since it was read', (path: string) => rmSync(path)],
    [
      'is a folder by now',
      (path: string) => {
        rmSync(path);
        mkdirSync(path);
      },
    ],
  ] as const) {
    it(`leaves a file alone that ${what}`, async () => {
      const folder = folderWith({ 'a.json': BAD });
      try {
        change(join(folder, 'a.json'));
        const before = snapshot(folder);
        await assert.rejects(replaceFile(inEnglish, join(folder, 'a.json'), BAD, FIXED), FileError);
        assert.deepEqual(snapshot(folder), before);
      } finally {
        rmSync(folder, { recursive: true, force: true });
      }
    });
  }
});

/** What a folder holds: the text of each file, null for a folder. */
function snapshot(folder: string): (readonly [string, string | null])[] {
  return readdirSync(folder, { withFileTypes: true }).map(
    (entry) => [entry.name, entry.isFile() ? read(folder, entry.name) : null] as const,
  );
}

describe('server-status check --dry-run', () => {
  it(
    'prints nothing but a diff, writes nothing, and exits as after the fix',
    inFolder({ 'a.json': BAD }, (folder) => {
      const { code, out, err } = run(folder, ['check', '--dry-run']);
      const lines = ['--- a/a.json', '+++ b/a.json', '@@ -1,1 +1,1 @@', `-${BAD}+${FIXED}`];
      assert.deepEqual([code, out, read(folder, 'a.json')], [0, lines.join('\n'), BAD]);
      assert.equal(counts(err), '1 finding would be fixed in 1 file');
    }),
  );

  it(
    'exits with 1 where an error would be left',
    inFolder({ 'a.json': BAD, 'b.yaml': SHARED }, (folder) => {
      const { code, out } = run(folder, ['check', '--dry-run', '--fix']);
      assert.deepEqual([code, out.includes('b.yaml')], [1, false]);
    }),
  );

  it(
    'prints nothing where there is nothing to fix',
    inFolder({ 'a.json': GOOD, 'b.yaml': SHARED }, (folder) => {
      assert.equal(run(folder, ['check', '--dry-run']).out, '');
    }),
  );

  it(
    'prints the findings that would be left to the file that is asked for',
    inFolder({ 'a.json': `[${BAD}, ${BAD.replace('"ERROR"', '7')}]` }, (folder) => {
      const { out } = run(folder, [
        'check',
        'a.json',
        '--dry-run',
        '--format',
        'json',
        '--output',
        'left.txt',
      ]);
      assert.match(out, /^--- a\/a\.json\n/);
      assert.equal(JSON.parse(read(folder, 'left.txt')).files[0].findings.length, 1);
    }),
  );

  it(
    'gives a diff that git takes and that does what --fix does, byte for byte',
    inFolder({}, (folder) => {
      const server = BAD.trimEnd();
      const files: Readonly<Record<string, string>> = {
        'plain.json': BAD,
        'mark.json': `\uFEFF${BAD}`,
        'crlf.json': `[\r\n${server},\r\n{},\r\n${server}\r\n]\r\n`,
        'cr.json': `[\r${server}\r]\r`,
        'no-end.json': server,
        'far.json': `[${`${server},\n${'\n'.repeat(9)}`.repeat(5)}{}]`,
        'near.json': `[${`${server},\n${'\n'.repeat(6)}`.repeat(5)}{}]\n`,
        'block.yaml': 'OS-EXT-STS:vm_state: active\nOS-EXT-STS:task_state: |\n  None\nstatus: ACTIVE\n',
        'a folder/with blanks.json': BAD,
        'ünicode "quoted".json': BAD,
        'other.txt': 'left alone',
      };
      const wet = join(folder, 'wet');
      const dry = join(folder, 'dry');
      for (const [path, text] of Object.entries(files)) {
        mkdirSync(join(wet, path, '..'), { recursive: true });
        writeFileSync(join(wet, path), text);
      }
      symlinkSync('plain.json', join(wet, 'link.json'));
      cpSync(wet, dry, { recursive: true, verbatimSymlinks: true });

      run(wet, ['check', '--fix']);
      const { out } = run(dry, ['check', '--dry-run']);
      for (const [path, text] of Object.entries(files)) assert.equal(read(dry, path), text);
      spawnSync('git', ['init', '--quiet'], { cwd: dry });
      const applied = spawnSync('git', ['apply', '-'], { cwd: dry, input: out, encoding: 'utf8' });
      assert.deepEqual([applied.status, applied.stderr], [0, '']);
      for (const path of Object.keys(files)) {
        assert.deepEqual(readFileSync(join(dry, path)), readFileSync(join(wet, path)), path);
        assert.equal(read(wet, path) === files[path], path === 'other.txt', `${path} is changed`);
      }
    }),
  );
});

describe('server-status check - --fix', () => {
  const YAML = 'OS-EXT-STS:vm_state: actve # kept\r\nstatus: ACTIVE';

  it(
    'prints the fixed text on standard output and nothing else there',
    inFolder({}, (folder) => {
      const { code, out, err } = run(folder, ['check', '-', '--stdin-filename', 'a.yaml', '--fix'], YAML);
      assert.deepEqual([code, out], [0, YAML.replace('actve', 'active')]);
      assert.equal(counts(err), '1 finding fixed in 1 file');
    }),
  );

  it(
    'prints the text as it is where the config ignores its name',
    inFolder({ '.serverstatus.json': '{"ignore": ["out/**"]}' }, (folder) => {
      for (const option of ['--fix', '--fix-directives']) {
        const call = ['check', '-', '--stdin-filename', 'out/a.yaml', option];
        const { code, out, err } = run(folder, call, `\uFEFF${YAML}`);
        assert.deepEqual([code, out], [0, `\uFEFF${YAML}`]);
        assert.match(err, /^server-status: out\/a\.yaml: skipped, because \.serverstatus\.json ignores it$/m);
      }
    }),
  );

  it(
    'prints the findings that are left on standard error',
    inFolder({}, (folder) => {
      const text = `${BAD.trimEnd().slice(0, -1)}, "OS-EXT-STS:power_state": true}`;
      const { out, err } = run(folder, ['check', '-', '--stdin-filename', 'a.json', '--fix'], text);
      assert.equal(out, text.replace('"ERROR"', '"ACTIVE"'));
      assert.match(err, /^a\.json:1:\d+: warning wrong-type: /);
    }),
  );

  it(
    'prints the findings that are left to the file that is asked for',
    inFolder({}, (folder) => {
      const args = ['check', '-', '--fix', '--format', 'json', '--output', 'left.json'];
      const { out } = run(folder, args, BAD);
      assert.deepEqual([out, JSON.parse(read(folder, 'left.json')).summary.errors], [FIXED, 0]);
    }),
  );

  for (const [what, text] of [
    ['that is right', GOOD],
    ['that is empty', ''],
    ['that is broken', BROKEN],
    ['with a byte order mark', `\uFEFF${GOOD}`],
  ] as const) {
    it(
      `prints a text as it came ${what}`,
      inFolder({}, (folder) => {
        assert.equal(run(folder, ['check', '-', '--fix'], text).out, text);
      }),
    );
  }

  it(
    'prints nothing of what is no text, and exits with 2',
    inFolder({}, (folder) => {
      const { code, out } = run(folder, ['check', '-', '--fix'], LATIN);
      assert.deepEqual([code, out], [2, '']);
    }),
  );

  it(
    'prints a diff instead where it is a dry run',
    inFolder({}, (folder) => {
      const { out } = run(folder, ['check', '-', '--stdin-filename', './x/a.json', '--dry-run'], BAD);
      assert.ok(out.startsWith('--- a/x/a.json\n+++ b/x/a.json\n@@ -1,1 +1,1 @@\n-'), out);
    }),
  );

  it(
    'keeps the two names of a file with a hard link',
    inFolder({ 'a.json': BAD }, (folder) => {
      linkSync(join(folder, 'a.json'), join(folder, 'b.json'));
      run(folder, ['check', '--fix', 'a.json']);
      assert.equal(
        readFileSync(join(folder, 'b.json'), 'utf8'),
        readFileSync(join(folder, 'a.json'), 'utf8'),
      );
      assert.notEqual(readFileSync(join(folder, 'b.json'), 'utf8'), BAD);
    }),
  );

  it(
    'follows a link to a folder below, whatever its name begins with',
    inFolder({ '..data/a.json': BAD }, (folder) => {
      symlinkSync(join(folder, '..data'), join(folder, 'linked'));
      run(folder, ['check', '--fix', 'linked/*.json']);
      assert.notEqual(readFileSync(join(folder, '..data/a.json'), 'utf8'), BAD);
    }),
  );

  it(
    'follows a link that nobody named nowhere, whoever looks for files',
    inFolder({ 'out/a.json': BAD, 'in/b.json': GOOD }, (folder) => {
      symlinkSync(join(folder, 'out'), join(folder, 'in/linked'));
      symlinkSync(join(folder, 'out/a.json'), join(folder, 'in/c.json'));
      for (const name of ['.', '**/*.json']) {
        const { err } = run(join(folder, 'in'), ['check', '--fix', name]);
        assert.equal(readFileSync(join(folder, 'out/a.json'), 'utf8'), BAD);
        assert.match(err, /c\.json: is a link that you did not name, so it was not fixed/);
        assert.doesNotMatch(err, /linked/);
        // A diff with a path out of the folder is of no use to git, with all that is in it.
        const { out } = run(join(folder, 'in'), ['check', '--dry-run', name]);
        assert.equal(out, '');
      }
    }),
  );

  it(
    'does not write its findings over a file that it reads',
    inFolder({ 'a.json': BAD }, (folder) => {
      const { code, err } = run(folder, ['check', '--output', './a.json', 'a.json']);
      assert.equal(code, 2);
      assert.match(err, /--output \.\/a\.json is one of the files to check\./);
      linkSync(join(folder, 'a.json'), join(folder, 'out'));
      assert.equal(run(folder, ['check', '--output', 'out', 'a.json']).code, 2);
      assert.equal(readFileSync(join(folder, 'a.json'), 'utf8'), BAD);
    }),
  );

  it(
    'corrects comments with --fix-directives alone',
    inFolder({ 'a.yaml': MISSPELT }, (folder) => {
      run(folder, ['check', '--fix']);
      assert.equal(readFileSync(join(folder, 'a.yaml'), 'utf8'), MISSPELT);
      run(folder, ['check', '--fix-directives']);
      assert.equal(readFileSync(join(folder, 'a.yaml'), 'utf8'), MISSPELT.replace('mismatc', 'mismatch'));
    }),
  );
});
