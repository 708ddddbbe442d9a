import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { BAD, ENV, folderWith, GOOD } from './helpers';

const TARBALL = join(process.cwd(), 'out', 'tarball', 'server-status.tgz');

const IS_WINDOWS = process.platform === 'win32';

/** Runs a program of npm's, and gives what it prints and how it ends. */
function call(folder: string, command: string, ...args: string[]): { code: number; out: string } {
  try {
    const out = execFileSync(command, args, {
      cwd: folder,
      env: ENV,
      encoding: 'utf8',
      stdio: 'pipe',
      shell: IS_WINDOWS && command.startsWith('np'),
    });
    return { code: 0, out };
  } catch (error) {
    const { status, stdout, stderr } = error as { status: number; stdout: string; stderr: string };
    return { code: status, out: stdout + stderr };
  }
}

/** The library's example in the package's README. */
function example(): string {
  return /```js\n([^`]*)```/.exec(readFileSync('docs/npm.md', 'utf8'))?.[1] ?? '';
}

describe('The tarball of the command line', function () {
  this.timeout(120_000);
  let folder: string;

  before(() => {
    execFileSync(process.execPath, ['scripts/package.mjs', '--no-build', TARBALL], { stdio: 'pipe' });
    folder = folderWith({ 'package.json': '{ "private": true }', 'good.json': GOOD, 'bad.json': BAD });
    const { code, out } = call(folder, 'npm', 'install', '--offline', '--no-audit', '--no-fund', TARBALL);
    assert.equal(code, 0, out);
  });

  after(() => rmSync(folder, { recursive: true, force: true }));

  it('brings nothing else along, and runs nothing when it is installed', () => {
    const installed = readdirSync(join(folder, 'node_modules')).filter((name) => !name.startsWith('.'));
    assert.deepEqual(installed, ['server-status']);
    const inside = join(folder, 'node_modules/server-status');
    const files = readdirSync(inside, { recursive: true, encoding: 'utf8' }).map((file) =>
      file.replaceAll('\\', '/'),
    );
    const shipped =
      /^(?:LICENSE|README\.md|package\.json|dist(?:\/(?:(?:cli|index)\.js|cli(?:\/[\w.-]+\.[cm]js)?))?|types(?:\/.*)?)$/;
    assert.deepEqual(
      files.filter((file) => !shipped.test(file)),
      [],
    );
    const manifest = JSON.parse(readFileSync(join(inside, 'package.json'), 'utf8'));
    for (const key of ['scripts', 'dependencies', 'devDependencies', 'private'])
      assert.ok(!(key in manifest), key);
    assert.equal(manifest.version, JSON.parse(readFileSync('package.json', 'utf8')).version);
  });

  it('has a command that checks, in both languages', () => {
    const english = call(folder, 'npx', '--offline', 'server-status', 'check', 'bad.json');
    assert.equal(english.code, 1);
    assert.match(english.out, /bad\.json:1:.*Status "ERROR" does not follow from "active" \+ null/);
    // npx takes longer than the check.
    const own = join(folder, 'node_modules/server-status/dist/cli.js');
    assert.equal(call(folder, process.execPath, own, 'check', 'good.json').code, 0);
    const chinese = call(folder, process.execPath, own, 'check', '--lang', 'zh-cn', 'bad.json');
    assert.match(chinese.out, /status "ERROR"/i);
    assert.match(chinese.out, /[\u4e00-\u9fff]/);
  });

  it('has a library that does what its README says', () => {
    writeFileSync(join(folder, 'example.mjs'), example());
    const { code, out } = call(folder, process.execPath, 'example.mjs');
    assert.equal(code, 0, out);
    assert.match(out, /^status-mismatch .*REBOOT.* \[ 'REBOOT' \]\nREBOOT\n\[/);
    assert.match(out, /\{ vmState: 'active', taskState: 'rebooting' \}/);
  });

  it('has types that say so, without those of another package', () => {
    const consumer = `
      import { checkText, clouds, deriveStatus, type Finding } from 'server-status';
      const findings: Finding[] = checkText('{}', 'json', { cloud: 'openstack', rules: { 'power-state': 'off' } });
      const [openstack] = [...clouds.values()];
      export const status: string | null = openstack ? deriveStatus(openstack, 'active', null).status : null;
      // @ts-expect-error There is no such option.
      checkText('{}', 'json', { cluod: 'openstack' });
      // @ts-expect-error A finding has no such field.
      export const missing = findings[0]?.remedies;`;
    writeFileSync(join(folder, 'consumer.mts'), consumer);
    const compiler = join(process.cwd(), 'node_modules/typescript/bin/tsc');
    for (const [module, resolution] of [
      ['nodenext', 'nodenext'],
      ['esnext', 'bundler'],
    ] as const) {
      const options = [
        '--noEmit',
        '--strict',
        '--target',
        'es2022',
        '--types',
        '',
        '--skipLibCheck',
        'false',
      ];
      const how = ['--module', module, '--moduleResolution', resolution];
      const { code, out } = call(folder, process.execPath, compiler, ...options, ...how, 'consumer.mts');
      assert.equal(code, 0, out);
    }
  });
});
