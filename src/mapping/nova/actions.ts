// Nova's operations on servers, from the decorators of nova/compute/api.py and the steps of nova/compute/manager.py at
// commit 00a030403f672b975364c855b7d25b40ef83e757, 2026-08-21 (https://opendev.org/openstack/nova).

import { ANY } from '../types';

/** An operation that changes a server's state: a call of the API, or one of Nova's periodic tasks. */
export interface NovaAction {
  readonly id: string;
  /** The action in words, for "caused by …". */
  readonly title: string;
  /** The request or the name of the server action; null for an action that Nova starts itself. */
  readonly call: string | null;
  /** The vm_states that allow it; empty if there is no server yet. */
  readonly vmStates: readonly string[] | typeof ANY;
  /** The task_states that allow it; null for a server without an operation under way. */
  readonly taskStates: readonly (string | null)[] | typeof ANY;
  /** The task_states that it goes through, in order. */
  readonly sequence: readonly (string | null)[];
  /** The vm_states that it can end in; empty if it does not change the vm_state. */
  readonly results: readonly string[];
  /** The vm_states that it can end in by the vm_state it began in, where `results` does not apply. */
  readonly resultsFrom?: Readonly<Record<string, readonly string[]>>;
  readonly note?: string;
}

/** An action with defaults left out: most need a server without an operation under way. */
type Written = Omit<NovaAction, 'taskStates' | 'sequence' | 'results'> &
  Partial<Pick<NovaAction, 'taskStates' | 'sequence' | 'results'>>;

const WRITTEN: readonly Written[] = [
  {
    id: 'create',
    title: 'create',
    call: 'POST /servers',
    vmStates: [],
    taskStates: [],
    sequence: ['scheduling', null, 'networking', 'block_device_mapping', 'spawning'],
    results: ['active', 'error'],
    note: 'The vm_state is building throughout; task_state is null for a moment once a host has the server.',
  },
  {
    id: 'delete',
    title: 'delete',
    call: 'DELETE /servers/{id}',
    vmStates: ANY,
    taskStates: ANY,
    sequence: ['deleting'],
    results: ['deleted'],
    note: 'The vm_state does not change until the server is deleted.',
  },
  {
    id: 'soft_delete',
    title: 'soft delete',
    call: 'DELETE /servers/{id}',
    vmStates: ANY,
    taskStates: ANY,
    sequence: ['soft-deleting'],
    results: ['soft-delete'],
    note: 'A delete, if the cloud keeps deleted servers for a while (reclaim_instance_interval).',
  },
  {
    id: 'force_delete',
    title: 'forced delete',
    call: 'forceDelete',
    vmStates: ANY,
    taskStates: ANY,
    sequence: ['deleting'],
    results: ['deleted'],
  },
  {
    id: 'restore',
    title: 'restore after a soft delete',
    call: 'restore',
    vmStates: ['soft-delete'],
    sequence: ['restoring'],
    results: ['active'],
    note: 'A server without a host is active at once.',
  },
  {
    id: 'stop',
    title: 'stop',
    call: 'os-stop',
    vmStates: ['active', 'error'],
    sequence: ['powering-off'],
    results: ['stopped'],
  },
  {
    id: 'start',
    title: 'start',
    call: 'os-start',
    vmStates: ['stopped'],
    sequence: ['powering-on'],
    results: ['active'],
  },
  {
    id: 'soft_reboot',
    title: 'soft reboot',
    call: 'reboot (SOFT)',
    vmStates: ['active'],
    sequence: ['rebooting', 'reboot_pending', 'reboot_started'],
    results: ['active'],
  },
  {
    id: 'hard_reboot',
    title: 'hard reboot',
    call: 'reboot (HARD)',
    vmStates: ['active', 'stopped', 'paused', 'suspended', 'error'],
    taskStates: [
      null,
      'rebooting',
      'reboot_pending',
      'reboot_started',
      'resuming',
      'rebooting_hard',
      'unpausing',
      'pausing',
      'suspending',
    ],
    sequence: ['rebooting_hard', 'reboot_pending_hard', 'reboot_started_hard'],
    results: ['active'],
    note: 'The status is HARD_REBOOT only with vm_state active; with any other it does not change.',
  },
  {
    id: 'pause',
    title: 'pause',
    call: 'pause',
    vmStates: ['active'],
    sequence: ['pausing'],
    results: ['paused'],
  },
  {
    id: 'unpause',
    title: 'unpause',
    call: 'unpause',
    vmStates: ['paused'],
    sequence: ['unpausing'],
    results: ['active'],
  },
  {
    id: 'suspend',
    title: 'suspend',
    call: 'suspend',
    vmStates: ['active'],
    sequence: ['suspending'],
    results: ['suspended'],
  },
  {
    id: 'resume',
    title: 'resume',
    call: 'resume',
    vmStates: ['suspended'],
    sequence: ['resuming'],
    results: ['active'],
    note: 'Returns to the vm_state it had before, usually active.',
  },
  {
    id: 'rescue',
    title: 'rescue',
    call: 'rescue',
    vmStates: ['active', 'stopped', 'error'],
    sequence: ['rescuing'],
    results: ['rescued'],
  },
  {
    id: 'unrescue',
    title: 'unrescue',
    call: 'unrescue',
    vmStates: ['rescued'],
    sequence: ['unrescuing'],
    results: ['active'],
  },
  {
    id: 'set_admin_password',
    title: 'change of the administrator password',
    call: 'changePassword',
    vmStates: ['active'],
    sequence: ['updating_password'],
    results: ['active'],
  },
  {
    id: 'rebuild',
    title: 'rebuild',
    call: 'rebuild',
    vmStates: ['active', 'stopped', 'error'],
    sequence: ['rebuilding', 'rebuild_block_device_mapping', 'rebuild_spawning'],
    results: ['active', 'stopped'],
    resultsFrom: { error: ['active'] },
    note: 'A stopped server ends with active and powering-off for a moment, then stopped.',
  },
  {
    id: 'evacuate',
    title: 'evacuation',
    call: 'evacuate',
    vmStates: ['active', 'stopped', 'error'],
    taskStates: ANY,
    sequence: ['rebuilding', 'rebuild_block_device_mapping', 'rebuild_spawning'],
    results: ['active', 'stopped'],
    // Since microversion 2.95, the server stays stopped on its new host, unless it was in error.
    resultsFrom: { active: ['active', 'stopped'], error: ['active'] },
    note: 'A rebuild on another host, whatever the task_state says. Since microversion 2.95 an active server ends stopped.',
  },
  {
    id: 'resize',
    title: 'resize',
    call: 'resize',
    vmStates: ['active', 'stopped'],
    sequence: ['resize_prep', 'resize_migrating', 'resize_migrated', 'resize_finish'],
    results: ['resized'],
    note: 'The vm_state stays active or stopped until the server is resized.',
  },
  {
    id: 'migrate',
    title: 'cold migration',
    call: 'migrate',
    vmStates: ['active', 'stopped'],
    sequence: ['resize_prep', 'resize_migrating', 'resize_migrated', 'resize_finish'],
    results: ['resized'],
  },
  {
    id: 'confirm_resize',
    title: 'confirmation of a resize',
    call: 'confirmResize',
    vmStates: ['resized'],
    results: ['active', 'stopped'],
    note: 'Sets no task_state. A server that is shut down ends stopped.',
  },
  {
    id: 'revert_resize',
    title: 'revert of a resize',
    call: 'revertResize',
    vmStates: ['resized'],
    sequence: ['resize_reverting', 'powering-off'],
    results: ['active', 'stopped'],
    note: 'powering-off occurs only if the server was stopped before the resize.',
  },
  {
    id: 'live_migrate',
    title: 'live migration',
    call: 'os-migrateLive',
    vmStates: ['active', 'paused'],
    sequence: ['migrating'],
    results: ['active', 'paused'],
  },
  {
    id: 'live_migrate_force_complete',
    title: 'forced end of a live migration',
    call: 'force_complete',
    vmStates: ['active'],
    taskStates: ['migrating'],
    results: ['active'],
  },
  {
    id: 'live_migrate_abort',
    title: 'abort of a live migration',
    call: 'DELETE /servers/{id}/migrations/{migration}',
    vmStates: ANY,
    taskStates: ['migrating'],
    results: ['active', 'paused'],
  },
  {
    id: 'snapshot',
    title: 'snapshot',
    call: 'createImage',
    vmStates: ['active', 'stopped', 'paused', 'suspended'],
    sequence: ['image_snapshot_pending', 'image_snapshot', 'image_pending_upload', 'image_uploading'],
    results: ['active', 'stopped', 'paused', 'suspended'],
    note: 'A server that boots from a volume gets no task_state.',
  },
  {
    id: 'backup',
    title: 'backup',
    call: 'createBackup',
    vmStates: ['active', 'stopped', 'paused', 'suspended'],
    sequence: ['image_backup', 'image_pending_upload', 'image_uploading'],
    results: ['active', 'stopped', 'paused', 'suspended'],
  },
  {
    id: 'shelve',
    title: 'shelve',
    call: 'shelve',
    vmStates: ['active', 'stopped', 'paused', 'suspended'],
    sequence: [
      'shelving',
      'shelving_image_pending_upload',
      'shelving_image_uploading',
      'shelving_offloading',
    ],
    results: ['shelved', 'shelved_offloaded'],
    note: 'The vm_state does not change until the end. From a volume: shelving, then shelved_offloaded.',
  },
  {
    id: 'shelve_offload',
    title: 'offload of a shelved server',
    call: 'shelveOffload',
    vmStates: ['shelved'],
    sequence: ['shelving_offloading'],
    results: ['shelved_offloaded'],
  },
  {
    id: 'unshelve',
    title: 'unshelve',
    call: 'unshelve',
    vmStates: ['shelved', 'shelved_offloaded'],
    sequence: ['unshelving', 'powering-on', 'spawning'],
    results: ['active'],
    note: 'A shelved server ends with powering-on, an offloaded one with spawning.',
  },
  {
    id: 'trigger_crash_dump',
    title: 'crash dump',
    call: 'trigger_crash_dump',
    vmStates: ['active', 'paused', 'rescued', 'resized', 'error'],
  },
  {
    id: 'reset_state',
    title: 'reset of the state',
    call: 'os-resetState',
    vmStates: ANY,
    taskStates: ANY,
    results: ['active', 'error'],
    note: 'Writes the vm_state and clears the task_state.',
  },
  {
    id: 'attach_volume',
    title: 'attaching a volume',
    call: 'POST /servers/{id}/os-volume_attachments',
    vmStates: ['active', 'paused', 'stopped', 'resized', 'soft-delete', 'shelved', 'shelved_offloaded'],
  },
  {
    id: 'detach_volume',
    title: 'detaching a volume',
    call: 'DELETE /servers/{id}/os-volume_attachments/{volume}',
    vmStates: ['active', 'paused', 'stopped', 'resized', 'soft-delete', 'shelved', 'shelved_offloaded'],
  },
  {
    id: 'attach_interface',
    title: 'attaching an interface',
    call: 'POST /servers/{id}/os-interface',
    vmStates: ['active', 'paused', 'stopped'],
  },
  {
    id: 'detach_interface',
    title: 'detaching an interface',
    call: 'DELETE /servers/{id}/os-interface/{port}',
    vmStates: ['active', 'paused', 'stopped'],
  },
  {
    id: 'power_sync',
    title: 'power state synchronisation',
    call: null,
    vmStates: ['active', 'paused', 'stopped'],
    sequence: ['powering-off'],
    results: ['stopped'],
    note: 'A periodic task that calls stop where vm_state and hypervisor disagree: for an active or paused server that no longer runs, and for a stopped one that does.',
  },
  {
    id: 'crash_recovery',
    title: 'recovery after a crash',
    call: null,
    vmStates: ['error'],
    taskStates: ['resize_migrating'],
    note: 'A compute host that went down in the middle of a move clears the task_state when it starts again.',
  },
];

/** All actions, beginning with the creation. */
export const NOVA_ACTIONS: readonly NovaAction[] = WRITTEN.map((action) => ({
  taskStates: [null],
  sequence: [],
  results: [],
  ...action,
}));
