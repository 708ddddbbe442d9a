import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { ENGLISH_PAGES, withoutBlocks } from './pages';

const GLOSSARY = /^## Glossary\n.*?(?=^## )/ms;

const [glossary = ''] = GLOSSARY.exec(readFileSync('CONTRIBUTING.md', 'utf8')) ?? [];

/** The words that the glossary replaces by another. */
const FORBIDDEN = [...glossary.matchAll(/^\|[^|]+\|[^|]+\| ([^|]+) \|$/gm)]
  .flatMap(([, words = '']) => words.split(', '))
  .filter((words) => words !== 'do not write');

/** The forbidden words in a text, whatever line they break at. */
function forbiddenIn(text: string): string[] {
  const plain = text.replace(/`[^`\n]*`/g, '`').replace(/\s+/g, ' ');
  return FORBIDDEN.filter((words) => new RegExp(`\\b${words}\\b`, 'i').test(plain));
}

describe('The glossary', () => {
  it('has about 30 terms, and words not to use for them', () => {
    assert.ok((glossary.match(/^\| \w/gm) ?? []).length > 25);
    for (const words of ['own cloud', 'held to', 'is none', 'tells of']) assert.ok(FORBIDDEN.includes(words));
  });

  for (const page of ENGLISH_PAGES) {
    it(`is followed in ${page}`, () => {
      assert.deepEqual(forbiddenIn(withoutBlocks(page).replace(GLOSSARY, '')), []);
    });
  }

  it('is followed in every message', () => {
    const read = (file: string) => JSON.parse(readFileSync(file, 'utf8'));
    const messages = [
      ...Object.keys(read('l10n/bundle.l10n.zh-cn.json')),
      ...Object.values<string>(read('package.nls.json')),
    ];
    assert.deepEqual(
      messages.filter((text) => forbiddenIn(text).length > 0),
      [],
    );
  });

  it('finds a word at the end of a line, but not in code', () => {
    assert.deepEqual(forbiddenIn('Clouds of your\nOwn\nclouds are held\n to `tells of`.'), [
      'own clouds',
      'held to',
    ]);
  });
});
