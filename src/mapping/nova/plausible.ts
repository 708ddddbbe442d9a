// The pairs of vm_state and task_state that Nova can produce, from nova/compute/api.py and nova/compute/manager.py at
// commit 00a030403f672b975364c855b7d25b40ef83e757, 2026-08-21 (https://opendev.org/openstack/nova).

/** Ids of the actions that cause a pair. */
type Causes = readonly string[];
type TaskStates = Readonly<Record<string, Causes>>;

const DELETING: TaskStates = { deleting: ['delete', 'force_delete'], 'soft-deleting': ['soft_delete'] };

const SAVING_IMAGES: TaskStates = {
  image_snapshot: ['snapshot'],
  image_snapshot_pending: ['snapshot'],
  image_pending_upload: ['snapshot', 'backup'],
  image_uploading: ['snapshot', 'backup'],
  image_backup: ['backup'],
};

const SHELVING: TaskStates = {
  shelving: ['shelve'],
  shelving_image_pending_upload: ['shelve'],
  shelving_image_uploading: ['shelve'],
};

const HARD_REBOOTING: TaskStates = {
  rebooting_hard: ['hard_reboot'],
  reboot_pending_hard: ['hard_reboot'],
  reboot_started_hard: ['hard_reboot'],
};

const REBUILDING: TaskStates = {
  rebuilding: ['rebuild', 'evacuate'],
  rebuild_block_device_mapping: ['rebuild', 'evacuate'],
  rebuild_spawning: ['rebuild', 'evacuate'],
};

const RESIZING: TaskStates = {
  resize_prep: ['resize', 'migrate'],
  resize_migrating: ['resize', 'migrate'],
  resize_migrated: ['resize', 'migrate'],
  resize_finish: ['resize', 'migrate'],
};

/**
 * The task_states that a failed operation can leave on a server. _error_out_instance_on_exception sets vm_state error
 * and keeps the task_state until the cleanup has run (nova/compute/manager.py); an unshelve whose image is gone keeps
 * it for good (nova/conductor/manager.py). These pairs are rare.
 */
export const FAILED: TaskStates = {
  resize_prep: ['resize', 'migrate'],
  resize_migrating: ['resize', 'migrate'],
  resize_migrated: ['resize', 'migrate'],
  resize_finish: ['resize', 'migrate'],
  resize_reverting: ['revert_resize'],
  reboot_started: ['soft_reboot'],
  suspending: ['suspend'],
  resuming: ['resume'],
  unrescuing: ['unrescue'],
  unshelving: ['unshelve'],
};

/**
 * Maps vm_state → task_state (or null) → ids of the actions that cause the pair; `stable` for a server without an
 * operation. Any other pair does not occur.
 */
export const PLAUSIBLE: ReadonlyMap<string, ReadonlyMap<string | null, Causes>> = new Map([
  under('active', ['stable'], {
    ...SAVING_IMAGES,
    updating_password: ['set_admin_password'],
    ...RESIZING,
    rebooting: ['soft_reboot'],
    reboot_pending: ['soft_reboot'],
    reboot_started: ['soft_reboot'],
    ...HARD_REBOOTING,
    // A compute host that restarts during a soft reboot continues with a hard one.
    reboot_pending_hard: ['hard_reboot', 'soft_reboot'],
    pausing: ['pause'],
    suspending: ['suspend'],
    // A rebuild or an evacuation of a stopped server ends with a stop.
    'powering-off': ['stop', 'rebuild', 'evacuate', 'power_sync'],
    rescuing: ['rescue'],
    ...REBUILDING,
    migrating: ['live_migrate'],
    ...DELETING,
    ...SHELVING,
  }),
  // Between scheduling and networking, the task_state is null for a moment.
  under('building', ['create'], {
    scheduling: ['create'],
    block_device_mapping: ['create'],
    networking: ['create'],
    spawning: ['create'],
    // Only a server that has been running can be soft-deleted.
    deleting: ['delete', 'force_delete'],
  }),
  under('paused', ['stable'], {
    ...SAVING_IMAGES,
    ...HARD_REBOOTING,
    unpausing: ['unpause'],
    'powering-off': ['power_sync'],
    migrating: ['live_migrate'],
    ...DELETING,
    ...SHELVING,
  }),
  under('suspended', ['stable'], {
    ...SAVING_IMAGES,
    ...HARD_REBOOTING,
    resuming: ['resume'],
    ...DELETING,
    ...SHELVING,
  }),
  under('stopped', ['stable'], {
    ...SAVING_IMAGES,
    ...RESIZING,
    ...HARD_REBOOTING,
    'powering-off': ['power_sync'],
    'powering-on': ['start'],
    rescuing: ['rescue'],
    ...REBUILDING,
    ...DELETING,
    ...SHELVING,
  }),
  under('rescued', ['stable'], { unrescuing: ['unrescue'], ...DELETING }),
  under('resized', ['stable'], {
    resize_reverting: ['revert_resize'],
    'powering-off': ['revert_resize'],
    ...DELETING,
  }),
  under('soft-delete', ['stable'], { ...DELETING, restoring: ['restore'] }),
  under('deleted', ['stable'], {}),
  under('error', ['stable'], {
    ...FAILED,
    ...HARD_REBOOTING,
    'powering-off': ['stop'],
    rescuing: ['rescue'],
    ...REBUILDING,
    ...DELETING,
  }),
  under('shelved', ['stable'], {
    'powering-on': ['unshelve'],
    ...DELETING,
    shelving_offloading: ['shelve', 'shelve_offload'],
    unshelving: ['unshelve'],
  }),
  under('shelved_offloaded', ['stable'], { spawning: ['unshelve'], ...DELETING, unshelving: ['unshelve'] }),
]);

function under(
  vmState: string,
  atRest: Causes,
  taskStates: TaskStates,
): readonly [string, ReadonlyMap<string | null, Causes>] {
  return [vmState, new Map([[null, atRest], ...Object.entries(taskStates)])];
}
