import assert from 'node:assert/strict';
import { type Cloud, clouds, deriveStatus, resolveCloud, resolveClouds } from '../../src/mapping';

const frozen = {
  id: 'mycloud',
  title: 'My cloud',
  extends: 'openstack',
  statuses: { FROZEN: 'Frozen for want of payment.' },
  rows: [{ vmState: 'active', taskState: 'freezing', status: 'FROZEN' }],
};

describe('resolveCloud', () => {
  const mine = () => resolveCloud(frozen, clouds);
  const nova = clouds.get('openstack') as Cloud;

  it('adds its own rows behind those of the other cloud', () => {
    assert.deepEqual(mine().rows, [...nova.rows, ...frozen.rows]);
  });

  it('derives by its own rows', () => {
    assert.equal(deriveStatus(mine(), 'active', 'freezing').status, 'FROZEN');
  });

  it('derives by the rows of the other cloud as well', () => {
    assert.equal(deriveStatus(mine(), 'active', 'rebooting').status, 'REBOOT');
  });

  it('puts its row in the place of one for the same pair', () => {
    const rows = [{ vmState: 'active', taskState: 'rebooting', status: 'RESTART' }];
    const other = resolveCloud({ ...frozen, rows }, clouds);
    assert.deepEqual([other.rows.length, deriveStatus(other, 'active', 'rebooting').status], [39, 'RESTART']);
  });

  it('keeps the vocabulary of the other cloud', () => {
    assert.deepEqual(Object.keys(mine().statuses), [...Object.keys(nova.statuses), 'FROZEN']);
  });

  it('knows a value that only a row names', () => {
    assert.equal(mine().taskStates.freezing, '');
  });

  it('takes over what an unlisted pair and an unknown vm_state mean', () => {
    assert.deepEqual([mine().unlisted, mine().unknownVmState], ['default', 'UNKNOWN']);
  });

  it('can take back what an unknown vm_state means', () => {
    assert.equal(resolveCloud({ ...frozen, unknownVmState: null }, clouds).unknownVmState, null);
  });

  it('says itself what an unknown vm_state means', () => {
    const own = resolveCloud({ id: 'own', title: 'Own', unknownVmState: 'LOST' }, clouds);
    assert.equal(deriveStatus(own, 'frozen', null).status, 'LOST');
  });

  it('takes over the sources', () => {
    assert.equal(mine().sources, nova.sources);
  });

  it('does not take over what gives the other cloud away', () => {
    const own = resolveCloud({ id: 'mine', title: 'Mine', extends: 'huaweicloud' }, clouds);
    assert.deepEqual(own.evidence, { hosts: [], keys: [] });
  });

  it('leaves the other cloud as it was', () => {
    assert.equal('FROZEN' in nova.statuses, false);
  });

  describe('written with nothing in it', () => {
    const empty = () => resolveCloud({ id: 'empty', title: 'Empty' }, clouds);

    it('is silent about all pairs', () => {
      assert.equal(deriveStatus(empty(), 'active', null).status, null);
      assert.equal(empty().unlisted, 'silent');
    });

    it('has no value, no row and no source', () => {
      const { statuses, vmStates, taskStates, rows, powerStates, sources } = empty();
      assert.deepEqual(
        [statuses, vmStates, taskStates, rows, powerStates, sources],
        [{}, {}, {}, [], [], []],
      );
    });
  });

  it('has its own sources, and says itself what an unlisted pair means', () => {
    const sources = [{ title: 'Ours', url: 'https://own.example', date: '2026-01-01' }];
    const own = resolveCloud({ ...frozen, sources, unlisted: 'UNKNOWN' }, clouds);
    assert.deepEqual([own.sources, own.unlisted], [sources, 'UNKNOWN']);
  });

  it('has the vm_state and the status of a row of its own, and what was said of them before', () => {
    const rows = [
      { vmState: 'frozen', taskState: null, status: 'ICE' },
      { vmState: 'active', taskState: 'freezing', status: 'ACTIVE' },
    ];
    const own = resolveCloud({ id: 'own', title: 'Own', extends: 'openstack', rows }, clouds);
    assert.deepEqual(own.vmStates, { ...nova.vmStates, frozen: '' });
    assert.deepEqual(own.statuses, { ...nova.statuses, ICE: '' });
    assert.deepEqual(own.taskStates, { ...nova.taskStates, freezing: '' });
  });

  it('falls back on its own row for any task_state, which is no task_state itself', () => {
    const rows = [{ vmState: 'frozen', taskState: '*', status: 'FROZEN' }];
    const own = resolveCloud({ ...frozen, rows }, clouds);
    assert.deepEqual(deriveStatus(own, 'frozen', 'thawing'), {
      status: 'FROZEN',
      by: 'default',
      listed: false,
    });
    assert.deepEqual(own.taskStates, nova.taskStates);
  });

  it('puts its power_states among those of the other cloud, by their numbers', () => {
    const powerStates = [
      { code: 5, name: 'FROZEN', words: [], meaning: 'Frozen.' },
      { code: 3, name: 'HALTED', words: [], meaning: 'Halted.' },
    ];
    const own = resolveCloud({ ...frozen, powerStates }, clouds);
    assert.deepEqual(
      own.powerStates.map(({ code, name }) => `${code} ${name}`),
      ['0 NOSTATE', '1 RUNNING', '3 HALTED', '4 SHUTDOWN', '5 FROZEN', '6 CRASHED', '7 SUSPENDED'],
    );
  });

  it('takes over the second spellings and the names of Nova, and adds its own', () => {
    const own = resolveCloud(
      {
        id: 'own',
        title: 'Own',
        extends: 'rackspace',
        vmStateAliases: { run: 'active' },
        novaNames: { x: 'y' },
      },
      clouds,
    );
    assert.deepEqual([own.vmStateAliases.build, own.vmStateAliases.run], ['building', 'active']);
    assert.deepEqual([own.novaNames.powering_off, own.novaNames.x], ['powering-off', 'y']);
  });

  it('names the cloud that does not exist', () => {
    assert.throws(
      () => resolveCloud({ ...frozen, extends: 'openstak' }, clouds),
      /"mycloud" extends "openstak", .* Known clouds: openstack, huaweicloud, opentelekomcloud, ecs-classic, rackspace\.$/,
    );
    assert.throws(() => resolveCloud(frozen, new Map()), /Known clouds: none\.$/);
  });
});

describe('resolveClouds', () => {
  const a = { id: 'a', title: 'A', extends: 'b' };
  const b = { id: 'b', title: 'B', extends: 'openstack' };

  it('resolves clouds that stand before the one they extend', () => {
    assert.equal(resolveClouds([a, b], clouds).get('a')?.rows.length, 39);
  });

  it('keeps the order in which they were written', () => {
    assert.deepEqual([...resolveClouds([a, b], clouds).keys()].slice(-2), ['a', 'b']);
  });

  it('lets a cloud take the place of the one that it is named after', () => {
    const own = { ...frozen, id: 'openstack' };
    assert.equal(resolveClouds([own], clouds).get('openstack')?.rows.length, 40);
  });

  it('refuses clouds that extend one another in a circle', () => {
    assert.throws(() => resolveClouds([a, { ...b, extends: 'a' }], clouds), /in a circle: a, b\.$/);
  });

  it('lets a cloud extend the one that it takes the place of', () => {
    const own = { ...frozen, id: 'openstack' };
    assert.equal(resolveClouds([own, a, b], clouds).get('a')?.statuses.FROZEN, 'Frozen for want of payment.');
  });
});
