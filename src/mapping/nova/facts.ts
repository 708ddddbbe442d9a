// What Nova's source says besides the table, at commit 00a030403f672b975364c855b7d25b40ef83e757, 2026-08-21
// (https://opendev.org/openstack/nova).

/**
 * The power_states that a vm_state is seen with, the usual one first. The hypervisor's word reaches Nova late
 * and differs by driver, so another one is unusual and never wrong. Suspended servers carry 4 with libvirt, and
 * the sync task leaves a stopped one with 6 alone (nova/compute/manager.py, _sync_instance_power_state).
 */
export const POWER_STATES_SEEN: ReadonlyMap<string, readonly number[]> = new Map([
  ['active', [1, 0]],
  ['building', [0, 1]],
  ['paused', [3, 4]],
  ['suspended', [4, 7]],
  ['stopped', [4, 0, 6]],
  ['rescued', [1, 4]],
  ['resized', [1, 4]],
  ['error', [0, 1, 4]],
  ['shelved', [4]],
  ['shelved_offloaded', [4, 0]],
  ['deleted', [0]],
  ['soft-delete', [4, 0, 1]],
]);

/** The statuses whose servers can carry `fault`. */
export const STATUSES_WITH_FAULT: readonly string[] = ['ERROR', 'DELETED'];

/** The statuses whose servers carry `progress`. */
export const STATUSES_WITH_PROGRESS: readonly string[] = [
  'ACTIVE',
  'BUILD',
  'REBUILD',
  'RESIZE',
  'VERIFY_RESIZE',
  'MIGRATING',
];
