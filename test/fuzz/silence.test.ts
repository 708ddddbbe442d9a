import assert from 'node:assert/strict';
import fc from 'fast-check';
import { check, readFixture } from '../../src/service';
import { silenceFile, silenceLine } from '../../src/service/comments/silence';
import { applyEdits } from '../service/helpers';
import { file, holds, SEED } from './helpers';
import { WAYS, WAYS_IN_STRINGS } from './ways';

const withoutComments = (text: string) => text.replace(/^[ \t]*\/\/ server-status-[^\r\n]*\r?\n/gm, '');

for (const [way, languageId, write, read] of [...WAYS, ...WAYS_IN_STRINGS]) {
  it(`a silencing comment takes one finding away and changes no value, in ${way} (seed ${SEED})`, function () {
    this.timeout(30_000);
    holds(
      fc.property(file, (value) => {
        const text = write(value);
        const fixture = readFixture(text, languageId === 'json' ? 'jsonc' : languageId);
        const findings = check(fixture);
        for (const finding of findings) {
          for (const silence of [silenceLine, silenceFile]) {
            const edit = silence(fixture, finding);
            assert.ok(edit, `${finding.rule} in ${text}`);
            const after = applyEdits(text, [edit]);
            assert.deepEqual(read(languageId === 'json' ? withoutComments(after) : after), read(text), after);
            const left = check(readFixture(after, fixture.languageId));
            assert.ok(left.length < findings.length && left.every(({ rule }) => rule !== 'unused-directive'));
          }
        }
      }),
      25,
    );
  });
}
