import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { parse } from 'yaml';

const read = (file: string) => readFileSync(file, 'utf8');

const manifest = JSON.parse(read('package.json'));

interface Step {
  readonly uses?: string;
  readonly run?: string;
  readonly env?: Readonly<Record<string, string>>;
}

interface Workflow {
  readonly jobs: Readonly<Record<string, { readonly steps: readonly Step[]; readonly strategy?: Strategy }>>;
}

interface Strategy {
  readonly matrix: { readonly os?: readonly string[]; readonly node: readonly number[] };
}

describe('A release', () => {
  it('has one version, in package.json, the lockfile, the changelog and the pages that name a package', () => {
    const { version } = manifest;
    const lock = JSON.parse(read('package-lock.json'));
    assert.deepEqual([lock.version, lock.packages[''].version], [version, version]);
    const [newest] = [...read('CHANGELOG.md').matchAll(/^## (\d\S*) — (\d{4}-\d{2}-\d{2})$/gm)];
    assert.equal(newest?.[1], version);
    for (const page of ['README.md', 'docs/cli.md', 'docs/zh-cn/README.md', 'docs/zh-cn/cli.md']) {
      const named = [...read(page).matchAll(/server-status-(\d[\w.-]*)\.(?:vsix|tgz)/g)];
      assert.ok(named.length > 0, page);
      assert.deepEqual([...new Set(named.map(([, one]) => one))], [version], page);
    }
  });

  it('has a changelog with the newest version first, each once', () => {
    const dates = [...read('CHANGELOG.md').matchAll(/^## (\S+)(?: — (\S+))?$/gm)].map(
      ([, name, date]) => date ?? name,
    );
    assert.deepEqual(dates, [...new Set(dates)].sort().reverse());
  });
});

describe('The workflows', () => {
  const workflows = readdirSync('.github/workflows').map((name) => `.github/workflows/${name}`);
  const stepsIn = (file: string) =>
    Object.values((parse(read(file)) as Workflow).jobs).flatMap(({ steps }) => steps);

  it('run scripts and files that there are', () => {
    const commands = workflows.flatMap((file) => stepsIn(file).flatMap(({ run }) => run?.split('\n') ?? []));
    const scripts = commands.flatMap((command) => /^npm run (\S+)/.exec(command)?.[1] ?? []);
    assert.ok(scripts.includes('package'));
    assert.deepEqual(
      scripts.filter((name) => !(name in manifest.scripts)),
      [],
    );
    const files = commands.flatMap((command) => /^node (\S+\.mjs)/.exec(command)?.[1] ?? []);
    assert.deepEqual(
      files.filter((file) => !existsSync(file)),
      [],
    );
  });

  it('test on three systems, from the oldest Node that is promised', () => {
    const { all, core } = (parse(read('.github/workflows/ci.yml')) as Workflow).jobs;
    const oldest = Number(/\d+/.exec(manifest.engines.node)?.[0]);
    assert.deepEqual(all?.strategy?.matrix.node, [oldest, 22, 24]);
    assert.deepEqual(core?.strategy?.matrix, {
      os: ['macos-latest', 'windows-latest'],
      node: [oldest, 22, 24],
    });
  });

  it('take actions by their major version and secrets from the environment alone', () => {
    for (const file of workflows) {
      for (const { uses, run, env } of stepsIn(file)) {
        if (uses !== undefined) assert.match(uses, /^actions\/[\w-]+@v\d+$/);
        assert.doesNotMatch(run ?? '', /\$\{\{/, 'an expression in a command can be code');
        for (const value of Object.values(env ?? {})) assert.match(value, /^\$\{\{ secrets\.[A-Z_]+ \}\}$/);
      }
    }
  });
});

describe('The issue forms', () => {
  const forms = readdirSync('.github/ISSUE_TEMPLATE').filter((name) => name !== 'config.yml');

  for (const name of forms) {
    it(`ask for what the file was taken for: ${name}`, () => {
      const text = read(`.github/ISSUE_TEMPLATE/${name}`);
      const { body } = parse(text) as {
        body: readonly { id?: string; attributes: { description?: string } }[];
      };
      const asked = body.find(({ id }) => id === 'explanation')?.attributes.description ?? '';
      const title = JSON.parse(read('package.nls.json'))['command.explainFile'];
      assert.ok(asked.includes(`"Server Status: ${title}"`), asked);
      assert.ok(asked.includes('server-status check --explain'), asked);
    });
  }
});
