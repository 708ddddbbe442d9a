import assert from 'node:assert/strict';
import { clouds, describe as describeValue, resolveCloud, searchValues } from '../../src/mapping';

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

  it('puts what the query spells before what it begins', () => {
    assert.deepEqual(values('soft-delete').slice(0, 2), ['soft-delete', 'SOFT_DELETED']);
  });

  it('has a number for a power_state alone', () => {
    assert.ok(searchValues(clouds, '').every((found) => 'code' in found === (found.field === 'powerState')));
  });

  it('finds everything for an empty query, and for blanks', () => {
    assert.ok(values('').length > 80);
    assert.deepEqual(values('  '), values(''));
  });

  it('finds a meaning by all of the words, not by some', () => {
    assert.deepEqual(values('live hamster'), []);
  });

  it('does not take a value without a number for one that is undefined', () => {
    assert.deepEqual(values('undefined'), []);
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

  it('knows a power_state by its name in any case', () => {
    const powerStates = [{ code: 9, name: 'FROZEN', words: ['iced'], meaning: 'Frozen.' }];
    const own = new Map([['own', resolveCloud({ id: 'own', title: 'Own', powerStates }, clouds)]]);
    for (const name of ['FROZEN', 'Frozen', 'Iced', '9'])
      assert.deepEqual(describeValue(own, name), [
        { cloud: 'own', kind: 'power_state', description: 'Frozen.', pairs: [] },
      ]);
  });

  it('gives the vm_states that a power_state is seen with, at rest', () => {
    assert.deepEqual(describeValue(clouds, '3')[0]?.pairs, [{ vmState: 'paused', taskState: null }]);
    assert.deepEqual(describeValue(clouds, '7')[0]?.pairs, [{ vmState: 'suspended', taskState: null }]);
  });

  it('sees no power_state with a vm_state that Nova does not have', () => {
    const own = resolveCloud(
      { id: 'own', title: 'Own', extends: 'openstack', vmStates: { frozen: '' } },
      clouds,
    );
    const [seen] = describeValue(new Map([['own', own]]), '7');
    assert.deepEqual(seen?.pairs, [{ vmState: 'suspended', taskState: null }]);
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

  it('takes a second spelling for the vm_state alone', () => {
    const own = resolveCloud(
      {
        id: 'own',
        title: 'Own',
        statuses: { halt: 'Halting.', stop: 'Stopped.' },
        vmStates: { stop: 'At rest.' },
        vmStateAliases: { halt: 'stop' },
      },
      clouds,
    );
    assert.deepEqual(
      describeValue(new Map([['own', own]]), 'halt').map(
        ({ kind, description }) => `${kind}: ${description}`,
      ),
      ['status: Halting.', 'vm_state: At rest.'],
    );
  });

  it('has nothing for a value that no cloud has', () => {
    assert.deepEqual(describeValue(clouds, 'toString'), []);
  });
});
