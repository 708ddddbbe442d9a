import assert from 'node:assert/strict';
import { assertFindings, chosen, json, MARKS, only, recognised, unnamed } from '../helpers';

describe('unknown-vm-state', () => {
  const WRONG = { vmState: 'soft_deleted', taskState: null, status: 'ACTIVE' };

  it('is a warning, and gives no mismatch', () => {
    assertFindings(unnamed(WRONG), 'warning unknown-vm-state');
  });

  it('stands at the vm_state', () => {
    const { span } = only(unnamed(WRONG), 'unknown-vm-state');
    assert.equal(json(WRONG).slice(span.start, span.end), '"soft_deleted"');
  });

  it('expects and names the closest one', () => {
    const { expected, message } = only(unnamed(WRONG), 'unknown-vm-state');
    assert.deepEqual([expected[0], message.includes('soft-delete')], ['soft-delete', true]);
  });

  for (const [written, meant] of [
    ['build', 'building'],
    ['shutoff', 'stopped'],
    ['ACTIVE', 'active'],
    ['soft-deleted', 'soft-delete'],
    ['shelved-offloaded', 'shelved_offloaded'],
  ] as const) {
    it(`takes ${written} for ${meant}`, () => {
      assert.equal(
        only(unnamed({ vmState: written, status: 'ERROR' }), 'unknown-vm-state').expected[0],
        meant,
      );
    });
  }

  it('is a warning for a vm_state that no cloud has', () => {
    assertFindings(
      unnamed({ vmState: 'frozen', taskState: null, status: 'ACTIVE' }),
      'warning unknown-vm-state',
    );
  });

  for (const status of ['PAUSED', 'UNKNOWN'])
    it(`is the one warning for a vm_state that only OpenStack has, and ${status}`, () => {
      const found = chosen('huaweicloud', { vmState: 'paused', taskState: null, status });
      assertFindings(found, 'warning unknown-vm-state');
    });

  it('comes with a mismatch where the status is neither the cloud’s for it nor OpenStack’s', () => {
    const found = chosen('huaweicloud', { vmState: 'paused', taskState: null, status: 'ACTIVE' });
    assertFindings(found, 'error status-mismatch', 'warning unknown-vm-state');
    assert.deepEqual(only(found, 'status-mismatch').expected, ['PAUSED']);
  });

  it('is an information for a vm_state of OpenStack’s where the cloud was only recognised', () => {
    const found = recognised(MARKS.huaweicloud, { vmState: 'paused', taskState: null, status: 'UNKNOWN' });
    assertFindings(found, 'information unknown-vm-state');
  });

  it('takes build for a value of Rackspace’s, whose page has it', () => {
    assertFindings(chosen('rackspace', { vmState: 'build', taskState: null, status: 'BUILD' }));
  });
});
