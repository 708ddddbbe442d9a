import assert from 'node:assert/strict';
import {
  type Cloud,
  causesOf,
  clouds,
  isPlausible,
  isSeldom,
  NOVA_ACTIONS,
  novaName,
  POWER_STATES_SEEN,
  STATUSES_WITH_FAULT,
  STATUSES_WITH_PROGRESS,
} from '../../src/mapping';

const openstack = clouds.get('openstack') as Cloud;
const vmStates = Object.keys(openstack.vmStates);
const taskStates = [null, ...Object.keys(openstack.taskStates)];

describe('what Nova produces', () => {
  it('has shelving under the vm_state that the server had before', () => {
    assert.deepEqual(
      vmStates.filter((vmState) => isPlausible(vmState, 'shelving')),
      ['active', 'paused', 'suspended', 'stopped'],
    );
  });

  it('has shelving_offloading under shelved', () => {
    assert.deepEqual(
      vmStates.filter((vmState) => isPlausible(vmState, 'shelving_offloading')),
      ['shelved'],
    );
  });

  it('seldom has an operation under error that no server in error begins', () => {
    assert.deepEqual(
      taskStates.filter((taskState) => isSeldom('error', taskState)).sort(),
      'reboot_started resize_finish resize_migrated resize_migrating resize_prep resize_reverting resuming suspending unrescuing unshelving'.split(
        ' ',
      ),
    );
  });

  it('never has resize_confirming', () => {
    assert.ok(!vmStates.some((vmState) => isPlausible(vmState, 'resize_confirming')));
  });

  it('never has spawning under active', () => {
    assert.equal(isPlausible('active', 'spawning'), false);
  });

  it('takes an empty task_state for null', () => {
    assert.ok(isPlausible('active', ''));
  });

  it('has a server at rest', () => {
    assert.deepEqual(causesOf('stopped', null), ['stable']);
  });

  it('has a building server without a task_state for a moment', () => {
    assert.deepEqual(causesOf('building', null), ['create']);
  });

  it('has resize steps from a resize and from a cold migration', () => {
    assert.deepEqual(causesOf('stopped', 'resize_prep'), ['resize', 'migrate']);
  });

  it('is brought about by actions that are described', () => {
    const ids = new Set(['stable', ...NOVA_ACTIONS.map(({ id }) => id)]);
    const causes = vmStates.flatMap((vmState) =>
      taskStates.flatMap((taskState) => causesOf(vmState, taskState)),
    );
    assert.deepEqual(
      causes.filter((id) => !ids.has(id)),
      [],
    );
  });

  it('follows from actions that can go through that task_state', () => {
    const sequences = new Map(NOVA_ACTIONS.map(({ id, sequence }) => [id, sequence]));
    const wrong = vmStates.flatMap((vmState) =>
      Object.keys(openstack.taskStates).flatMap((taskState) =>
        causesOf(vmState, taskState)
          .filter((id) => !sequences.get(id)?.includes(taskState))
          .map((id) => `${vmState} ${taskState} ${id}`),
      ),
    );
    // The known exceptions: a soft reboot that a restarted host makes a hard one, and the stop that ends a rebuild.
    assert.deepEqual(wrong, [
      'active reboot_pending_hard soft_reboot',
      'active powering-off rebuild',
      'active powering-off evacuate',
    ]);
  });
});

describe('the actions of Nova', () => {
  it('have ids of their own', () => {
    assert.equal(new Set(NOVA_ACTIONS.map(({ id }) => id)).size, NOVA_ACTIONS.length);
  });

  it('name only vm_states that Nova has', () => {
    const named = NOVA_ACTIONS.flatMap(({ vmStates, results }) => [
      ...(vmStates === '*' ? [] : vmStates),
      ...results,
    ]);
    assert.deepEqual(
      named.filter((vmState) => !vmStates.includes(vmState)),
      [],
    );
  });

  it('name only task_states that Nova has', () => {
    const named = NOVA_ACTIONS.flatMap(({ taskStates, sequence }) => [
      ...(taskStates === '*' ? [] : taskStates),
      ...sequence,
    ]);
    assert.deepEqual(
      named.filter((taskState) => !taskStates.includes(taskState)),
      [],
    );
  });

  it('mostly need a server without an operation under way', () => {
    assert.deepEqual(NOVA_ACTIONS.find(({ id }) => id === 'resize')?.taskStates, [null]);
  });

  it('include a hard reboot during a soft one', () => {
    assert.ok(NOVA_ACTIONS.find(({ id }) => id === 'hard_reboot')?.taskStates.includes('reboot_started'));
  });
});

describe('the other facts about Nova', () => {
  it('have a usual power_state for each vm_state', () => {
    assert.deepEqual([...POWER_STATES_SEEN.keys()].toSorted(), vmStates.toSorted());
  });

  it('have 4 for suspended servers, as libvirt shows it', () => {
    assert.equal(POWER_STATES_SEEN.get('suspended')?.[0], 4);
  });

  it('name only statuses that Nova has', () => {
    const named = [...STATUSES_WITH_FAULT, ...STATUSES_WITH_PROGRESS];
    assert.deepEqual(
      named.filter((status) => !(status in openstack.statuses)),
      [],
    );
  });
});

describe('novaName', () => {
  const rackspace = clouds.get('rackspace') as Cloud;

  it("is Nova's spelling of a cloud's value", () => {
    assert.deepEqual(
      ['powering_off', 'soft_deleted', 'build', 'active'].map((value) => novaName(rackspace, value)),
      ['powering-off', 'soft-delete', 'building', 'active'],
    );
  });

  it('is null for no task_state', () => {
    assert.equal(novaName(rackspace, null), null);
  });

  it('stops active servers too that the hypervisor shows powered off', () => {
    assert.ok(causesOf('active', 'powering-off').includes('power_sync'));
  });

  it('does not let a recovery after a crash cause the step that it clears', () => {
    assert.deepEqual(causesOf('error', 'resize_migrating'), ['resize', 'migrate']);
  });
});
