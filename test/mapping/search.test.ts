import assert from 'node:assert/strict';
import { clouds, describe as describeValue, searchValues } from '../../src/mapping';

const values = (query: string) => searchValues(clouds, query).map(({ value }) => value);

describe('searchValues', () => {
  it('finds a power_state by its number', () => {
    const [first] = searchValues(clouds, '4');
    assert.deepEqual([first?.field, first?.value, first?.code], ['powerState', 'SHUTDOWN', 4]);
  });

  it('puts the value itself first', () => {
    assert.equal(values('reboot')[0], 'REBOOT');
  });

  it('puts a value that begins with the query before one that has it inside', () => {
    assert.ok(values('reboot').indexOf('reboot_pending') < values('reboot').indexOf('HARD_REBOOT'));
  });

  it('puts values before meanings', () => {
    const found = values('shelved');
    assert.ok(found.indexOf('shelved_offloaded') < found.indexOf('shelving_offloading'));
  });

  it('finds a value by its meaning', () => {
    assert.ok(values('live migrated').includes('MIGRATING'));
  });

  it('does not mind case and separators', () => {
    assert.deepEqual(values('Powering Off').slice(0, 2), ['powering-off', 'powering_off']);
  });

  it('names every cloud that has the value, with its own words', () => {
    const [first] = searchValues(clouds, 'SHELVED_OFFLOADED');
    assert.deepEqual(
      first?.clouds.map(({ id }) => id),
      ['openstack', 'huaweicloud', 'opentelekomcloud'],
    );
  });

  it('finds power_states', () => {
    assert.ok(
      searchValues(clouds, 'crashed').some(
        ({ field, value }) => field === 'powerState' && value === 'CRASHED',
      ),
    );
  });

  it('finds everything for an empty query', () => {
    assert.ok(values('').length > 80);
  });

  it('finds nothing for a word that nobody uses', () => {
    assert.deepEqual(values('hamster'), []);
  });
});

describe('describe', () => {
  it('says where a status stands', () => {
    assert.deepEqual(
      describeValue(clouds, 'REBOOT').map(({ cloud, kind }) => `${cloud} ${kind}`),
      [
        'openstack status',
        'huaweicloud status',
        'opentelekomcloud status',
        'ecs-classic status',
        'rackspace status',
      ],
    );
  });

  it('gives the pairs of a status', () => {
    assert.deepEqual(describeValue(clouds, 'REBOOT')[4]?.pairs, [
      { vmState: 'active', taskState: 'rebooting' },
    ]);
  });

  it('gives the pairs of a task_state', () => {
    assert.deepEqual(describeValue(clouds, 'unshelving')[0]?.pairs, [
      { vmState: 'shelved', taskState: 'unshelving' },
      { vmState: 'shelved_offloaded', taskState: 'unshelving' },
      // Seldom: what an unshelve leaves behind that failed.
      { vmState: 'error', taskState: 'unshelving' },
    ]);
  });

  it('gives the pairs of a vm_state, at rest first', () => {
    assert.deepEqual(describeValue(clouds, 'rescued')[0]?.pairs, [
      { vmState: 'rescued', taskState: null },
      { vmState: 'rescued', taskState: 'unrescuing' },
      { vmState: 'rescued', taskState: 'deleting' },
      { vmState: 'rescued', taskState: 'soft-deleting' },
    ]);
  });

  it('has no pair for a task_state that Nova never assigns', () => {
    assert.deepEqual(describeValue(clouds, 'resize_confirming')[0]?.pairs, []);
  });

  it('knows a power_state by its code and by its word', () => {
    assert.deepEqual(describeValue(clouds, '4'), describeValue(clouds, 'Shut Down'));
  });

  it('tells a vm_state from a power_state of the same name', () => {
    assert.deepEqual(
      describeValue(clouds, 'paused').map(({ cloud, kind }) => `${cloud} ${kind}`),
      ['openstack vm_state', 'openstack power_state', 'rackspace vm_state'],
    );
  });

  it('describes the second spelling of a vm_state', () => {
    assert.deepEqual(
      describeValue(clouds, 'build').map(({ cloud, kind }) => `${cloud} ${kind}`),
      ['rackspace vm_state'],
    );
  });

  it('has nothing for a value that no cloud has', () => {
    assert.deepEqual(describeValue(clouds, 'toString'), []);
  });
});
