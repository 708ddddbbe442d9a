import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { FORMAT_NAMES } from '../../src/cli/format';
import { ENDINGS } from '../../src/fixture';
import { BAD, copyCommandLine, ENV, GOOD, inFolder, WARNING } from './helpers';

const onPosix = process.platform === 'win32' ? it.skip : it;

/** Runs a script as GitHub's runner does for `shell: bash`. */
function bash(folder: string, script: string, env: NodeJS.ProcessEnv = {}) {
  const { status, stdout, stderr } = spawnSync(
    'bash',
    ['--noprofile', '--norc', '-eo', 'pipefail', '-c', script],
    {
      cwd: folder,
      env: { ...ENV, ...env },
      encoding: 'utf8',
    },
  );
  return { code: status, out: stdout, err: stderr };
}

describe('action.yml', () => {
  const { inputs, runs } = parse(readFileSync('action.yml', 'utf8'));

  /** Runs the action's steps, with its inputs filled in as the runner does. */
  function act(folder: string, given: Readonly<Record<string, string>>) {
    const inputOf = (name: string) => given[name] ?? inputs[name].default;
    let last = { code: 0 as number | null, out: '', err: '' };
    for (const { run, env = {} } of runs.steps) {
      const filled = Object.entries<string>(env).map(([key, value]) => [
        key,
        value.replace(/\$\{\{ inputs\.(\w+) \}\}/g, (_, name) => inputOf(name)),
      ]);
      last = bash(folder, run, { ...Object.fromEntries(filled), GITHUB_ACTION_PATH: process.cwd() });
    }
    return last;
  }

  onPosix(
    'prints annotations for the folder that it runs in',
    inFolder({ 'a.json': BAD, 'b.json': GOOD }, (folder) => {
      const { code, out } = act(folder, {});
      assert.equal(code, 1);
      assert.match(out, /^::error file=a\.json,[^\n]+\n$/);
    }),
  );

  onPosix(
    'takes each line as one path or option, whatever stands in it',
    inFolder({ 'a b/$(exit 3)".json': WARNING, 'c.json': BAD }, (folder) => {
      const { code, out } = act(folder, {
        paths: 'a b/$(exit 3)".json\n',
        args: '--max-warnings\n0\n',
        format: 'text',
      });
      assert.equal(code, 1);
      assert.match(out, /^a b\/\$\(exit 3\)"\.json:1:\d+: warning null-as-text: [^\n]+\n$/);
    }),
  );

  it('puts no input into a script', () => {
    for (const { run } of runs.steps) assert.doesNotMatch(run, /\$\{\{/);
  });
});

describe('.pre-commit-hooks.yaml', () => {
  const [hook] = parse(readFileSync('.pre-commit-hooks.yaml', 'utf8'));
  const { bin, scripts } = JSON.parse(readFileSync('package.json', 'utf8'));

  it('calls the command that package.json has', () => {
    assert.ok(Object.hasOwn(bin, hook.entry.split(' ')[0]));
    assert.ok(scripts.prepack);
  });

  it('takes the files that a folder is searched for', () => {
    const endings = [...ENDINGS.values()].flat();
    assert.equal(hook.files, `\\.(${endings.join('|')})$`);
  });
});

describe('docs/ci.md', () => {
  const page = readFileSync('docs/ci.md', 'utf8');
  const blocks = [...page.matchAll(/^```(yaml|sh)\n(.*?)^```$/gms)].map(([, language, text = '']) => ({
    language,
    text,
  }));

  /** The lines of the page that call the copy beside the fixtures. */
  const calls = blocks.flatMap(({ text }) => text.match(/node tools\/server-status\.mjs .*/g) ?? []);

  it('has every format', () => {
    assert.deepEqual(
      FORMAT_NAMES.filter((name) => !page.includes(`| \`${name}\` |`)),
      [],
    );
  });

  it('names the formats that docs/cli.md names, which are all', () => {
    const row = /^\| `--format NAME` \|.*$/m.exec(readFileSync('docs/cli.md', 'utf8'))?.[0] ?? '';
    assert.deepEqual(
      [...row.matchAll(/`(\w+)`/g)].map(([, name]) => name),
      FORMAT_NAMES,
    );
  });

  it('has YAML that can be read', () => {
    for (const { language, text } of blocks) if (language === 'yaml') assert.ok(parse(text));
  });

  for (const call of calls) {
    onPosix(
      `has a call that works: ${call}`,
      inFolder({ 'test/fixtures/a.json': BAD }, (folder) => {
        copyCommandLine(join(folder, 'tools/server-status.mjs'));
        const { code, out, err } = bash(folder, call);
        assert.equal(code, 1, err);
        const output = / --output (\S+)/.exec(call)?.[1];
        const report = output === undefined ? out : readFileSync(join(folder, output), 'utf8');
        assert.match(report, /status-mismatch/);
      }),
    );
  }

  it('has such calls', () => assert.equal(calls.length, 4));
});
