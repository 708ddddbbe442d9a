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
  const mine = resolveCloud(frozen, clouds);
  const nova = clouds.get('openstack') as Cloud;

  it('adds its own rows behind those of the other cloud', () => {
    assert.deepEqual(mine.rows, [...nova.rows, ...frozen.rows]);
  });

  it('derives by its own rows', () => {
    assert.equal(deriveStatus(mine, 'active', 'freezing').status, 'FROZEN');
  });

  it('derives by the rows of the other cloud as well', () => {
    assert.equal(deriveStatus(mine, 'active', 'rebooting').status, 'REBOOT');
  });

  it('puts its row in the place of one for the same pair', () => {
    const rows = [{ vmState: 'active', taskState: 'rebooting', status: 'RESTART' }];
    const other = resolveCloud({ ...frozen, rows }, clouds);
    assert.deepEqual([other.rows.length, deriveStatus(other, 'active', 'rebooting').status], [39, 'RESTART']);
  });

  it('keeps the vocabulary of the other cloud', () => {
    assert.deepEqual(Object.keys(mine.statuses), [...Object.keys(nova.statuses), 'FROZEN']);
  });

  it('knows a value that only a row names', () => {
    assert.equal(mine.taskStates.freezing, '');
  });

  it('takes over what an unlisted pair and an unknown vm_state mean', () => {
    assert.deepEqual([mine.unlisted, mine.unknownVmState], ['default', 'UNKNOWN']);
  });

  it('can take back what an unknown vm_state means', () => {
    assert.equal(resolveCloud({ ...frozen, unknownVmState: null }, clouds).unknownVmState, null);
  });

  it('takes over the sources', () => {
    assert.equal(mine.sources, nova.sources);
  });

  it('does not take over what gives the other cloud away', () => {
    const own = resolveCloud({ id: 'mine', title: 'Mine', extends: 'huaweicloud' }, clouds);
    assert.deepEqual(own.evidence, { hosts: [], keys: [] });
  });

  it('leaves the other cloud as it was', () => {
    assert.equal('FROZEN' in nova.statuses, false);
  });

  it('is silent about all pairs when it is written with nothing in it', () => {
    const empty = resolveCloud({ id: 'empty', title: 'Empty' }, clouds);
    assert.equal(deriveStatus(empty, 'active', null).status, null);
  });

  it('names the cloud that does not exist', () => {
    assert.throws(
      () => resolveCloud({ ...frozen, extends: 'openstak' }, clouds),
      /"mycloud" extends "openstak"/,
    );
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
    assert.throws(() => resolveClouds([a, { ...b, extends: 'a' }], clouds), /circle/);
  });
});
