import assert from 'node:assert/strict';
import { stateMap, wayOf } from '../../src/map';
import { NOVA_ACTIONS, resolveCloud } from '../../src/mapping';
import { inEnglish } from '../../src/words';
import { CLOUDS } from './helpers';

const [openstack] = CLOUDS;
if (openstack === undefined) throw new Error('There is no cloud');

/** The ways of OpenStack, read off Nova's source by hand: from, to, actions. */
const WAYS: readonly (readonly [string | null, string, string])[] = [
  [null, 'building', 'create'],
  ['building', 'active', 'create'],
  ['building', 'error', 'create'],
  ['active', 'stopped', 'stop evacuate'],
  ['stopped', 'active', 'start hard_reboot'],
  ['active', 'paused', 'pause'],
  ['paused', 'active', 'unpause hard_reboot'],
  ['active', 'suspended', 'suspend'],
  ['suspended', 'active', 'resume hard_reboot'],
  ['active', 'rescued', 'rescue'],
  ['stopped', 'rescued', 'rescue'],
  ['error', 'rescued', 'rescue'],
  ['rescued', 'active', 'unrescue'],
  ['active', 'resized', 'resize migrate'],
  ['stopped', 'resized', 'resize migrate'],
  ['resized', 'active', 'confirm_resize revert_resize'],
  ['resized', 'stopped', 'confirm_resize revert_resize'],
  ['active', 'shelved', 'shelve'],
  ['active', 'shelved_offloaded', 'shelve'],
  ['stopped', 'shelved', 'shelve'],
  ['stopped', 'shelved_offloaded', 'shelve'],
  ['paused', 'shelved', 'shelve'],
  ['paused', 'shelved_offloaded', 'shelve'],
  ['suspended', 'shelved', 'shelve'],
  ['suspended', 'shelved_offloaded', 'shelve'],
  ['shelved', 'shelved_offloaded', 'shelve_offload'],
  ['shelved', 'active', 'unshelve'],
  ['shelved_offloaded', 'active', 'unshelve'],
  ['error', 'active', 'rebuild evacuate hard_reboot'],
  ['error', 'stopped', 'stop'],
  ['soft-delete', 'active', 'restore'],
];

const ways = (cloud: (typeof CLOUDS)[number]) =>
  stateMap(inEnglish, cloud)
    .transitions.map(({ from, to, actions }) => [from, to, actions.map(({ id }) => id).join(' ')] as const)
    .sort();

describe('The ways between the vm_states', () => {
  it('are those of OpenStack, and no others', () => {
    assert.deepEqual(ways(openstack), [...WAYS].sort());
  });

  for (const cloud of CLOUDS) {
    it(`are OpenStack's between the vm_states that ${cloud.id} has`, () => {
      const nova = new Map(
        stateMap(inEnglish, cloud).rows.map(({ vmState, novaName }) => [novaName, vmState]),
      );
      const expected = WAYS.flatMap(([from, to, actions]) => {
        const [here, there] = [from === null ? null : nova.get(from), nova.get(to)];
        return here === undefined || there === undefined ? [] : [[here, there, actions] as const];
      });
      assert.deepEqual(ways(cloud), expected.sort());
    });
  }

  it('begin where the action is allowed and end where it can end', () => {
    const actions = new Map(NOVA_ACTIONS.map((action) => [action.id, action]));
    for (const { from, to, actions: some } of stateMap(inEnglish, openstack).transitions) {
      for (const { id } of some) {
        const action = actions.get(id);
        const begins = from === null || from === 'building' || action?.vmStates.includes(from);
        assert.ok(begins && (from === null || action?.results.includes(to)), `${from} ${id} ${to}`);
      }
    }
  });

  it('lead from everywhere to deleted, soft-delete and, by an administrator, active and error', () => {
    const { anywhere } = stateMap(inEnglish, openstack);
    const told = anywhere.map(({ to, actions }) => [to, actions.map(({ id }) => id).join(' ')]);
    assert.deepEqual(told.sort(), [
      ['active', 'reset_state'],
      ['deleted', 'delete force_delete'],
      ['error', 'reset_state'],
      ['soft-delete', 'soft_delete'],
    ]);
  });
});

const idsOf = (steps: readonly { action: { id: string }; to: string }[]) =>
  steps.map(({ action, to }) => `${action.id} ${to}`);

describe('The way of a server', () => {
  it('at rest leads from the actions that end there to those that may begin', () => {
    const { before, next } = wayOf(inEnglish, openstack, 'rescued', null);
    assert.deepEqual(idsOf(before), ['rescue rescued', 'rescue rescued', 'rescue rescued']);
    assert.deepEqual(idsOf(next), [
      'unrescue active',
      'trigger_crash_dump rescued',
      'delete deleted',
      'soft_delete soft-delete',
      'force_delete deleted',
    ]);
  });

  it('in an operation leads from what began it to its end, and to what may break in', () => {
    const { before, next } = wayOf(inEnglish, openstack, 'active', 'resize_prep');
    assert.deepEqual(idsOf(before), ['resize active', 'migrate active']);
    assert.deepEqual(idsOf(next).slice(0, 2), ['resize resized', 'migrate resized']);
    assert.ok(idsOf(next).includes('delete deleted'));
    assert.ok(!idsOf(next).includes('pause paused'));
  });

  it('in an operation that failed leads from where that began', () => {
    const { before, next } = wayOf(inEnglish, openstack, 'error', 'suspending');
    assert.deepEqual(
      before.map(({ from, to, action }) => [from, to, action.id]),
      [['active', 'error', 'suspend']],
    );
    assert.ok(!idsOf(next).some((step) => step.startsWith('suspend')));
  });

  it('begins with nothing while the server is made', () => {
    const { before, next } = wayOf(inEnglish, openstack, 'building', 'spawning');
    assert.deepEqual(
      before.map(({ from }) => from),
      [null],
    );
    assert.deepEqual(idsOf(next).slice(0, 2), ['create active', 'create error']);
  });

  it('ends where it is deleted', () => {
    assert.deepEqual(wayOf(inEnglish, openstack, 'deleted', null).next, []);
  });

  it('is not known for a pair that Nova never produces', () => {
    assert.deepEqual(wayOf(inEnglish, openstack, 'active', 'spawning'), {
      before: [],
      next: [],
      plausible: false,
    });
  });

  it("takes a cloud's own names", () => {
    const rackspace = CLOUDS.find(({ id }) => id === 'rackspace') ?? openstack;
    assert.deepEqual(
      idsOf(wayOf(inEnglish, rackspace, 'soft_deleted', null).next).includes('restore active'),
      true,
    );
    assert.deepEqual(idsOf(wayOf(inEnglish, rackspace, 'active', 'powering_off').before)[0], 'stop active');
  });

  it('is plausible for a pair that Nova produces, and takes an empty task_state for none', () => {
    assert.equal(wayOf(inEnglish, openstack, 'active', null).plausible, true);
    assert.deepEqual(
      wayOf(inEnglish, openstack, 'rescued', ''),
      wayOf(inEnglish, openstack, 'rescued', null),
    );
  });

  it('goes no further than the vm_states of its cloud', () => {
    const vmStates = { active: '', stopped: '' };
    const own = resolveCloud({ id: 'own', title: 'Own', vmStates }, new Map());
    const { before, next } = wayOf(inEnglish, own, 'active', null);
    assert.ok(
      [...before, ...next].every(({ from, to }) => from !== null && from in vmStates && to in vmStates),
    );
    assert.ok(next.some(({ to }) => to === 'stopped'));
  });

  it('is known of a vm_state of Nova that the cloud itself does not have', () => {
    const own = resolveCloud({ id: 'own', title: 'Own', vmStates: { active: '' } }, new Map());
    assert.deepEqual(
      wayOf(inEnglish, own, 'stopped', 'powering-on').before.map(({ from, to, action }) => [
        from,
        to,
        action.id,
      ]),
      [['stopped', 'stopped', 'start']],
    );
  });
});
