import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';

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
    const asked = texts.flatMap(([, text]) => (text.startsWith('%') ? text.slice(1, -1) : []));
    assert.deepEqual(Object.keys(english).sort(), [...new Set(asked)].sort());
  });

  it('has every key in Chinese too, in Chinese', () => {
    assert.deepEqual(Object.keys(chinese), Object.keys(english));
    const names = /^OpenStack Nova。$/;
    const untranslated = Object.entries(chinese).filter(
      ([, text]) => !/\p{Script=Han}/u.test(text) && !names.test(text),
    );
    assert.deepEqual(untranslated, []);
  });
});
