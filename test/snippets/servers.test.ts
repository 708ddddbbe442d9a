import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { snippetFiles } from '../../scripts/generate/snippets';
import { checkText } from '../../src/service';

const readJson = async (file: string) => JSON.parse(await readFile(file, 'utf8'));

/** A snippet's text as it is before anything is filled in. */
const textOf = (body: readonly string[]) => body.join('\n').replace(/\$\{\d:([^}]*)\}/g, '$1');

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

describe('The snippets for servers', () => {
  it('hold a server that is right, for each of OpenStack’s 20 statuses', async () => {
    for (const [file, languageId] of [
      ['snippets/servers.json', 'json'],
      ['snippets/servers.yaml.json', 'yaml'],
    ] as const) {
      const all = Object.values<{ body: string[] }>(await readJson(file));
      assert.equal(all.length, 20);
      for (const { body } of all) {
        const server = textOf(body).replaceAll('\n', '\n  ');
        const text = languageId === 'json' ? `{"server": ${server}}` : `server:\n  ${server}\n`;
        assert.deepEqual(checkText(text, languageId), []);
        assert.match(text, /status"?: "?[A-Z]/);
      }
    }
  });

  it('are offered in JSON, JSON with comments and YAML', async () => {
    const { contributes } = await readJson('package.json');
    const offered = contributes.snippets
      .filter(({ path }: { path: string }) => path.startsWith('%file.snippets.servers'))
      .map(({ language }: { language: string }) => language);
    assert.deepEqual(offered, ['json', 'jsonc', 'yaml']);
  });
});
