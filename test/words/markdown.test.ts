import assert from 'node:assert/strict';
import { code, prose } from '../../src/words';

describe('Code in Markdown', () => {
  it('stands between backticks, numbers and null too', () => {
    assert.deepEqual([code('active'), code(4), code(null)], ['`active`', '`4`', '`null`']);
  });

  it('is one line with single blanks', () => {
    assert.equal(code('a \r\n\t b'), '`a b`');
  });

  it('is shown up to eighty characters', () => {
    assert.equal(code('x'.repeat(80)), `\`${'x'.repeat(80)}\``);
    assert.equal(code('x'.repeat(81)), `\`${'x'.repeat(80)}…\``);
  });

  it('cannot be left by a backtick, nor by two', () => {
    assert.equal(code('a`b'), '`` a`b ``');
    assert.equal(code('a``b`c'), '``` a``b`c ```');
  });

  it('keeps the blanks that Markdown would take off: one at either side', () => {
    assert.equal(code(' ab '), '`  ab  `');
    assert.equal(code(' a b'), '` a b`');
    assert.equal(code('a b '), '`a b `');
  });

  it('is something even where the text is empty', () => {
    assert.equal(code(''), '`  `');
  });
});

describe('Prose in Markdown', () => {
  it('keeps code and emphasis, but no HTML and no image', () => {
    assert.equal(prose('*a* `b`'), '*a* `b`');
    assert.equal(prose('<img> ![a]'), '\\<img> !\\[a\\]');
  });
});
