// What the documents say, read off their own pages and never from the product: the tests hold the product to it.
// A line of a table reads vm_state | task_states | status; `*` is a line without a task_state, which covers every
// task_state that has no line of its own. ECS's power_states stand on the pages on querying a server.

/** A document's lists and table. */
export interface Document {
  readonly statuses: readonly string[];
  readonly vmStates: readonly string[];
  readonly taskStates: readonly string[];
  readonly powerStates: readonly number[];
  /** One line a pair, as `active | null | ACTIVE`. */
  readonly pairs: readonly string[];
}

/** Nova: its table (nova/api/openstack/common.py), its states, and the 20 statuses of the API reference. */
export const NOVA = read({
  statuses: `
  ACTIVE BUILD DELETED ERROR HARD_REBOOT MIGRATING PASSWORD PAUSED REBOOT REBUILD RESCUE RESIZE
  REVERT_RESIZE SHELVED SHELVED_OFFLOADED SHUTOFF SOFT_DELETED SUSPENDED UNKNOWN VERIFY_RESIZE`,
  vmStates: `
  active building paused suspended stopped rescued resized soft-delete deleted error shelved
  shelved_offloaded`,
  taskStates: `
  scheduling block_device_mapping networking spawning image_snapshot image_snapshot_pending
  image_pending_upload image_uploading image_backup updating_password resize_prep resize_migrating
  resize_migrated resize_finish resize_reverting resize_confirming rebooting reboot_pending
  reboot_started rebooting_hard reboot_pending_hard reboot_started_hard pausing unpausing suspending
  resuming powering-off powering-on rescuing unrescuing rebuilding rebuild_block_device_mapping
  rebuild_spawning migrating deleting soft-deleting restoring shelving shelving_image_pending_upload
  shelving_image_uploading shelving_offloading unshelving`,
  powerStates: [0, 1, 3, 4, 6, 7],
  table: `
  active | * | ACTIVE
  active | rebooting reboot_pending reboot_started | REBOOT
  active | rebooting_hard reboot_pending_hard reboot_started_hard | HARD_REBOOT
  active | updating_password | PASSWORD
  active | rebuilding rebuild_block_device_mapping rebuild_spawning | REBUILD
  active | migrating | MIGRATING
  active | resize_prep resize_migrating resize_migrated resize_finish | RESIZE
  building | * | BUILD
  stopped | * | SHUTOFF
  stopped | resize_prep resize_migrating resize_migrated resize_finish | RESIZE
  stopped | rebuilding rebuild_block_device_mapping rebuild_spawning | REBUILD
  resized | * | VERIFY_RESIZE
  resized | resize_reverting | REVERT_RESIZE
  paused | * | PAUSED
  paused | migrating | MIGRATING
  suspended | * | SUSPENDED
  rescued | * | RESCUE
  error | * | ERROR
  error | rebuilding rebuild_block_device_mapping rebuild_spawning | REBUILD
  deleted | * | DELETED
  soft-delete | * | SOFT_DELETED
  shelved | * | SHELVED
  shelved_offloaded | * | SHELVED_OFFLOADED`,
});

/** Open Telekom Cloud until December 2022, and the Chinese page of 2019: 36 pairs. */
export const ECS_2022 = read({
  statuses: `
  BUILD REBOOT HARD_REBOOT REBUILD MIGRATING RESIZE ACTIVE SHUTOFF REVERT_RESIZE VERIFY_RESIZE ERROR
  DELETED`,
  vmStates: `
  building active stopped resized error deleted`,
  taskStates: `
  scheduling block_device_mapping networking spawning rebooting reboot_pending reboot_started
  rebooting_hard reboot_pending_hard reboot_started_hard rebuilding rebuild_block_device_mapping
  rebuild_spawning migrating resize_prep resize_migrating resize_migrated resize_finish
  resize_reverting powering-off powering-on deleting`,
  powerStates: [0, 1, 4],
  table: `
  building | scheduling block_device_mapping networking spawning null | BUILD
  active | rebooting reboot_pending reboot_started | REBOOT
  active | rebooting_hard reboot_pending_hard reboot_started_hard | HARD_REBOOT
  active | rebuilding rebuild_block_device_mapping rebuild_spawning | REBUILD
  active | migrating | MIGRATING
  active | powering-off deleting null | ACTIVE
  stopped | resize_prep resize_migrating resize_migrated resize_finish | RESIZE
  stopped | rebuilding rebuild_block_device_mapping rebuild_spawning | REBUILD
  stopped | powering-on deleting null | SHUTOFF
  resized | resize_reverting | REVERT_RESIZE
  resized | null | VERIFY_RESIZE
  error | rebuilding rebuild_block_device_mapping rebuild_spawning | REBUILD
  error | deleting null | ERROR
  deleted | null | DELETED`,
});

/** Huawei Cloud, 2024-04-18: 44 pairs. A note makes every pair that is not here UNKNOWN. */
export const ECS_2024 = read({
  statuses: `
  BUILD REBOOT HARD_REBOOT REBUILD MIGRATING RESIZE ACTIVE SHUTOFF REVERT_RESIZE VERIFY_RESIZE ERROR
  DELETED SHELVED SHELVED_OFFLOADED UNKNOWN`,
  vmStates: `
  building active stopped resized error deleted shelved shelved_offloaded`,
  taskStates: `
  scheduling block_device_mapping networking spawning rebooting reboot_pending reboot_started
  rebooting_hard reboot_pending_hard reboot_started_hard rebuilding rebuild_block_device_mapping
  rebuild_spawning migrating resize_prep resize_migrating resize_migrated resize_finish
  resize_reverting powering-off powering-on deleting shelving shelving_offloading
  shelving_image_pending_upload shelving_image_uploading unshelving`,
  powerStates: [0, 1, 4],
  table: `
  building | scheduling block_device_mapping networking spawning null | BUILD
  active | rebooting reboot_pending reboot_started | REBOOT
  active | rebooting_hard reboot_pending_hard reboot_started_hard | HARD_REBOOT
  active | rebuilding rebuild_block_device_mapping rebuild_spawning | REBUILD
  active | migrating | MIGRATING
  active | powering-off deleting null | ACTIVE
  stopped | resize_prep resize_migrating resize_migrated resize_finish | RESIZE
  stopped | rebuilding rebuild_block_device_mapping rebuild_spawning | REBUILD
  stopped | powering-on deleting null | SHUTOFF
  resized | resize_reverting | REVERT_RESIZE
  resized | null | VERIFY_RESIZE
  error | rebuilding rebuild_block_device_mapping rebuild_spawning | REBUILD
  error | deleting null | ERROR
  deleted | null | DELETED
  shelved | shelving shelving_image_pending_upload shelving_image_uploading unshelving null | SHELVED
  shelved_offloaded | shelving_offloading unshelving null | SHELVED_OFFLOADED`,
});

/** Rackspace: 22 lines. The list of vm_states there says build, the table building. */
export const RACKSPACE = read({
  statuses: `
  ACTIVE HARD_REBOOT MIGRATING PASSWORD REBOOT REBUILD RESIZE BUILD DELETED ERROR PAUSED RESCUE
  VERIFY_RESIZE REVERT_RESIZE SHUTOFF SUSPENDED`,
  vmStates: `
  active building deleted error paused rescued resized soft_deleted stopped suspended`,
  taskStates: `
  block_device_mapping deleting image_snapshot image_pending_upload image_uploading migrating
  networking pausing powering_off powering_on rebooting rebooting_hard rebuilding
  rebuild_block_device_mapping rebuild_spawning rescuing resize_confirming resize_finish
  resize_migrated resize_migrating resize_prep resize_reverting resuming scheduling spawning
  starting stopping suspending unpausing unrescuing updating_password`,
  powerStates: [0, 1, 4],
  table: `
  active | * | ACTIVE
  active | rebooting_hard | HARD_REBOOT
  active | migrating | MIGRATING
  active | updating_password | PASSWORD
  active | rebooting | REBOOT
  active | rebuilding rebuild_block_device_mapping rebuild_spawning | REBUILD
  active | resize_prep resize_migrating resize_migrated resize_finish | RESIZE
  building | * | BUILD
  deleted | * | DELETED
  error | * | ERROR
  paused | * | PAUSED
  rescued | * | RESCUE
  resized | * | VERIFY_RESIZE
  resized | resize_reverting | REVERT_RESIZE
  soft_deleted | * | DELETED
  stopped | * | SHUTOFF
  suspended | * | SUSPENDED`,
});

interface Copy {
  readonly statuses: string;
  readonly vmStates: string;
  readonly taskStates: string;
  readonly powerStates: readonly number[];
  readonly table: string;
}

function read({ statuses, vmStates, taskStates, powerStates, table }: Copy): Document {
  const pairs = table
    .trim()
    .split('\n')
    .flatMap((line) => {
      const [vmState, covered = '', status] = line.split('|').map((cell) => cell.trim());
      return words(covered).map((taskState) => `${vmState} | ${taskState} | ${status}`);
    });
  return {
    statuses: words(statuses),
    vmStates: words(vmStates),
    taskStates: words(taskStates),
    powerStates,
    pairs,
  };
}

function words(text: string): string[] {
  return text.trim().split(/\s+/);
}
