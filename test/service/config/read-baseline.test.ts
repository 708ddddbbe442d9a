import assert from 'node:assert/strict';
import { readBaseline } from '../../../src/service/config/read-baseline';
import { inEnglish } from '../../../src/words';
import { unmark } from './helpers';

const read = (text: string) => readBaseline(inEnglish, text);
const counts = (text: string) =>
  [...read(text).baseline].map(([file, found]) => [file, Object.fromEntries(found)]);

describe('A baseline', () => {
  it('has counts of findings by file', () => {
    const text = '{"version": 1, "files": {"a.json": {"x": 1, "y": 2}, "b.json": {}}}';
    assert.deepEqual(
      [counts(text), read(text).problems],
      [
        [
          ['a.json', { x: 1, y: 2 }],
          ['b.json', {}],
        ],
        [],
      ],
    );
  });

  for (const [what, marked, ...messages] of [
    ['an empty file', '⟦⟧', 'The baseline is empty. --write-baseline writes one.'],
    ['a list', '⟦[⟧]', 'The baseline must be an object, not a list.'],
    ['one without a version', '⟦{⟧"files": {}}', 'The baseline has no version.'],
    ['one without files', '⟦{⟧"version": 1}', 'The baseline has no files.'],
    [
      'one of another version',
      '{"version": ⟦2⟧, "files": {"a": {"x": 1}}}',
      'This version of server-status reads only baselines of version 1.',
    ],
    ['files that are a list', '{"version": 1, "files": ⟦[⟧]}', 'files must be an object, not a list.'],
    [
      'counts that are none',
      '{"version": 1, "files": {"a": {"x": ⟦0⟧, "y": ⟦1.5⟧, "z": ⟦"1"⟧, "ok": 1}}}',
      ...Array(3).fill('The number of findings must be a whole number, 1 or more.'),
    ],
    [
      'a file that is a number',
      '{"version": 1, "files": {"a.json": ⟦1⟧}}',
      'a.json must be an object, not a number.',
    ],
    ['another key', '{"version": 1, ⟦"file"⟧: {}, "files": {}}', 'Unknown key "file". Did you mean "files"?'],
  ] as const)
    it(`says what is wrong with ${what}, at its place`, () => {
      const { text, spans } = unmark(marked);
      const { problems } = read(text);
      assert.deepEqual(
        problems.map(({ span }) => span),
        spans,
      );
      assert.deepEqual(
        problems.map(({ message }) => message),
        messages,
      );
    });

  it('holds nothing where it is of another version, or not closed', () => {
    assert.deepEqual(counts('{"version": 2, "files": {"a": {"x": 1}}}'), []);
    assert.deepEqual(counts('{"version": 1, "files": {"a": {"x": 1}}'), []);
    assert.equal(read('{"version": 1, "files": {"a": {"x": 1}}').problems.length, 1);
  });

  it('holds what of it is sound', () => {
    assert.deepEqual(counts('{"version": 1, "files": {"a": {"x": 0, "y": 2}}}'), [['a', { y: 2 }]]);
  });

  it('names its problems in the order of the text', () => {
    const { text, spans } = unmark('{"files": {"a": {"x": ⟦0⟧}}, ⟦"q"⟧: 1, "version": 1}');
    assert.deepEqual(
      read(text).problems.map(({ span }) => span),
      spans,
    );
  });
});
