import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { RULES, readFixture } from '../../src/service';

const VERBS = ['disable-next-line', 'disable-line', 'disable', 'enable', 'disable-file'];

interface Snippet {
  readonly prefix: string;
  readonly body: string;
}

const { contributes } = JSON.parse(readFileSync('package.json', 'utf8'));
const files = JSON.parse(readFileSync('package.nls.json', 'utf8'));
const silencing: { language: string; path: string }[] = contributes.snippets.filter(
  ({ path }: { path: string }) => path.startsWith('%file.snippets.silencing'),
);

describe('The snippets for silencing', () => {
  it('are there for the languages that have comments', () => {
    const languages = silencing.map(({ language }) => language);
    assert.deepEqual(languages, ['yaml', 'jsonc']);
  });

  it('are shipped', () => {
    assert.ok(readFileSync('.vscodeignore', 'utf8').includes('!snippets/**'));
  });

  for (const { language, path } of silencing) {
    const snippets: Snippet[] = Object.values(JSON.parse(readFileSync(files[path.slice(1, -1)], 'utf8')));

    it(`write every silencing comment in ${language}`, () => {
      assert.deepEqual(
        snippets.map(({ prefix }) => prefix),
        VERBS.map((verb) => `server-status-${verb}`),
      );
      for (const [i, { body }] of snippets.entries()) {
        const server = language === 'yaml' ? 'server: {}\n' : '{ "server": {} }\n';
        const written = body.replace(/\$\{1\|([^,|]+).*?\|\}/, '$1').replace('$0', '');
        const [directive] = readFixture(`${written}\n${server}`, language).directives.silencing;
        assert.equal(directive?.verb, VERBS[i]);
        assert.deepEqual(
          directive?.codes.map(({ text }) => text),
          ['status-mismatch'],
        );
      }
    });

    it(`offer every rule that a comment can silence in ${language}`, () => {
      const rules = [...RULES.keys()].filter((rule) => rule !== 'unused-directive').sort();
      for (const { body } of snippets) {
        assert.deepEqual(/\|(.*)\|/.exec(body)?.[1]?.split(',').sort(), rules);
      }
    });
  }
});
