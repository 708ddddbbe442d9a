import assert from 'node:assert/strict';
import { assertFindings, chosen, json, only, unnamed } from '../helpers';

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
});
