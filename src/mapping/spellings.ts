import type { StateField } from './types';

/**
 * Old and foreign spellings → the values that they stand for, best first. A value that a cloud lacks is skipped. The
 * spellings are normalized. An empty list marks a word that resembles a value but does not mean it: the right value
 * depends on the rest of the server.
 *
 * Collected from Nova's history, the lists of OVH and G-Core, and fixtures made with wrong copies of the table.
 */
export const SPELLINGS: Readonly<Record<StateField, ReadonlyMap<string, readonly string[]>>> = {
  vmState: new Map([
    ['build', ['building']],
    ['creating', ['building']],
    ['spawning', ['building']],
    ['running', ['active']],
    ['started', ['active']],
    ['stop', ['stopped']],
    ['shutoff', ['stopped']],
    ['shutdown', ['stopped']],
    ['poweredoff', ['stopped']],
    ['rescue', ['rescued']],
    ['verifyresize', ['resized']],
    ['softdelete', ['soft-delete', 'soft_deleted']],
    ['softdeleted', ['soft-delete', 'soft_deleted']],
    ['terminated', ['deleted']],
    ['failed', ['error']],
    // These are task_states today; they were vm_states before June 2012.
    ['rebuilding', []],
    ['resizing', []],
    ['migrating', []],
  ]),
  taskState: new Map([
    ['starting', ['powering-on', 'powering_on']],
    ['start', ['powering-on', 'powering_on']],
    ['stopping', ['powering-off', 'powering_off']],
    ['stop', ['powering-off', 'powering_off']],
    ['reboot', ['rebooting']],
    ['hardreboot', ['rebooting_hard']],
    ['hardrebooting', ['rebooting_hard']],
    ['rebuild', ['rebuilding']],
    ['resize', ['resize_prep', 'resize_migrating', 'resize_finish']],
    ['resizing', ['resize_prep', 'resize_migrating', 'resize_finish']],
    ['revertresize', ['resize_reverting']],
    ['migrate', ['migrating']],
    ['livemigrating', ['migrating']],
    ['delete', ['deleting']],
    ['softdelete', ['soft-deleting']],
    ['rescue', ['rescuing']],
    ['unrescue', ['unrescuing']],
    ['pause', ['pausing']],
    ['suspend', ['suspending']],
    ['resume', ['resuming']],
    ['shelve', ['shelving']],
    ['unshelve', ['unshelving']],
    ['snapshot', ['image_snapshot']],
    ['snapshotting', ['image_snapshot']],
    ['imagelivesnapshot', ['image_snapshot']],
    // While a resized server waits for its confirmation, it has no task_state.
    ['resizeverify', []],
  ]),
  status: new Map([
    ['building', ['BUILD']],
    ['creating', ['BUILD']],
    ['running', ['ACTIVE']],
    ['started', ['ACTIVE']],
    ['stopped', ['SHUTOFF']],
    ['shutdown', ['SHUTOFF']],
    ['poweredoff', ['SHUTOFF']],
    ['rescued', ['RESCUE']],
    ['resized', ['VERIFY_RESIZE', 'RESIZE']],
    ['resizing', ['RESIZE']],
    ['rebuilding', ['REBUILD']],
    ['rebooting', ['REBOOT']],
    ['rebootinghard', ['HARD_REBOOT']],
    ['resizereverting', ['REVERT_RESIZE']],
    ['softdelete', ['SOFT_DELETED']],
    ['terminated', ['DELETED']],
    ['failed', ['ERROR']],
    ['unknownstate', ['UNKNOWN']],
    // Servers in these task_states keep their previous status.
    ['deleting', []],
    ['shelving', []],
    ['unshelving', []],
    ['rescuing', []],
    ['unrescuing', []],
    ['resuming', []],
  ]),
};
