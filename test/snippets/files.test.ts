import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { snippetFiles } from '../../scripts/generate/snippets';

const readJson = async (file: string) => JSON.parse(await readFile(file, 'utf8'));

describe('The snippets', () => {
  for (const [file, snippets] of Object.entries(snippetFiles())) {
    it(`are the ones that the core gives in ${file} (npm run generate snippets writes them)`, async () => {
      assert.deepEqual(await readJson(file), snippets);
    });
  }

  it('all reach VS Code, in its display language', async () => {
    const { contributes } = await readJson('package.json');
    const keys: string[] = contributes.snippets.map(({ path }: { path: string }) => path.slice(1, -1));
    const named = await Promise.all(
      ['package.nls.json', 'package.nls.zh-cn.json'].map(async (nls) => {
        const texts = await readJson(nls);
        return keys.map((key) => texts[key].slice(2));
      }),
    );
    assert.deepEqual([...new Set(named.flat())].sort(), Object.keys(snippetFiles()).sort());
  });
});
