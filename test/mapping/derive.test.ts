import assert from 'node:assert/strict';
import { type Cloud, clouds, deriveStatus, type Pair, pairsFor, resolveCloud } from '../../src/mapping';
import { within } from '../within';

const cloud = (id: string) => clouds.get(id) as Cloud;
const derive = (id: string, vmState: string, taskState: string | null) =>
  deriveStatus(cloud(id), vmState, taskState);
const write = ({ vmState, taskState }: Pair) => `${vmState} ${taskState}`;

describe('deriveStatus', () => {
  it('takes the row of exactly this pair', () => {
    assert.deepEqual(derive('openstack', 'active', 'rebooting'), {
      status: 'REBOOT',
      by: 'row',
      listed: true,
    });
  });

  it('takes the plain line of the vm_state for null', () => {
    assert.deepEqual(derive('openstack', 'stopped', null), { status: 'SHUTOFF', by: 'row', listed: true });
  });

  it('falls back on the vm_state for a task_state without a row', () => {
    assert.deepEqual(derive('openstack', 'active', 'pausing'), {
      status: 'ACTIVE',
      by: 'default',
      listed: false,
    });
  });

  it('takes an empty task_state for null', () => {
    assert.deepEqual(derive('huaweicloud', 'active', ''), { status: 'ACTIVE', by: 'row', listed: true });
  });

  it('is UNKNOWN in Nova for a vm_state that Nova does not have', () => {
    assert.deepEqual(derive('openstack', 'frozen', null), {
      status: 'UNKNOWN',
      by: 'default',
      listed: false,
    });
  });

  it('is UNKNOWN by the note at Huawei Cloud for a pair without a row', () => {
    assert.deepEqual(derive('huaweicloud', 'paused', null), { status: 'UNKNOWN', by: 'note', listed: false });
  });

  it('is nothing where the document is silent', () => {
    assert.deepEqual(derive('ecs-classic', 'shelved', null), { status: null, by: null, listed: false });
  });

  it('is nothing at Rackspace for a vm_state without a line', () => {
    assert.deepEqual(derive('rackspace', 'shelved', null), { status: null, by: null, listed: false });
  });

  it('reads the second spelling build as building, and does not call it listed', () => {
    assert.deepEqual(derive('rackspace', 'build', null), { status: 'BUILD', by: 'row', listed: false });
  });

  it('minds the case', () => {
    assert.equal(derive('openstack', 'Active', null).status, 'UNKNOWN');
  });

  it('takes a written * for a task_state like any other', () => {
    assert.equal(derive('openstack', 'active', '*').by, 'default');
  });

  it('is not misled by names that every object has', () => {
    assert.equal(derive('rackspace', 'constructor', 'toString').status, null);
  });

  it('gives DELETED for soft_deleted at Rackspace alone', () => {
    assert.deepEqual(
      [derive('rackspace', 'soft_deleted', null).status, derive('openstack', 'soft-delete', null).status],
      ['DELETED', 'SOFT_DELETED'],
    );
  });

  it('derives a million servers within seconds', () => {
    const huawei = cloud('huaweicloud');
    within(5, () => {
      for (let count = 0; count < 1_000_000; count++) deriveStatus(huawei, 'active', 'rebooting');
    });
  });
});

describe('pairsFor', () => {
  it('puts the pair without an operation first', () => {
    assert.equal(pairsFor(cloud('openstack'), 'SHUTOFF').map(write)[0], 'stopped null');
  });

  it('lists all rows of a status', () => {
    assert.deepEqual(pairsFor(cloud('openstack'), 'MIGRATING').map(write), [
      'active migrating',
      'paused migrating',
    ]);
  });

  it('spreads a row for any task_state over those that Nova produces there', () => {
    assert.deepEqual(pairsFor(cloud('openstack'), 'BUILD').map(write), [
      'building null',
      'building scheduling',
      'building block_device_mapping',
      'building networking',
      'building spawning',
      'building deleting',
    ]);
  });

  it('leaves out task_states that another row takes', () => {
    assert.ok(!pairsFor(cloud('openstack'), 'ACTIVE').map(write).includes('active rebooting'));
  });

  it('puts what Nova never produces last', () => {
    assert.deepEqual(pairsFor(cloud('huaweicloud'), 'SHELVED').map(write), [
      'shelved null',
      'shelved unshelving',
      'shelved shelving',
      'shelved shelving_image_pending_upload',
      'shelved shelving_image_uploading',
    ]);
  });

  it('has a server at rest under a vm_state that only its own cloud has', () => {
    const rows = [{ vmState: 'frozen', taskState: '*', status: 'FROZEN' }];
    const own = resolveCloud({ id: 'own', title: 'Own', extends: 'openstack', rows }, clouds);
    assert.deepEqual(pairsFor(own, 'FROZEN').map(write), ['frozen null']);
  });

  it("knows a cloud's own names for what Nova produces", () => {
    assert.ok(pairsFor(cloud('rackspace'), 'ACTIVE').map(write).includes('active powering_off'));
  });

  it('has nothing for UNKNOWN, which no row gives', () => {
    assert.deepEqual(pairsFor(cloud('huaweicloud'), 'UNKNOWN'), []);
  });

  for (const { id, statuses } of clouds.values()) {
    it(`gives only pairs that derive the status again under ${id}`, () => {
      const wrong = Object.keys(statuses).flatMap((status) =>
        pairsFor(cloud(id), status).filter(
          ({ vmState, taskState }) => derive(id, vmState, taskState).status !== status,
        ),
      );
      assert.deepEqual(wrong, []);
    });
  }
});
