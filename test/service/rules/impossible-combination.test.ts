import assert from 'node:assert/strict';
import { applyEdits, assertFindings, chosen, json, only, unnamed, type Written } from '../helpers';

describe('impossible-combination', () => {
  const NEVER = { vmState: 'active', taskState: 'spawning', status: 'ACTIVE' };

  it('is information for a pair that Nova never produces', () => {
    assertFindings(unnamed(NEVER), 'information impossible-combination');
  });

  it('carries the place of the vm_state', () => {
    const { related } = only(unnamed(NEVER), 'impossible-combination');
    assert.ok(related.some(({ span }) => json(NEVER).slice(span.start, span.end) === '"active"'));
  });

  it('stands beside a mismatch, for the two are at different fields', () => {
    const found = unnamed({ ...NEVER, status: 'BUILD' }).map(({ rule }) => rule);
    assert.deepEqual(found.sort(), ['impossible-combination', 'status-mismatch']);
  });

  it('is found for shelved and shelving under OpenStack, which never produces it', () => {
    const found = unnamed({ vmState: 'shelved', taskState: 'shelving', status: 'SHELVED' });
    assertFindings(found, 'information impossible-combination');
  });

  it('is not found for shelved and shelving under Huawei Cloud, whose table has a row for it', () => {
    assertFindings(chosen('huaweicloud', { vmState: 'shelved', taskState: 'shelving', status: 'SHELVED' }));
  });

  for (const [vmState, taskState, status] of [
    ['active', 'shelving', 'ACTIVE'],
    ['shelved', 'powering-on', 'SHELVED'],
    ['shelved_offloaded', 'spawning', 'SHELVED_OFFLOADED'],
    ['resized', 'powering-off', 'VERIFY_RESIZE'],
    ['building', null, 'BUILD'],
    ['suspended', 'rebooting_hard', 'SUSPENDED'],
    ['active', 'powering-off', 'ACTIVE'],
  ] as const) {
    it(`is not found for ${vmState} and ${taskState}, which Nova produces`, () => {
      assertFindings(unnamed({ vmState, taskState, status }));
    });
  }

  it('names the pair and each of the two', () => {
    assert.equal(
      only(unnamed(NEVER), 'impossible-combination').message,
      'Nova never produces "active" + "spawning": no operation sets "spawning" on a server whose vm_state is "active".',
    );
  });

  it('stands at the task_state and shows the vm_state alone: the status is not at fault', () => {
    const { span, related } = only(unnamed(NEVER), 'impossible-combination');
    const shown = [span, ...related.map((one) => one.span)].map(({ start, end }) =>
      json(NEVER).slice(start, end),
    );
    assert.deepEqual(shown, ['"spawning"', '"active"']);
  });

  /** What the fixes make of a server. */
  const mended = (server: Written) => {
    const { fixes } = only(unnamed(server), 'impossible-combination');
    assert.ok(fixes.every(({ preferred }) => !preferred));
    return fixes.map(({ edits }) => {
      const { status, ...states } = JSON.parse(applyEdits(json(server), edits));
      return Object.values(states).map(String).join(' + ');
    });
  };

  it('is mended by a server at rest, or by the vm_states that the operation runs in', () => {
    assert.deepEqual(mended({ vmState: 'active', taskState: 'unshelving' }), [
      'active + null',
      'shelved + unshelving',
      'shelved_offloaded + unshelving',
    ]);
  });

  it('is not mended by what only an operation leaves behind that failed', () => {
    assert.deepEqual(mended({ vmState: 'stopped', taskState: 'suspending' }), [
      'stopped + null',
      'active + suspending',
    ]);
  });

  it('is mended only by pairs that the status follows from', () => {
    assert.deepEqual(mended(NEVER), ['active + null']);
    assert.deepEqual(mended({ ...NEVER, status: 'SHELVED_OFFLOADED' }), ['shelved_offloaded + spawning']);
  });

  it('says nothing of values that Nova has no name for', () => {
    assertFindings(unnamed({ vmState: 'frozen', taskState: 'spawning' }), 'warning unknown-vm-state');
    assertFindings(unnamed({ vmState: 'active', taskState: 'freezing' }), 'warning unknown-task-state');
  });

  it("knows Nova's name of a value of Rackspace's", () => {
    const found = chosen('rackspace', { vmState: 'soft_deleted', taskState: 'powering_off' });
    assertFindings(found, 'information impossible-combination');
  });

  it('says nothing of a server without a vm_state or task_state', () => {
    assertFindings(unnamed({ taskState: 'spawning', status: 'BUILD' }));
    assertFindings(unnamed({ vmState: 'paused', status: 'PAUSED' }));
    assertFindings(unnamed({ vmState: 'paused', taskState: '', status: 'PAUSED' }));
  });
});
