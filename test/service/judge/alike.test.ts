import assert from 'node:assert/strict';
import { check, DEFAULT_OPTIONS, fixesOf, type Options, readFixture } from '../../../src/service';
import { inEnglish } from '../../../src/words';
import { applyEdits, json, MARKS } from '../helpers';

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

  it('has its finding at its own place in a string of each', () => {
    const text = JSON.stringify([WRONG, WRONG]);
    const places = check(readFixture(text, 'json')).map(({ span }) => text.slice(span.start, span.end));
    assert.deepEqual(places, ['\\"ERROR\\"', '\\"ERROR\\"']);
  });

  it('has no string around its finding if only the other one is in a string', () => {
    const text = `[${JSON.stringify(WRONG)}, ${WRONG}]`;
    const [inString, own] = check(readFixture(text, 'json'));
    assert.deepEqual([inString?.home, own?.home], [1, undefined]);
  });
});

describe('a text that is checked again', () => {
  const fixture = readFixture(`[${WRONG}, ${WRONG}]`, 'json');
  const severities = (rules: Options['rules']) =>
    check(fixture, { ...DEFAULT_OPTIONS, rules }).map(({ severity }) => severity);

  it('has the severities that are asked for now', () => {
    assert.deepEqual(severities({}), ['error', 'error']);
    assert.deepEqual(severities({ 'status-mismatch': 'hint' }), ['hint', 'hint']);
    assert.deepEqual(severities({ 'status-mismatch': 'off' }), []);
    assert.deepEqual(severities({}), ['error', 'error']);
  });

  it('is checked by the table of the cloud that is chosen now', () => {
    const clouds = ['rackspace', 'openstack'].map((cloud) =>
      check(fixture, { ...DEFAULT_OPTIONS, cloud }).map((finding) => finding.cloud),
    );
    assert.deepEqual(clouds, [
      ['rackspace', 'rackspace'],
      ['openstack', 'openstack'],
    ]);
  });

  it('is checked more strictly once its cloud is chosen', () => {
    const states = { vmState: 'active', taskState: 'resize_prep', status: 'RESIZE' };
    const unlisted = readFixture(json({ ...states, ...MARKS.huaweicloud }), 'json');
    const severity = (cloud: string) => {
      const found = check(unlisted, { ...DEFAULT_OPTIONS, cloud });
      return found.find(({ rule }) => rule === 'unlisted-combination')?.severity;
    };
    assert.deepEqual(['auto', 'huaweicloud', 'auto'].map(severity), [
      'information',
      'warning',
      'information',
    ]);
  });

  it('has its messages in the language that is asked for now', () => {
    const [own] = check(fixture);
    const [other] = check(fixture, { ...DEFAULT_OPTIONS, say: (text) => `<${text}>` });
    assert.match(other?.message ?? '', /^</);
    assert.doesNotMatch(own?.message ?? '', /^</);
  });
});
