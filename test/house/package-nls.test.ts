import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';

const read = (file: string) => JSON.parse(readFileSync(file, 'utf8'));
const manifest = read('package.json');
const english: Record<string, string> = read('package.nls.json');
const chinese: Record<string, string> = read('package.nls.zh-cn.json');

/** Properties of package.json whose texts VS Code shows to people. */
const SHOWN = /^(title|shortTitle|description|markdownDescription|label|altText|enumDescriptions)$/;

/** Every text below a value that people see, with the path to it. */
function* shownTexts(value: unknown, path: string, shown: boolean): Generator<[path: string, text: string]> {
  if (typeof value === 'string' && shown) yield [path, value];
  if (typeof value !== 'object' || value === null) return;
  for (const [key, child] of Object.entries(value)) {
    yield* shownTexts(child, `${path}.${key}`, SHOWN.test(key) || (shown && Array.isArray(value)));
  }
}

/** Every key that some text of the manifest names. */
function keysIn(value: unknown): string[] {
  if (typeof value === 'string') return /^%.*%$/.test(value) ? [value.slice(1, -1)] : [];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(keysIn) : [];
}

/** What stands behind the key is no text but a file in the language. */
const isFile = (key: string) => key.startsWith('file.');

const texts = [
  ...shownTexts(manifest.contributes, 'contributes', false),
  ['description', manifest.description] as const,
];
/** The product's own name is the same in every language. */
const TITLES = ['contributes.configuration.title'];

describe('package.json in English and Chinese', () => {
  it('names a key for every text that people see', () => {
    const plain = texts.filter(([path, text]) => !TITLES.includes(path) && !/^%[\w.-]+%$/.test(text));
    assert.deepEqual(plain, []);
  });

  it('has every key in English, and none that nobody asks for', () => {
    assert.deepEqual(Object.keys(english).sort(), [...new Set(keysIn(manifest))].sort());
  });

  it('has every key in Chinese too, in Chinese', () => {
    assert.deepEqual(Object.keys(chinese), Object.keys(english));
    const same = /^OpenStack Nova。$/;
    const untranslated = Object.entries(chinese).filter(
      ([key, text]) => !isFile(key) && !/\p{Script=Han}/u.test(text) && !same.test(text),
    );
    assert.deepEqual(untranslated, []);
  });

  it('names files that are there and ship', () => {
    const shipped = readFileSync('.vscodeignore', 'utf8').split('\n');
    const files = [...Object.entries(english), ...Object.entries(chinese)].filter(([key]) => isFile(key));
    assert.ok(files.length > 0);
    for (const [key, file] of files) {
      assert.ok(existsSync(file), key);
      assert.ok(shipped.includes(`!${file.split('/')[1]}/**`), file);
    }
  });
});
