import assert from 'node:assert/strict';
import {
  behindBreak,
  isBehindQuestion,
  isLineStart,
  lineBreakOf,
  lineStart,
  widen,
} from '../../../src/service/write/lines';

/** The offset of the mark `|`, and the text without it. */
function at(marked: string): [text: string, offset: number] {
  const offset = marked.indexOf('|');
  return [marked.slice(0, offset) + marked.slice(offset + 1), offset];
}

describe('A line', () => {
  it('begins behind a break of any kind, or a byte order mark', () => {
    for (const [marked, start] of [
      ['ab|c', 0],
      ['a\nb|c', 2],
      ['a\rb|c', 2],
      ['a\r\nb|c', 3],
      ['\uFEFFa|b', 1],
      ['a\n|b', 2],
      ['|', 0],
    ] as const)
      assert.equal(lineStart(...at(marked)), start, JSON.stringify(marked));
    assert.deepEqual(
      ['|a', 'a\n|b', 'a\r|b', '\uFEFF|a', 'a|b', ' |a'].map((marked) => isLineStart(...at(marked))),
      [true, true, true, true, false, false],
    );
  });

  it('ends with a break of one or two characters, or with the text', () => {
    assert.deepEqual(
      ['a|\nb', 'a|\r\nb', 'a|\rb', 'a|'].map((marked) => behindBreak(...at(marked))),
      [2, 3, 2, 1],
    );
  });

  it('is broken as the first one of the text is', () => {
    assert.deepEqual(['a\r\nb\nc', 'a\rb', 'a\nb\r\n', 'a', ''].map(lineBreakOf), [
      '\r\n',
      '\r',
      '\n',
      '\n',
      '\n',
    ]);
  });
});

describe('A stretch that is taken out', () => {
  /** What is left of a text without what stands between the marks `⟦` and `⟧`. */
  const without = (marked: string) => {
    const text = marked.replace(/[⟦⟧]/g, '');
    const span = { start: marked.indexOf('⟦'), end: marked.indexOf('⟧') - 1 };
    const { start, end } = widen(text, span);
    return text.slice(0, start) + text.slice(end);
  };

  it('takes its line along where it stands alone', () => {
    assert.equal(without('a\n  ⟦b⟧  \nc'), 'a\nc');
    assert.equal(without('a\r\n⟦b⟧\r\nc'), 'a\r\nc');
    assert.equal(without('⟦b⟧\nc'), 'c');
    assert.equal(without('a\n⟦b⟧'), 'a\n');
  });

  it('takes the blanks along that it would leave at the end of a line', () => {
    assert.equal(without('a  ⟦b⟧\nc'), 'a\nc');
    assert.equal(without('a ⟦b⟧'), 'a');
  });

  it('takes the blanks behind it along where something follows', () => {
    assert.equal(without('  ⟦b⟧  c'), '  c');
    assert.equal(without('a ⟦b⟧ c'), 'a c');
  });
});

describe('A key of YAML behind a question mark', () => {
  it('may have a tag, an anchor or a dash in between', () => {
    for (const marked of [
      '? |a',
      '  ?   |a',
      '- ? |a',
      '-   ?   !!str   |a',
      '? !!str |a',
      '? &a |b',
      '? &a !!str |b',
      '?\n  |a',
    ])
      assert.equal(isBehindQuestion(...at(marked)), marked !== '?\n  |a', JSON.stringify(marked));
  });

  it('is none without one, or with one that is not a word of its own', () => {
    for (const marked of [
      '|a',
      'a: |b',
      '- |a',
      'x ? |a b: c',
      '!!str |a',
      'a?b |c',
      '{x, ? !!str |a',
      '? [a, |b',
    ])
      assert.equal(isBehindQuestion(...at(marked)), marked.includes('? |'), JSON.stringify(marked));
  });
});
