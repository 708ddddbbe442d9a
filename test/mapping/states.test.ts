import assert from 'node:assert/strict';
import { type Cloud, clouds, type Pair, resolveCloud, statusChoices } from '../../src/mapping';
import { PAIRS } from './pairs';

const cloud = (id: string) => clouds.get(id) as Cloud;
const choice = (from: Cloud, status: string) => statusChoices(from).find((one) => one.status === status);
const write = (pair: Pair | null) => pair && `${pair.vmState} ${pair.taskState}`;

describe('statusChoices', () => {
  it("are the statuses of the cloud's list in its order, each with its meaning", () => {
    assert.deepEqual(
      statusChoices(cloud('rackspace')).map(({ status, meaning }) => [status, meaning]),
      Object.entries(cloud('rackspace').statuses),
    );
  });

  it('have the pairs that the table gives the status, the one without an operation first', () => {
    assert.deepEqual(choice(cloud('openstack'), 'PAUSED')?.pairs.map(write).slice(0, 2), [
      'paused null',
      'paused image_snapshot',
    ]);
    assert.deepEqual(choice(cloud('rackspace'), 'MIGRATING')?.pairs.map(write), ['active migrating']);
  });

  it('have also the rows of the table that Nova never produces', () => {
    assert.ok(choice(cloud('huaweicloud'), 'SHELVED')?.pairs.map(write).includes('shelved shelving'));
  });

  it('have, for what the note under a table makes UNKNOWN, the pairs that Nova produces and no row has', () => {
    const huawei = cloud('huaweicloud');
    const noted = PAIRS.filter(({ huawei2024, plausible }) => huawei2024 === 'UNKNOWN*' && plausible)
      .filter(({ vmState }) => vmState in huawei.vmStates)
      .filter(({ taskState }) => taskState === null || taskState in huawei.taskStates);
    assert.deepEqual(choice(huawei, 'UNKNOWN')?.pairs.map(write).toSorted(), noted.map(write).toSorted());
  });

  it('have among these a server at rest under a vm_state without a row', () => {
    const vmStates = { paused: 'Paused.' };
    const own = resolveCloud({ id: 'own', title: 'Own', extends: 'huaweicloud', vmStates }, clouds);
    assert.ok(choice(own, 'UNKNOWN')?.pairs.map(write).includes('paused null'));
  });

  it('have no pair for a status that no server with states has', () => {
    assert.deepEqual(choice(cloud('openstack'), 'UNKNOWN')?.pairs, [null]);
  });

  it('have no pair for one that a config names and no row gives', () => {
    const statuses = { FROZEN: 'Frozen.' };
    const own = resolveCloud({ id: 'own', title: 'Own', extends: 'huaweicloud', statuses }, clouds);
    assert.deepEqual(choice(own, 'FROZEN')?.pairs, [null]);
  });
});
