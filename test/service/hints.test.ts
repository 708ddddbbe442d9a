import assert from 'node:assert/strict';
import { type HintMode, hints, readFixture } from '../../src/service';
import { applyEdits } from '../../src/service/write/edits';

function hintsOf(text: string, languageId: string, mode: HintMode = 'missing') {
  return hints(readFixture(text, languageId), { start: 0, end: text.length }, mode);
}

const WITHOUT = '{"server": {"OS-EXT-STS:vm_state": "active", "OS-EXT-STS:task_state": "rebooting"}}';
const WITH = '{"server": {"OS-EXT-STS:vm_state": "active", "status": "ACTIVE"}}';

describe('A hint', () => {
  it('stands behind the task_state and says the status that follows', () => {
    const [hint, ...others] = hintsOf(WITHOUT, 'json');
    assert.equal(hint?.offset, WITHOUT.indexOf('"rebooting"') + '"rebooting"'.length);
    assert.equal(hint?.status, 'REBOOT');
    assert.match(hint?.markdown ?? '', /`active` \+ `rebooting` → `REBOOT`: a row of OpenStack Nova's table/);
    assert.deepEqual(others, []);
  });

  it('stands behind the vm_state where there is no task_state', () => {
    const [hint] = hintsOf('server:\n  OS-EXT-STS:vm_state: stopped # off\n', 'yaml');
    assert.deepEqual(
      [hint?.offset, hint?.status],
      ['server:\n  OS-EXT-STS:vm_state: stopped'.length, 'SHUTOFF'],
    );
  });

  it('stands where it was asked for, to the character', () => {
    const at = WITHOUT.indexOf('"rebooting"') + '"rebooting"'.length;
    const shown = (start: number, end: number) =>
      hints(readFixture(WITHOUT, 'json'), { start, end }, 'all').length;
    assert.deepEqual([shown(at, at), shown(0, at - 1), shown(at + 1, at + 9)], [1, 0, 0]);
  });

  it('has no place behind values that stand elsewhere', () => {
    assert.deepEqual(hintsOf('a: &a active\nserver:\n  OS-EXT-STS:vm_state: *a\n', 'yaml'), []);
  });

  it('writes the status into the file', () => {
    for (const [text, languageId, expected] of [
      [WITHOUT, 'json', WITHOUT.replace('"rebooting"', '"rebooting", "status": "REBOOT"')],
      [
        'server:\n  OS-EXT-STS:vm_state: stopped # off\nb: 1\n',
        'yaml',
        'server:\n  OS-EXT-STS:vm_state: stopped # off\n  status: SHUTOFF\nb: 1\n',
      ],
      [
        'server:\n  OS-EXT-STS:vm_state: stopped\n  status:\n',
        'yaml',
        'server:\n  OS-EXT-STS:vm_state: stopped\n  status: SHUTOFF\n',
      ],
      [
        JSON.stringify({ body: WITHOUT }),
        'json',
        JSON.stringify({ body: WITHOUT.replace('"rebooting"', '"rebooting", "status": "REBOOT"') }),
      ],
    ] as const) {
      const [hint] = hintsOf(text, languageId);
      assert.ok(hint);
      assert.equal(applyEdits(text, hint.edits), expected);
    }
  });

  it('is not shown for a status that is there, unless all are asked for', () => {
    assert.deepEqual(hintsOf(WITH, 'json'), []);
    assert.deepEqual(
      hintsOf(WITH, 'json', 'all').map(({ status, edits }) => [status, edits]),
      [['ACTIVE', []]],
    );
    assert.deepEqual(hintsOf(WITHOUT, 'json', 'off'), []);
  });

  it('puts the status that follows in the place of another one', () => {
    for (const [text, languageId, expected] of [
      [WITH.replace('ACTIVE', 'ERROR'), 'json', WITH],
      [
        'server:\n  status: BUILD # new\n  OS-EXT-STS:task_state:\n  OS-EXT-STS:vm_state: stopped\n',
        'yaml',
        'server:\n  status: SHUTOFF # new\n  OS-EXT-STS:task_state:\n  OS-EXT-STS:vm_state: stopped\n',
      ],
      [WITH.replace('"ACTIVE"', 'null'), 'json', WITH],
    ] as const) {
      const [hint] = hintsOf(text, languageId, 'all');
      assert.ok(hint);
      assert.equal(applyEdits(text, hint.edits), expected);
    }
  });

  it('leaves a status alone that cannot be replaced without loss', () => {
    for (const status of ['&s ERROR', '"{{ status }}"', '17', '[ACTIVE]']) {
      const [hint] = hintsOf(`server:\n  OS-EXT-STS:vm_state: active\n  status: ${status}\n`, 'yaml', 'all');
      assert.deepEqual([hint?.status, hint?.edits], ['ACTIVE', []], status);
    }
  });

  it('stands behind the task_state where that comes first, too', () => {
    const text = 'server:\n  OS-EXT-STS:task_state: rebooting\n  OS-EXT-STS:vm_state: active\n';
    assert.equal(hintsOf(text, 'yaml')[0]?.offset, text.indexOf('rebooting') + 'rebooting'.length);
  });

  it('is not shown for a notification, which carries no status, nor for a misspelt state', () => {
    assert.deepEqual(
      hintsOf('{"nova_object.data": {"state": "active", "task_state": null}}', 'json', 'all'),
      [],
    );
    assert.deepEqual(hintsOf('{"server": {"OS-EXT-STS:vm_state": "actve"}}', 'json'), []);
  });

  it('is left out where nobody looks', () => {
    assert.deepEqual(hints(readFixture(WITHOUT, 'json'), { start: 0, end: 20 }, 'missing'), []);
  });
});
