import assert from 'node:assert/strict';
import { code, prose, sayValue, spellOut } from '../../src/words';

describe('What nobody sees in a text', () => {
  for (const [what, char, shown] of [
    ['a line break', '\n', '\\u000a'],
    ["a terminal's command", '\u001b', '\\u001b'],
    ['what turns a line around', '\u202e', '\\u202e'],
    ['an isolate', '\u2066', '\\u2066'],
    ['a letter of no width', '\u200b', '\\u200b'],
    ['a byte order mark', '\ufeff', '\\ufeff'],
    ['a line separator', '\u2028', '\\u2028'],
    ['a Hangul filler', '\u3164', '\\u3164'],
    ['a tag', '\u{e0041}', '\\u{e0041}'],
    ['half of a pair', '\ud83d', '\\ud83d'],
  ] as const) {
    it(`is shown by its code: ${what}`, () => {
      assert.equal(spellOut(`a${char}b`), `a${shown}b`);
      assert.equal(sayValue(`a${char}b`), `a${shown}b`);
    });
  }

  it('is shown by its code in Markdown', () => {
    assert.equal(code('a\u202eb'), '`a\\u202eb`');
    assert.match(prose('a\u202eb'), /^a.*u202eb$/);
  });

  it('is not what people write', () => {
    for (const text of ['web-1', '服务器', 'a "b" c', '🚀', 'é', 'عربي']) assert.equal(spellOut(text), text);
  });
});

describe('Prose of a config', () => {
  it('makes no link, with a backslash either', () => {
    assert.equal(prose('[a](https://x)'), '\\[a\\](https://x)');
    assert.equal(prose('\\[a\\](https://x)'), '\\\\\\[a\\\\\\](https://x)');
  });
});
