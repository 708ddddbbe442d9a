import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';

const manifest = JSON.parse(readFileSync('package.json', 'utf8'));
const bundle = readFileSync(manifest.browser, 'utf8');

describe('The extension in the browser', () => {
  it('is the file that runs on the desktop', () => {
    assert.equal(manifest.browser, manifest.main);
  });

  it('asks for no module but vscode', () => {
    const asked = [...bundle.matchAll(/\brequire\(([^)]*)\)/g)].map(([, module]) => module);
    assert.deepEqual([...new Set(asked)], ['"vscode"']);
  });

  it('uses nothing that only Node has, unless it has asked whether it is there', () => {
    const uses = [...bundle.matchAll(/(?<![.\w$])(Buffer|process|global|setImmediate|__dirname)(?=[.[(])/g)];
    const unguarded = uses.filter(
      ({ index, 1: name }) => !bundle.slice(index - 60, index).includes(`typeof ${name}`),
    );
    assert.deepEqual(
      unguarded.map(({ index }) => bundle.slice(index - 30, index + 30)),
      [],
    );
  });
});
