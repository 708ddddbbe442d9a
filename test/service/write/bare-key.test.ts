import assert from 'node:assert/strict';
import { clouds, DEFAULT_CLOUD } from '../../../src/mapping';
import { isWhole, readFixture, setState } from '../../../src/service';
import { applyEdits } from '../../../src/service/write/edits';

const STATE = {
  status: 'REBOOT',
  pair: { vmState: 'active', taskState: 'rebooting' },
} as const;

/** The text after its first server is brought into the state; undefined where that is not offered. */
function brought(text: string): string | undefined {
  const fixture = readFixture(text, 'yaml');
  const [server] = fixture.servers;
  const cloud = clouds.get(DEFAULT_CLOUD);
  assert.ok(server && cloud);
  const made = setState(fixture, server, cloud, STATE);
  return made && applyEdits(text, made.edits);
}

describe('A key without a value', () => {
  for (const [what, text] of [
    ['in braces', 'server: {OS-EXT-STS:vm_state: active, OS-EXT-STS:task_state, status: REBOOT}\n'],
    ['behind a tag', 'OS-EXT-STS:vm_state: active\nOS-EXT-STS:task_state: !!str\nstatus: REBOOT\n'],
    ['behind an anchor', 'OS-EXT-STS:vm_state: active\nOS-EXT-STS:task_state: &a\nstatus: REBOOT\n'],
    ['behind a question mark', 'OS-EXT-STS:vm_state: active\n? OS-EXT-STS:task_state\nstatus: REBOOT\n'],
    ['behind its colon', 'OS-EXT-STS:vm_state: active\nOS-EXT-STS:task_state:\nstatus: REBOOT\n'],
  ] as const) {
    it(`gets one that stands apart, or none: ${what}`, () => {
      const after = brought(text);
      if (after === undefined) return;
      assert.ok(isWhole(after, 'yaml'), after);
      assert.equal(readFixture(after, 'yaml').servers[0]?.fields.taskState?.text, 'rebooting', after);
    });
  }
});
