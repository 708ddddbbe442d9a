import assert from 'node:assert/strict';
import { check, fixesOf, readFixture } from '../../../src/service';
import { inEnglish } from '../../../src/words';
import { applyEdits } from '../helpers';

const WRONG = '{"OS-EXT-STS:vm_state": "active", "OS-EXT-STS:task_state": null, "status": "ERROR"}';
const RIGHT = WRONG.replace('ERROR', 'ACTIVE');

/** The text with the preferred fix of the last finding. */
function lastFixed(text: string, languageId: string): string {
  const fixture = readFixture(text, languageId);
  const [fix] = fixesOf(inEnglish, fixture, check(fixture).at(-1) ?? assert.fail('nothing was found'));
  return applyEdits(text, fix?.edits ?? []);
}

describe('a server that says the same as one before', () => {
  it('has its finding at its own status', () => {
    const text = `[${WRONG}, ${WRONG}]`;
    const starts = check(readFixture(text, 'json')).map(({ span }) => span.start);
    assert.deepEqual(starts, [text.indexOf('"ERROR"'), text.lastIndexOf('"ERROR"')]);
  });

  it('has the places of its own states beside its finding', () => {
    const [, second] = check(readFixture(`[${WRONG}, ${WRONG}]`, 'json'));
    const places = second?.related.map(({ span }) => span.start - WRONG.length - 3);
    assert.deepEqual(places, [WRONG.indexOf('"active"'), WRONG.indexOf('null')]);
  });

  it('is fixed where it stands', () => {
    assert.equal(lastFixed(`[${WRONG}, ${WRONG}]`, 'json'), `[${WRONG}, ${RIGHT}]`);
  });

  it('loses its own field', () => {
    const faulty = RIGHT.replace('}', ', "fault": {}}');
    assert.equal(lastFixed(`[${faulty}, ${faulty}]`, 'json'), `[${faulty}, ${RIGHT}]`);
  });

  it('has its finding again if it is in a string', () => {
    const text = JSON.stringify([WRONG, WRONG]);
    const homes = check(readFixture(text, 'json')).map(({ home }) => home);
    assert.deepEqual(homes, [1, text.lastIndexOf('"{')]);
  });

  it('tells where its status is written if that is elsewhere', () => {
    const server = (status: string) => `- {vm_state: active, task_state: null, status: ${status}}\n`;
    const text = `- &wrong ERROR\n${server('ERROR')}${server('*wrong')}`;
    const [, second] = check(readFixture(text, 'yaml'));
    assert.deepEqual(second?.related.at(-1)?.span, { start: 9, end: 14 });
  });
});
