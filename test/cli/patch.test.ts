import assert from 'node:assert/strict';
import { applyPatch, createTwoFilesPatch, FILE_HEADERS_ONLY } from 'diff';
import fc from 'fast-check';
import { patchOf } from '../../src/cli/patch';
import type { Edit } from '../../src/service';
import { applyEdits } from '../../src/service/write/edits';
import { holds, SEED } from '../fuzz/helpers';

/** A text of short lines, many of them alike, and edits of it that stand in order and apart from each other. */
const edited = fc
  .tuple(
    fc.array(fc.constantFrom('a', 'b', '', '{', 'c\r', '\u2028'), { maxLength: 40 }),
    fc.constantFrom('\n', ''),
    fc.array(fc.tuple(fc.nat(100), fc.nat(6), fc.constantFrom('x', 'y\n', 'x\ny', '')), { maxLength: 5 }),
  )
  .map(([lines, end, parts]) => {
    const text = lines.join('\n') + end;
    const edits: Edit[] = [];
    for (const [place, wanted, put] of parts.sort(([a], [b]) => a - b)) {
      const last = edits.at(-1);
      if (place > text.length || (last && place <= last.offset + last.length)) continue;
      edits.push({ offset: place, length: Math.min(wanted, text.length - place), text: put });
    }
    return { text, edits };
  });

describe(`a patch (seed ${SEED})`, () => {
  it('makes of the old text what the edits make of it', () => {
    holds(
      fc.property(edited, ({ text, edits }) => {
        const patch = patchOf('a.json', text, edits);
        assert.equal(applyPatch(text, patch, { autoConvertLineEndings: false }), applyEdits(text, edits));
      }),
      3000,
    );
  });

  it('is the one that a comparison of the texts gives, where each edit changes one line', () => {
    holds(
      fc.property(fc.array(fc.boolean(), { minLength: 1, maxLength: 60 }), fc.boolean(), (wrong, ends) => {
        // No two lines are alike, so that there is only one good answer.
        const lines = wrong.map((is, i) => `${i}: ${is ? 'wrong' : 'right'}`);
        const text = lines.join('\n') + (ends ? '\n' : '');
        const edits = [...text.matchAll(/wrong/g)].map(({ index }) => ({
          offset: index,
          length: 5,
          text: 'ok',
        }));
        const after = applyEdits(text, edits);
        const options = { context: 3, headerOptions: FILE_HEADERS_ONLY };
        assert.equal(
          patchOf('x', text, edits),
          createTwoFilesPatch('a/x', 'b/x', text, after, undefined, undefined, options),
        );
      }),
      500,
    );
  });
});
