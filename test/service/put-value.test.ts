import assert from 'node:assert/strict';
import { putValue, readFixture } from '../../src/service';
import { applyEdits, atCursor } from './helpers';

/** The text after a value is put at the mark `|`; undefined where it is put nowhere. */
function put(marked: string, languageId: string, value: string): string | undefined {
  const { text, offset } = atCursor(marked);
  const edit = putValue(readFixture(text, languageId), offset, value);
  return edit && applyEdits(text, [edit]);
}

describe('Putting a value at the cursor', () => {
  for (const [what, languageId, marked, value, expected] of [
    [
      'replaces a string of JSON',
      'json',
      '{"vm_state": "active", "task_state": null, "status": "AC|TIVE"}',
      'REBOOT',
      '{"vm_state": "active", "task_state": null, "status": "REBOOT"}',
    ],
    [
      'replaces a value of YAML',
      'yaml',
      'OS-EXT-STS:vm_state: act|ive\n',
      'stopped',
      'OS-EXT-STS:vm_state: stopped\n',
    ],
    [
      'replaces a number',
      'json',
      '{"OS-EXT-STS:vm_state": "active", "OS-EXT-STS:power_state": 1|}',
      '4',
      '{"OS-EXT-STS:vm_state": "active", "OS-EXT-STS:power_state": 4}',
    ],
    [
      'replaces a number by one of several digits',
      'json',
      '{"OS-EXT-STS:vm_state": "active", "OS-EXT-STS:power_state": 1|}',
      '10',
      '{"OS-EXT-STS:vm_state": "active", "OS-EXT-STS:power_state": 10}',
    ],
    [
      'replaces a number by a word',
      'json',
      '{"OS-EXT-STS:vm_state": "active", "OS-EXT-STS:power_state": 1|}',
      'Running',
      '{"OS-EXT-STS:vm_state": "active", "OS-EXT-STS:power_state": "Running"}',
    ],
    [
      'replaces a number by a word with digits at its end',
      'json',
      '{"OS-EXT-STS:vm_state": "active", "OS-EXT-STS:power_state": 1|}',
      'G3',
      '{"OS-EXT-STS:vm_state": "active", "OS-EXT-STS:power_state": "G3"}',
    ],
    [
      'replaces a number by a word with digits at its start',
      'json',
      '{"OS-EXT-STS:vm_state": "active", "OS-EXT-STS:power_state": 1|}',
      '3G',
      '{"OS-EXT-STS:vm_state": "active", "OS-EXT-STS:power_state": "3G"}',
    ],
    [
      'replaces a state by digits, which stay a string',
      'json',
      '{"OS-EXT-STS:vm_state": "act|ive"}',
      '4',
      '{"OS-EXT-STS:vm_state": "4"}',
    ],
    [
      'fills a value that is missing',
      'yaml',
      'server:\n  status: |\n  OS-EXT-STS:vm_state: active\n',
      'ACTIVE',
      'server:\n  status: ACTIVE\n  OS-EXT-STS:vm_state: active\n',
    ],
  ] as const) {
    it(what, () => {
      assert.equal(put(marked, languageId, value), expected);
    });
  }

  it('is left to others elsewhere', () => {
    const server = '"OS-EXT-STS:vm_state": "active", "status": "ACTIVE"';
    assert.equal(put(`{${server}, "state": "ac|tive", "old_state": "error"}`, 'json', 'stopped'), undefined);
    assert.equal(put('{"port": {"status": "AC|TIVE"}}', 'json', 'REBOOT'), undefined);
    assert.equal(put('{"OS-EXT-STS:vm_st|ate": "active", "status": "ACTIVE"}', 'json', 'REBOOT'), undefined);
  });
});
