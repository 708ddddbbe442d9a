import assert from 'node:assert/strict';
import { decode } from '../../../src/service/files/decode';
import { endingsOf, isOneOf, languageByName } from '../../../src/service/files/language-of';
import { folderOf, pathIn } from '../../../src/service/files/path-in';
import { readAhead } from '../../../src/service/files/read-ahead';

describe('The bytes of a file', () => {
  const bytes = (text: string) => Uint8Array.from(Buffer.from(text, 'latin1'));

  for (const text of ['', 'a', 'é', '\uFEFFa', '🚀'])
    it(`are text in UTF-8, its mark included: ${JSON.stringify(text)}`, () =>
      assert.equal(decode(Uint8Array.from(Buffer.from(text, 'utf8'))), text));

  for (const [what, written, problem, matters] of [
    ['UTF-16', '\xff\xfea\0', 'is UTF-16 text; convert it to UTF-8', 'always'],
    ['UTF-16 of the other order', '\xfe\xff\0a', 'is UTF-16 text; convert it to UTF-8', 'always'],
    ['a binary file', 'a\0b', 'is a binary file', 'named'],
    ['a text with a zero', '{"vm_state": "\0"}', 'is a binary file', 'always'],
    ['UTF-16 without a mark', 'v\0m\0_\0s\0t\0a\0t\0e\0', 'is UTF-16 text; convert it to UTF-8', 'always'],
    ['UTF-16 without a mark and a state', 'n\0a\0m\0e\0', 'is a binary file', 'named'],
    ['another encoding', '{"name": "\xe9"}', 'is not UTF-8 text', 'never'],
    ['another encoding with a state', '{"vm_state": "\xe9"}', 'is not UTF-8 text', 'always'],
    ['another encoding with a state of its own', '{"taskState": "\xe9"}', 'is not UTF-8 text', 'always'],
    ['half a mark', '\xff{"a": 1}', 'is not UTF-8 text', 'never'],
    ['half another mark', '\xfe{"vm.State": 1}', 'is not UTF-8 text', 'always'],
    ['the end of a mark', 'a\xfe', 'is not UTF-8 text', 'never'],
    ['the end of another mark', 'a\xff', 'is not UTF-8 text', 'never'],
    ['a mark with a letter between', '\xffa\xfe', 'is not UTF-8 text', 'never'],
  ] as const)
    it(`are no text: ${what}`, () => assert.deepEqual(decode(bytes(written)), { problem, matters }));
});

describe('The language of a file', () => {
  for (const [path, language] of [
    ['a.json', 'json'],
    ['/b/a.JSON', 'json'],
    ['a.ndjson', 'jsonl'],
    ['a.yml', 'yaml'],
    ['a.json.tpl', 'json'],
    ['a.json.yaml.tpl', 'yaml'],
    ['a.b.JSON.c', 'json'],
    ['a.tpl.json', 'json'],
    ['json', undefined],
    ['.json', 'json'],
    ['json.tpl', undefined],
    ['a.json/b', undefined],
    ['a.json/b.tpl', undefined],
    ['a.json/b.py', 'python'],
    ['a.json.d/b.tpl', undefined],
    ['', undefined],
  ] as const)
    it(`is told by its name: ${path}`, () => assert.equal(languageByName(path), language));

  it('says which files a folder is searched for', () => {
    const endings = endingsOf(['json', 'yaml', 'no-such']);
    assert.deepEqual([...endings].sort(), ['json', 'yaml', 'yml']);
    const are = ['a.json', 'a.YML', 'b/a.yaml', 'a.jsonl', 'json', 'a.json/b', 'yaml/a'].map((path) =>
      isOneOf(endings, path),
    );
    assert.deepEqual(are, [true, true, true, false, false, false, false]);
  });
});

describe('The path of a file', () => {
  for (const [folder, path, whole] of [
    ['/a', 'b', '/a/b'],
    ['/a/', 'b', '/a/b'],
    ['/', 'b/c', '/b/c'],
    ['/a', '', '/a'],
    ['/', '', '/'],
  ] as const)
    it(`stands in its folder: ${folder} and ${path}`, () => assert.equal(pathIn(folder, path), whole));

  for (const [path, folder] of [
    ['/a/b', '/a'],
    ['/a', '/'],
    ['/', '/'],
    ['C:/a/b', 'C:/a'],
    ['C:/a', 'C:/'],
    ['C:/', 'C:/'],
  ] as const)
    it(`has a folder above it: ${path}`, () => assert.equal(folderOf(path), folder));
});

describe('Work that is begun ahead', () => {
  for (const [ahead, most] of [
    [1, 1],
    [2, 2],
    [3, 3],
    [9, 4],
  ] as const)
    it(`is under way for ${most} of four items at most, and done in their order`, async () => {
      let underWay = 0;
      let highest = 0;
      const work = async (item: number) => {
        underWay += 1;
        highest = Math.max(highest, underWay);
        for (let i = 0; i < 4 - item; i += 1) await Promise.resolve();
        return item * 2;
      };
      const results: number[] = [];
      for await (const result of readAhead([1, 2, 3, 4], work, ahead)) {
        underWay -= 1;
        results.push(result);
      }
      assert.deepEqual([results, highest], [[2, 4, 6, 8], most]);
    });
});
