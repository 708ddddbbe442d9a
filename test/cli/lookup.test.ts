import assert from 'node:assert/strict';
import { tmpdir } from 'node:os';
import { PAIRS } from '../mapping/pairs';
import { run } from './helpers';

const lookUp = (...args: string[]) => run(tmpdir(), ['lookup', ...args]);
const asJson = (...args: string[]) => JSON.parse(lookUp(...args, '--format', 'json').out);

describe('server-status lookup of a pair', function () {
  this.timeout(120_000);
  it('has the shape that is fixed', () => {
    const told = asJson('--vm-state', 'active', '--task-state', 'rebooting', '--cloud', 'openstack');
    assert.deepEqual(told, {
      vmState: 'active',
      taskState: 'rebooting',
      results: [{ cloud: 'openstack', status: 'REBOOT', listed: true, plausible: true, by: 'row' }],
    });
  });

  it('has one result a cloud', () => {
    const { results } = asJson('--vm-state', 'active', '--task-state', 'null');
    assert.deepEqual(results.map(({ cloud }: { cloud: string }) => cloud).sort(), [
      'ecs-classic',
      'huaweicloud',
      'openstack',
      'opentelekomcloud',
      'rackspace',
    ]);
  });

  it('takes null for no operation, and so does a task_state that is not given', () => {
    assert.deepEqual(asJson('--vm-state', 'active'), asJson('--vm-state', 'active', '--task-state', 'null'));
  });

  it('has the status null where a document is silent', () => {
    const { results } = asJson('--vm-state', 'paused', '--task-state', 'null', '--cloud', 'ecs-classic');
    assert.deepEqual([results[0].status, results[0].by], [null, null]);
  });

  it('says that a note gave the status', () => {
    const { results } = asJson(
      '--vm-state',
      'active',
      '--task-state',
      'resize_prep',
      '--cloud',
      'huaweicloud',
    );
    assert.deepEqual(results[0], {
      cloud: 'huaweicloud',
      status: 'UNKNOWN',
      listed: false,
      plausible: true,
      by: 'note',
    });
  });

  it('says that a vm_state’s default gave the status', () => {
    const { results } = asJson(
      '--vm-state',
      'stopped',
      '--task-state',
      'rebooting_hard',
      '--cloud',
      'openstack',
    );
    assert.deepEqual([results[0].status, results[0].by], ['SHUTOFF', 'default']);
  });

  it('agrees with the table of pairs in all five clouds', () => {
    const differences = PAIRS.flatMap(({ vmState, taskState, nova, ecs2022, huawei2024, rackspace }) => {
      const { results } = asJson('--vm-state', vmState, '--task-state', taskState ?? 'null');
      const of = (id: string) => results.find(({ cloud }: { cloud: string }) => cloud === id);
      const write = (id: string) => `${of(id).status ?? '-'}${of(id).by === 'note' ? '*' : ''}`;
      const listed = of('rackspace').listed ? of('rackspace').status : '-';
      const told = [
        write('openstack'),
        write('ecs-classic'),
        write('huaweicloud'),
        write('opentelekomcloud'),
        listed,
      ];
      const right = [nova, ecs2022, huawei2024, huawei2024, rackspace];
      return told.join() === right.join() ? [] : [`${vmState} ${taskState}: ${told}, not ${right}`];
    });
    assert.deepEqual(differences, []);
  });

  it('prints a line a cloud as text', () => {
    const { code, out } = lookUp('--vm-state', 'active', '--task-state', 'rebooting');
    assert.deepEqual([code, out.match(/REBOOT/g)?.length], [0, 5]);
  });

  it('says the same in text and in JSON, in a cloud’s own words too', () => {
    const pair = ['--vm-state', 'active', '--task-state', 'powering_off', '--cloud', 'rackspace'];
    assert.equal(asJson(...pair).results[0].plausible, false);
    assert.match(
      lookUp(...pair).out,
      /Nova never produces this pair .* it spells the pair active \+ powering-off/,
    );
  });
});

describe('server-status lookup of a value', () => {
  it('has the shape that is fixed', () => {
    const { value, results } = asJson('PASSWORD', '--cloud', 'openstack');
    assert.deepEqual(
      [value, results.length, Object.keys(results[0]).sort()],
      ['PASSWORD', 1, ['cloud', 'description', 'kind', 'pairs']],
    );
  });

  it('has the pairs that give a status', () => {
    const { results } = asJson('PASSWORD', '--cloud', 'openstack');
    assert.deepEqual(results[0].pairs, [{ vmState: 'active', taskState: 'updating_password' }]);
  });

  it('has the clouds that know a value alone', () => {
    const { results } = asJson('SHELVED');
    assert.deepEqual(results.map(({ cloud }: { cloud: string }) => cloud).sort(), [
      'huaweicloud',
      'openstack',
      'opentelekomcloud',
    ]);
  });

  it('knows a word that is a vm_state here and a status there by its kind', () => {
    const kinds = asJson('deleted', '--cloud', 'openstack').results.map(({ kind }: { kind: string }) => kind);
    assert.equal(kinds.includes('status'), false);
  });

  it('exits with 1 and names the nearest for a value that no cloud knows', () => {
    const { code, err } = lookUp('REBOTT');
    assert.deepEqual([code, err.includes('REBOOT')], [1, true]);
  });
});

describe('server-status clouds', () => {
  it('names the clouds with their sources', () => {
    const { code, out } = run(tmpdir(), ['clouds']);
    const ids = ['openstack', 'huaweicloud', 'opentelekomcloud', 'ecs-classic', 'rackspace'];
    assert.deepEqual([code, ids.filter((id) => !out.includes(id)), out.includes('https://')], [0, [], true]);
  });

  it('gives every row as JSON', () => {
    const { out } = run(tmpdir(), ['clouds', '--format', 'json']);
    const told = JSON.parse(out);
    const rows = (told.clouds ?? told).map(({ id, rows: all }: { id: string; rows: unknown[] }) => [
      id,
      all.length,
    ]);
    assert.deepEqual(Object.fromEntries(rows)['ecs-classic'], 36);
  });

  it('gives second spellings of vm_states, and the status of those that nobody knows', () => {
    const { clouds } = JSON.parse(run(tmpdir(), ['clouds', '--format', 'json']).out);
    const of = (id: string) => clouds.find((cloud: { id: string }) => cloud.id === id);
    assert.deepEqual(of('rackspace').vmStateAliases, { build: 'building' });
    assert.equal(of('openstack').unknownVmState, 'UNKNOWN');
  });
});
