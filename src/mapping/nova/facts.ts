// Facts about Nova besides the table, from its source at commit 00a030403f672b975364c855b7d25b40ef83e757, 2026-08-21
// (https://opendev.org/openstack/nova).

/**
 * The power_states that occur with each vm_state, the usual one first. Nova learns the power_state late, and it depends
 * on the hypervisor's driver, so another one is unusual but never wrong. With libvirt, suspended servers have 4. The
 * sync task does not correct a stopped server with 6 (nova/compute/manager.py, _sync_instance_power_state).
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

/** The statuses whose servers can have `fault` (nova/api/openstack/compute/views/servers.py). */
export const STATUSES_WITH_FAULT: readonly string[] = ['ERROR', 'DELETED'];

/** The statuses whose servers have `progress` (nova/api/openstack/compute/views/servers.py). */
export const STATUSES_WITH_PROGRESS: readonly string[] = [
  'ACTIVE',
  'BUILD',
  'REBUILD',
  'RESIZE',
  'VERIFY_RESIZE',
  'MIGRATING',
];
