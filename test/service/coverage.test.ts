import assert from 'node:assert/strict';
import { clouds } from '../../src/mapping';
import {
  type Coverage,
  coverageOf,
  DEFAULT_OPTIONS,
  listServers,
  noCoverage,
  readFixture,
} from '../../src/service';

/** A fixture with servers as `vm_state task_state status`; `-` for a key that is not there. */
function fixtureOf(name: string, ...servers: string[]) {
  const list = servers.map((server) => {
    const [vm, task, status] = server.split(' ').map((value) => (value === 'null' ? null : value));
    return {
      ...(vm === '-' ? {} : { 'OS-EXT-STS:vm_state': vm }),
      ...(task === '-' ? {} : { 'OS-EXT-STS:task_state': task }),
      ...(status === '-' ? {} : { status }),
    };
  });
  const fixture = readFixture(JSON.stringify({ servers: list }), 'json');
  return { name, servers: listServers(fixture, { ...DEFAULT_OPTIONS, cloud: 'openstack' }) };
}

const inTable = ([table]: readonly Coverage[], status: string) =>
  table?.statuses.find((one) => one.status === status);

const pairOf = (tables: readonly Coverage[], status: string, vmState: string, taskState: string | null) =>
  inTable(tables, status)?.pairs.find(
    ({ pair }) => pair?.vmState === vmState && pair.taskState === taskState,
  );

describe('What of a table fixtures cover', () => {
  it('counts a status and its pair, by servers and by fixtures', () => {
    const tables = coverageOf([
      fixtureOf('a', 'active rebooting REBOOT', 'active rebooting REBOOT'),
      fixtureOf('b', 'active reboot_started REBOOT'),
    ]);
    assert.deepEqual(amount(inTable(tables, 'REBOOT')), [3, 2]);
    assert.deepEqual(amount(pairOf(tables, 'REBOOT', 'active', 'rebooting')), [2, 1]);
  });

  it('lists what is nowhere', () => {
    const tables = coverageOf([fixtureOf('a', 'active null ACTIVE')]);
    assert.deepEqual(amount(inTable(tables, 'RESCUE')), [0, 0]);
    assert.deepEqual(
      tables[0]?.statuses.map(({ status }) => status),
      Object.keys(clouds.get('openstack')?.statuses ?? {}),
    );
  });

  it('counts no state of a server whose status is wrong', () => {
    const tables = coverageOf([fixtureOf('a', 'active rebooting ACTIVE')]);
    assert.deepEqual(amount(inTable(tables, 'ACTIVE')), [0, 0]);
    assert.deepEqual(amount(pairOf(tables, 'REBOOT', 'active', 'rebooting')), [0, 0]);
    assert.deepEqual(amount(tables[0]?.others), [1, 1]);
  });

  it('counts the status that the states add up to where none is written', () => {
    const tables = coverageOf([fixtureOf('a', 'stopped null -')]);
    assert.deepEqual(amount(inTable(tables, 'SHUTOFF')), [1, 1]);
  });

  it('counts DELETED with any vm_state, as Nova shows it', () => {
    assert.deepEqual(amount(inTable(coverageOf([fixtureOf('a', 'active null DELETED')]), 'DELETED')), [1, 1]);
  });

  it('counts a server without states for its status, and for no pair', () => {
    const tables = coverageOf([fixtureOf('a', '{{a}} null UNKNOWN', '{{a}} {{a}} UNKNOWN')]);
    const unknown = inTable(tables, 'UNKNOWN');
    assert.deepEqual(amount(unknown), [2, 1]);
    assert.deepEqual(
      unknown?.pairs.map((one) => [one.pair, ...(amount(one) ?? [])]),
      [[null, 2, 1]],
    );
    assert.deepEqual(amount(tables[0]?.others), [0, 0]);
  });

  it('makes a table for each cloud', () => {
    const tables = coverageOf([fixtureOf('a', 'active null ACTIVE')]);
    assert.deepEqual(
      tables.map(({ cloud }) => cloud.id),
      ['openstack'],
    );
    const rackspace = clouds.get('rackspace');
    assert.ok(rackspace && noCoverage(rackspace).statuses.every(({ servers }) => servers === 0));
  });
});

const amount = (one: { servers: number; fixtures: number } | undefined) => one && [one.servers, one.fixtures];
