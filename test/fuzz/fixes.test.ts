import assert from 'node:assert/strict';
import fc from 'fast-check';
import { checkText, type FixableFinding } from '../../src/service';
import { applyEdits } from '../service/helpers';
import { file, holds, SEED } from './helpers';
import { WAYS } from './ways';

/** Where a finding's field stands after the edits. */
function movedStart(finding: FixableFinding, edits: FixableFinding['fixes'][number]['edits']): number {
  const before = edits.filter(({ offset, length }) => offset + length <= finding.span.start && length > 0);
  // null takes a block scalar's header with it, and begins where that began.
  const around = edits.find(
    ({ offset, length }) => offset < finding.span.start && finding.span.start < offset + length,
  );
  const start = around?.offset ?? finding.span.start;
  return before.reduce((at, { length, text }) => at + text.length - length, start);
}

for (const [way, languageId, write, read] of WAYS) {
  describe(`every fix in ${way} (seed ${SEED})`, function () {
    this.timeout(30_000);

    it('leaves a text that can be read', () => {
      holds(
        fc.property(file, (value) => {
          const text = write(value);
          for (const { fixes } of checkText(text, languageId)) {
            for (const { edits, title } of fixes) {
              assert.doesNotThrow(() => read(applyEdits(text, edits)), `${title} in ${text}`);
            }
          }
        }),
        100,
      );
    });

    it('makes the finding of its field go away', () => {
      holds(
        fc.property(file, (value) => {
          const text = write(value);
          for (const finding of checkText(text, languageId)) {
            for (const { edits, title } of finding.fixes) {
              const fixed = applyEdits(text, edits);
              const start = movedStart(finding, edits);
              const left = checkText(fixed, languageId).filter(
                // Where a field was removed, the next one may be found fault with for itself.
                ({ rule, span, message }) =>
                  rule === finding.rule &&
                  span.start === start &&
                  (rule !== 'unexpected-field' || message === finding.message),
              );
              assert.deepEqual(left, [], `${title} in ${text}`);
            }
          }
        }),
        100,
      );
    });

    it('that is preferred leaves nothing worse than an information at its field', () => {
      holds(
        fc.property(file, (value) => {
          const text = write(value);
          for (const finding of checkText(text, languageId)) {
            for (const { edits, title } of finding.fixes.filter(({ preferred }) => preferred)) {
              const start = movedStart(finding, edits);
              const left = checkText(applyEdits(text, edits), languageId).filter(
                ({ span, severity }) => span.start === start && ['error', 'warning'].includes(severity),
              );
              assert.deepEqual(left, [], `${title} in ${text}`);
            }
          }
        }),
        50,
      );
    });

    it('has edits that do not overlap and stand in order', () => {
      holds(
        fc.property(file, (value) => {
          for (const { fixes } of checkText(write(value), languageId)) {
            for (const { edits } of fixes) {
              edits.slice(1).forEach(({ offset }, i) => {
                const before = edits[i];
                assert.ok(before && before.offset + before.length <= offset);
              });
            }
          }
        }),
        50,
      );
    });
  });
}
