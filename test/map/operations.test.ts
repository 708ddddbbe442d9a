import assert from 'node:assert/strict';
import { stateMap } from '../../src/map';
import { NOVA_ACTIONS, resolveCloud } from '../../src/mapping';
import { inEnglish } from '../../src/words';
import { CHINESE } from '../l10n/chinese';
import { CLOUDS } from './helpers';

const [openstack] = CLOUDS;
if (openstack === undefined) throw new Error('There is no cloud');

/** The ways of an operation of OpenStack: `active, error → stopped`. */
function waysOf(wanted: string): string[] {
  const found = stateMap(inEnglish, openstack as never).operations.find(({ id }) => id === wanted);
  return (found?.ways ?? []).map(({ from, to }) => `${from.join(', ')} → ${to.join(', ')}`);
}

describe('The operations', () => {
  it('of OpenStack are all that Nova has, with their calls and notes', () => {
    const told = stateMap(inEnglish, openstack).operations.map(({ id, call, note }) => ({ id, call, note }));
    assert.deepEqual(
      told,
      NOVA_ACTIONS.map(({ id, call, note = '' }) => ({ id, call, note })),
    );
  });

  for (const cloud of CLOUDS) {
    it(`lead where the diagram of ${cloud.id} leads, and stay where it says that they stay`, () => {
      const { operations, transitions, anywhere, keeping } = stateMap(inEnglish, cloud);
      const drawn = [
        ...transitions.flatMap(({ from, to, actions }) =>
          actions.map(({ id }) => `${id}: ${from ?? 'no server'} → ${to}`),
        ),
        ...anywhere.flatMap(({ to, actions }) => actions.map(({ id }) => `${id}: every vm_state → ${to}`)),
        ...keeping.flatMap(({ action, vmStates }) =>
          vmStates.map((vmState) => `${action.id}: ${vmState} → stays`),
        ),
      ];
      const told = operations
        .filter(({ call }) => call !== null)
        .flatMap(({ id, ways }) =>
          ways.flatMap(({ from, to }) => from.flatMap((one) => to.map((end) => `${id}: ${one} → ${end}`))),
        );
      assert.deepEqual(told.sort(), drawn.sort());
    });
  }

  it('say together what ends alike', () => {
    assert.deepEqual(waysOf('create'), ['no server → building', 'building → active, error']);
    assert.deepEqual(waysOf('hard_reboot').sort(), [
      'active → stays',
      'paused, suspended, stopped, error → active',
    ]);
    assert.deepEqual(waysOf('rebuild').sort(), ['active, stopped → stays', 'error → active']);
    assert.deepEqual(waysOf('delete'), ['every vm_state → deleted']);
    assert.deepEqual(waysOf('attach_interface'), ['active, paused, stopped → stays']);
    assert.deepEqual(waysOf('power_sync'), ['active, paused → stopped', 'stopped → stays']);
  });

  it('have a title where it says more than the label', () => {
    const titles = (operations: readonly { id: string; title: string }[]) =>
      Object.fromEntries(operations.map(({ id, title }) => [id, title]));
    const english = titles(stateMap(inEnglish, openstack).operations);
    assert.deepEqual([english.stop, english.soft_reboot, english.migrate], ['', '', 'cold migration']);
    const chinese = titles(stateMap(CHINESE.say, openstack).operations);
    assert.deepEqual(
      Object.entries(chinese).filter(([, title]) => !/\p{Script=Han}/u.test(title)),
      [],
    );
  });

  it('are none where the cloud has none of their vm_states', () => {
    const own = resolveCloud({ id: 'own', title: 'Own', vmStates: { frozen: '' } }, new Map());
    assert.deepEqual(stateMap(inEnglish, own).operations, []);
    const deleted = resolveCloud({ id: 'own', title: 'Own', vmStates: { deleted: '' } }, new Map());
    assert.deepEqual(
      stateMap(inEnglish, deleted).operations.map(({ id }) => id),
      ['delete', 'force_delete'],
    );
  });
});
