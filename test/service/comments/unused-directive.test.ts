import assert from 'node:assert/strict';
import { check, checkText, readFixture } from '../../../src/service';
import { mayBeSilenced } from '../../../src/service/comments/silence';
import { applyEdits, only } from '../helpers';

const GOOD = 'OS-EXT-STS:vm_state: active\nstatus: ACTIVE\n';
const BAD = 'OS-EXT-STS:vm_state: active\nstatus: ERROR\n';

const found = (text: string, languageId = 'yaml', options = {}) =>
  checkText(text, languageId, options).filter(({ rule }) => rule === 'unused-directive');

/** What stands in a text where its only unused directive is marked, and what is said of it. */
function told(text: string, languageId = 'yaml'): [string, string] {
  const { span, message } = only(found(text, languageId), 'unused-directive');
  return [text.slice(span.start, span.end), message];
}

/** What each fix of the only one makes of a text; the preferred one marked. */
function mended(text: string, languageId = 'yaml'): string[] {
  return only(found(text, languageId), 'unused-directive').fixes.map(
    ({ title, edits, preferred }) => `${title}${preferred ? '!' : ''}\n${applyEdits(text, edits)}`,
  );
}

describe('A comment that silences nothing', () => {
  it('is marked as a whole, and says which rules have no finding there', () => {
    assert.deepEqual(told(`# server-status-disable-line\n${GOOD}`), [
      '# server-status-disable-line',
      'This comment silences nothing: there is no finding here.',
    ]);
    assert.deepEqual(told(`# server-status-disable-file wrong-type, power-state\n${GOOD}`), [
      '# server-status-disable-file wrong-type, power-state',
      'This comment does not silence wrong-type or power-state: there is no such finding here.',
    ]);
    assert.deepEqual(told(`# server-status-enable wrong-type\n${GOOD}`), [
      '# server-status-enable wrong-type',
      'This comment enables nothing: no rule is disabled before it.',
    ]);
  });

  it('goes with its line where it stands alone, and with its reason', () => {
    assert.deepEqual(mended(`# server-status-disable-line -- why\n${GOOD}`), [`Remove the comment\n${GOOD}`]);
    assert.deepEqual(mended(`${GOOD}a: 1 # server-status-disable-line\n`), [
      `Remove the comment\n${GOOD}a: 1\n`,
    ]);
    for (const [open, close] of [
      ['// ', ''],
      ['/* ', ' */'],
      ['//', ''],
    ]) {
      const server = '{"OS-EXT-STS:vm_state": "active", "status": "ACTIVE"}\n';
      assert.deepEqual(mended(`${open}server-status-disable-file${close}\n${server}`, 'jsonc'), [
        `Remove the comment\n${server}`,
      ]);
    }
  });

  it('stays where it says something else, too', () => {
    const server = '{"OS-EXT-STS:vm_state": "active", "status": "ACTIVE"}\n';
    assert.deepEqual(mended(`# Ours. server-status-disable-line\n${GOOD}`), []);
    assert.deepEqual(mended(`/* server-status-disable-file\n   Ours. */\n${server}`, 'jsonc'), []);
    const named = `# server-status-disable-file -- server-status cloud=openstack\n${GOOD}`;
    assert.deepEqual(mended(named), []);
  });

  it('is not to blame where its rule is off', () => {
    const options = { rules: { 'wrong-type': 'off' } } as const;
    assert.deepEqual(found(`# server-status-disable-file wrong-type\n${GOOD}`, 'yaml', options), []);
    assert.deepEqual(
      found(`# server-status-disable-file wrong-type power-state\n${GOOD}`, 'yaml', options),
      [],
    );
  });
});

describe('A code in a comment that is no rule', () => {
  it('is marked itself, with the rule that was meant', () => {
    assert.deepEqual(told(`# server-status-disable-file wrong-typ\n${GOOD}`), [
      'wrong-typ',
      'Unknown rule "wrong-typ". Did you mean "wrong-type"?',
    ]);
    assert.deepEqual(told(`# server-status-disable-file hamster\n${GOOD}`), [
      'hamster',
      'Unknown rule "hamster".',
    ]);
  });

  it('is the one thing said of its comment', () => {
    assert.equal(found(`# server-status-disable-file hamster wrong-type\n${GOOD}`).length, 1);
  });

  it('is mended by the rule that was meant, first of all, or goes', () => {
    const silenced = (codes: string) => `# server-status-disable-file ${codes}\n${BAD}`;
    assert.deepEqual(mended(silenced('status-mismatch, wrong-typ')), [
      `Replace wrong-typ with wrong-type!\n${silenced('status-mismatch, wrong-type')}`,
      `Remove wrong-typ from the comment\n${silenced('status-mismatch')}`,
    ]);
    assert.deepEqual(mended(silenced('hamster, status-mismatch')), [
      `Remove hamster from the comment\n${silenced('status-mismatch')}`,
    ]);
    assert.deepEqual(mended(silenced('status-mismatch hamster wrong-type')), [
      `Remove hamster from the comment\n${silenced('status-mismatch wrong-type')}`,
    ]);
  });

  it('takes the comment along where it names no other', () => {
    assert.deepEqual(mended(`# server-status-disable-file hamster\n${BAD}`), [`Remove the comment\n${BAD}`]);
  });

  it('has every rule that was perhaps meant, one of them preferred', () => {
    const text = `# server-status-disable-file unknown\n${BAD}`;
    const titles = mended(text).map((fix) => fix.split('\n')[0]);
    assert.deepEqual(titles, [
      'Replace unknown with unknown-status!',
      'Replace unknown with unknown-vm-state',
      'Replace unknown with unknown-task-state',
      'Remove the comment',
    ]);
  });
});

describe('A cloud in a comment that there is not', () => {
  it('is marked, with all that there are, and mended by a near one', () => {
    const text = `# server-status cloud=rackspac\n${GOOD}`;
    assert.deepEqual(told(text), [
      'rackspac',
      'Unknown cloud "rackspac". Known: openstack, huaweicloud, opentelekomcloud, ecs-classic or rackspace.',
    ]);
    assert.deepEqual(mended(text), [
      `Replace rackspac with rackspace!\n# server-status cloud=rackspace\n${GOOD}`,
    ]);
  });

  it('is told once, of the comment that counts', () => {
    const text = `# server-status cloud=openstack\n# server-status cloud=hamster\n${GOOD}`;
    assert.deepEqual(found(text), []);
  });
});

describe('A finding', () => {
  const may = (text: string, languageId: string) => {
    const fixture = readFixture(text, languageId);
    return check(fixture).map((finding) => mayBeSilenced(fixture, finding));
  };

  it('may be silenced where there are comments', () => {
    assert.deepEqual(may(BAD, 'yaml'), [true]);
  });

  it('may not be silenced in strict JSON or an HTTP answer, nor that a comment silences nothing', () => {
    const json = '{"OS-EXT-STS:vm_state": "active", "status": "ERROR"}';
    assert.deepEqual(may(json, 'json'), [false]);
    assert.deepEqual(may(`HTTP/1.1 200 OK\r\n\r\n${json}`, 'jsonc'), [false]);
    assert.deepEqual(may(`# server-status-disable-line\n${GOOD}`, 'yaml'), [false]);
  });
});
