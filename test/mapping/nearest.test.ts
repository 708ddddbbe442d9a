import assert from 'node:assert/strict';
import {
  type Cloud,
  clouds,
  knownAnywhere,
  knownTo,
  misspeltValues,
  nearestValues,
  nearestWords,
  resolveCloud,
  type StateField,
} from '../../src/mapping';

const cloud = (id: string) => clouds.get(id) as Cloud;

/** Cloud, field, what is written, what is meant. */
const SLIPS: readonly [string, StateField, string, string[]][] = [
  ['openstack', 'vmState', 'build', ['building']],
  ['openstack', 'vmState', 'soft_deleted', ['soft-delete']],
  ['openstack', 'vmState', 'soft-deleted', ['soft-delete']],
  ['rackspace', 'vmState', 'soft-delete', ['soft_deleted']],
  ['openstack', 'vmState', 'shutoff', ['stopped']],
  ['openstack', 'vmState', 'SHUT_OFF', ['stopped']],
  ['openstack', 'vmState', 'rescue', ['rescued']],
  ['openstack', 'vmState', 'running', ['active']],
  ['openstack', 'vmState', 'ACTIVE', ['active']],
  ['openstack', 'vmState', 'actve', ['active']],
  ['openstack', 'vmState', 'stoped', ['stopped']],
  ['openstack', 'vmState', 'shelved-offloaded', ['shelved_offloaded']],
  ['openstack', 'vmState', 'rebuilding', []],
  ['openstack', 'vmState', 'frozen', []],
  ['huaweicloud', 'vmState', 'rescued', []],
  ['openstack', 'taskState', 'powering_off', ['powering-off']],
  ['huaweicloud', 'taskState', 'powering_on', ['powering-on']],
  ['rackspace', 'taskState', 'powering-off', ['powering_off']],
  ['openstack', 'taskState', 'powering-of', ['powering-off', 'powering-on']],
  ['openstack', 'taskState', 'stopping', ['powering-off']],
  ['rackspace', 'taskState', 'stopping', []],
  ['openstack', 'taskState', 'soft_deleting', ['soft-deleting']],
  ['openstack', 'taskState', 'resize_migratng', ['resize_migrating', 'resize_migrated']],
  ['openstack', 'taskState', 'None', []],
  ['huaweicloud', 'taskState', 'unpausing', []],
  ['openstack', 'status', 'STOPPED', ['SHUTOFF']],
  ['openstack', 'status', 'BUILDING', ['BUILD']],
  ['openstack', 'status', 'RUNNING', ['ACTIVE']],
  ['openstack', 'status', 'RESCUED', ['RESCUE']],
  ['openstack', 'status', 'RESIZED', ['VERIFY_RESIZE', 'RESIZE']],
  ['openstack', 'status', 'SOFT_DELETE', ['SOFT_DELETED']],
  ['openstack', 'status', 'Active', ['ACTIVE']],
  ['openstack', 'status', 'REBOT', ['REBOOT']],
  ['openstack', 'status', 'RBUILD', ['REBUILD', 'BUILD']],
  ['openstack', 'status', 'RESIE', ['RESIZE', 'RESCUE']],
  ['openstack', 'taskState', 'resting', ['restoring', 'resuming', 'rescuing']],
  ['openstack', 'status', 'DELETING', []],
  ['huaweicloud', 'status', 'RESCUE', []],
  ['huaweicloud', 'status', 'UNKOWN', ['UNKNOWN']],
];

describe('nearestValues', () => {
  for (const [id, field, written, meant] of SLIPS) {
    it(`takes ${field} ${written} under ${id} for ${meant.join(' or ') || 'nothing else'}`, () => {
      assert.deepEqual(nearestValues(cloud(id), field, written), meant);
    });
  }

  it('has nothing nearer than a value that is right', () => {
    assert.deepEqual(nearestValues(cloud('openstack'), 'vmState', 'active'), []);
  });

  it('has nothing nearer than a second spelling of the cloud itself', () => {
    assert.deepEqual(nearestValues(cloud('rackspace'), 'vmState', 'build'), []);
  });

  it('allows one letter only in words of four letters or fewer', () => {
    assert.deepEqual(nearestValues(cloud('openstack'), 'vmState', 'erro'), ['error']);
    assert.deepEqual(nearestValues(cloud('openstack'), 'vmState', 'err'), []);
  });

  it('allows two letters in words of five', () => {
    assert.deepEqual(nearestValues(cloud('openstack'), 'vmState', 'tive'), []);
    assert.deepEqual(nearestValues(cloud('openstack'), 'vmState', 'xtive'), ['active']);
  });

  it('has three values at most', () => {
    const statuses = { OPEN1: '', OPEN2: '', OPEN3: '', OPEN4: '' };
    const own = resolveCloud({ id: 'own', title: 'Own', statuses }, clouds);
    assert.deepEqual(nearestValues(own, 'status', 'OPEN'), ['OPEN1', 'OPEN2', 'OPEN3']);
  });

  it('has nothing for a text that is longer than any value, whatever it is made of', () => {
    const padded = (length: number) => 'running'.padEnd(length, '_');
    assert.deepEqual(nearestValues(cloud('openstack'), 'vmState', padded(40)), ['active']);
    assert.deepEqual(nearestValues(cloud('openstack'), 'vmState', padded(41)), []);
  });

  it('has nothing for an empty text or a whole paragraph', () => {
    const found = ['', '  ', 'active '.repeat(1000)].flatMap((text) =>
      nearestValues(cloud('openstack'), 'vmState', text),
    );
    assert.deepEqual(found, []);
  });

  for (const { id } of clouds.values()) {
    it(`proposes only values that ${id} has`, () => {
      const foreign = SLIPS.flatMap(([, field, written]) =>
        nearestValues(cloud(id), field, written).filter((value) => !knownTo(cloud(id), field, value)),
      );
      assert.deepEqual(foreign, []);
    });
  }
});

describe('misspeltValues', () => {
  const own = resolveCloud({ id: 'own', title: 'Own', statuses: { A: '', OPEN: '' } }, clouds);

  it('has nothing for a value that is right', () => {
    assert.deepEqual(misspeltValues(own, 'status', 'OPEN'), []);
  });

  it('has nothing for a text without a letter, not even a value of one', () => {
    assert.deepEqual(misspeltValues(own, 'status', '--'), []);
  });

  it('has nothing for what an old spelling stands for', () => {
    assert.deepEqual(misspeltValues(cloud('openstack'), 'vmState', 'running'), []);
  });
});

describe('nearestWords', () => {
  const words = ['wrong-type', 'status-mismatch', 'statement', 'stats'];

  it('are those that begin with what is written, from three letters on', () => {
    assert.deepEqual(nearestWords(words, 'wro'), ['wrong-type']);
    assert.deepEqual(nearestWords(words, 'wr'), []);
    assert.deepEqual(nearestWords(words, 'type'), []);
  });

  it('are a slip away first, then longer', () => {
    assert.deepEqual(nearestWords(words, 'stat'), ['stats', 'status-mismatch', 'statement']);
  });

  it('are three at most', () => {
    assert.deepEqual(nearestWords([...words, 'stated'], 'stat'), ['stats', 'status-mismatch', 'statement']);
  });

  it('are none for a text without a letter, or longer than any name', () => {
    assert.deepEqual(nearestWords(['a'], '-'), []);
    assert.deepEqual(nearestWords(words, 'wrong-type'.padEnd(41, '_')), []);
  });
});

describe('knownTo', () => {
  it('minds case and separators', () => {
    assert.deepEqual(
      ['powering-off', 'powering_off', 'Powering-Off'].map((text) =>
        knownTo(cloud('openstack'), 'taskState', text),
      ),
      [true, false, false],
    );
  });

  it('counts the second spelling of a vm_state', () => {
    assert.ok(knownTo(cloud('rackspace'), 'vmState', 'build'));
  });

  it('does not count it as a status', () => {
    assert.equal(knownTo(cloud('rackspace'), 'status', 'build'), false);
  });

  it('is not misled by names that every object has', () => {
    assert.equal(knownTo(cloud('openstack'), 'status', 'constructor'), false);
  });
});

describe('knownAnywhere', () => {
  it('finds a value that one cloud alone has', () => {
    assert.ok(knownAnywhere(clouds, 'taskState', 'powering_off'));
  });

  it('does not find what no cloud has', () => {
    assert.equal(knownAnywhere(clouds, 'status', 'RUNNING'), false);
  });
});
