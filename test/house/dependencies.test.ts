import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';

const read = (path: string) => JSON.parse(readFileSync(path, 'utf8'));
const manifest = read('package.json');
const direct: Record<string, string> = { ...manifest.dependencies, ...manifest.devDependencies };
const page = readFileSync('CONTRIBUTING.md', 'utf8').split('## Dependencies')[1]?.split('\n## ')[0] ?? '';

/** What the lockfile says of each package that can be installed. */
const locked = Object.entries<{ hasInstallScript?: true; resolved?: string; integrity?: string }>(
  read('package-lock.json').packages,
).filter(([path]) => path !== '');

describe('The dependencies', () => {
  it('are none that anybody has to install', () => assert.equal(manifest.dependencies, undefined));

  it('have exact versions, here and where a tool brings its own', () => {
    const others = ['bench', 'mutants'].map((folder) => read(`${folder}/package.json`).dependencies);
    for (const versions of [direct, ...others])
      for (const [name, version] of Object.entries(versions))
        assert.match(String(version), /^\d+\.\d+\.\d+(-[\w.]+)?$/, name);
  });

  it('come from the registry, with what they have to be', () => {
    for (const [path, { resolved, integrity }] of locked) {
      // npm leaves out the address where it is the registry's.
      assert.match(resolved ?? 'https://registry.npmjs.org/', /^https:\/\/registry\.npmjs\.org\//, path);
      assert.match(integrity ?? '', /^sha512-/, path);
    }
  });

  it('run a script when they are installed only where somebody has looked at it', () => {
    const named = locked.filter(([, { hasInstallScript }]) => hasInstallScript).map(([path]) => path);
    const names = named.map((path) => path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length));
    assert.deepEqual(Object.keys(manifest.allowScripts).sort(), [...new Set(names)].sort());
  });

  it('have a reason each in CONTRIBUTING.md, which counts them', () => {
    for (const name of Object.keys(direct)) {
      const isNamed = page.includes(`\`${name}\``) || name.startsWith('@types/');
      assert.ok(isNamed, name);
    }
    const counts = [...page.matchAll(/^(?:In the product|To build, test and publish), (\d+)/gm)];
    const sum = counts.reduce((total, [, count]) => total + Number(count), 0);
    assert.equal(sum, Object.keys(direct).length);
  });
});
