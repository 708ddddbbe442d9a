import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Edit } from '../../../src/service/types';
import { applyEdits, joinEdits, offsetAfter } from '../../../src/service/write/edits';
import { holds, SEED } from '../../fuzz/helpers';

/** Edits of a text of this length, in order and apart from each other. */
function editsOf(length: number): fc.Arbitrary<Edit[]> {
  return fc
    .array(fc.tuple(fc.nat({ max: length }), fc.nat({ max: 4 }), fc.string({ maxLength: 4 })), {
      maxLength: 5,
    })
    .map((parts) => {
      const edits: Edit[] = [];
      for (const [offset, wanted, text] of parts.sort(([a], [b]) => a - b)) {
        const last = edits.at(-1);
        if (last && (offset <= last.offset || offset < last.offset + last.length)) continue;
        edits.push({ offset, length: Math.min(wanted, length - offset), text });
      }
      return edits;
    });
}

const twice = fc.string({ maxLength: 30 }).chain((text) =>
  editsOf(text.length).chain((first) => {
    const between = applyEdits(text, first);
    return editsOf(between.length).map((second) => ({ text, first, between, second }));
  }),
);

describe(`edits (seed ${SEED})`, () => {
  it('replace what they say and nothing else', () => {
    const edits = [
      { offset: 0, length: 1, text: '' },
      { offset: 2, length: 0, text: 'XY' },
      { offset: 3, length: 2, text: 'Z' },
    ];
    assert.equal(applyEdits('abcdef', edits), 'bXYcZf');
  });

  it('move an offset behind them, and one in them to where they start', () => {
    const move = offsetAfter([
      { offset: 2, length: 3, text: 'WXYZ' },
      { offset: 6, length: 0, text: 'V' },
    ]);
    assert.deepEqual([0, 2, 3, 4, 5, 6, 7].map(move), [0, 2, 2, 2, 6, 7, 9]);
  });

  it('do the same in one list as in two, one after the other', () => {
    holds(
      fc.property(twice, ({ text, first, between, second }) => {
        assert.equal(applyEdits(text, joinEdits(between, first, second)), applyEdits(between, second));
      }),
      2000,
    );
  });

  it('joined to one list, stand in order and apart from each other', () => {
    holds(
      fc.property(twice, ({ first, between, second }) => {
        const joined = joinEdits(between, first, second);
        joined.slice(1).forEach(({ offset }, i) => {
          const before = joined[i];
          assert.ok(before && before.offset + before.length < offset);
        });
      }),
      2000,
    );
  });

  it('joined to one list, are about no more than the two lists are about', () => {
    const [joined, ...more] = joinEdits(
      'a REBOOT, active',
      [{ offset: 2, length: 6, text: 'REBOOT' }],
      [{ offset: 10, length: 6, text: 'x' }],
    );
    assert.deepEqual(
      [joined, ...more],
      [
        { offset: 2, length: 6, text: 'REBOOT' },
        { offset: 10, length: 6, text: 'x' },
      ],
    );
  });

  it('move what stands behind them, and nothing before or at their start', () => {
    const move = offsetAfter([
      { offset: 2, length: 3, text: 'x' },
      { offset: 7, length: 0, text: 'four' },
    ]);
    assert.deepEqual([0, 2, 4, 5, 7, 8].map(move), [0, 2, 2, 3, 5, 10]);
  });
});
