import type { StateField } from './types';

/**
 * Old and foreign spellings → the values that they stand for, best first; those that a cloud does not have are
 * passed over. Words without case and separators. An empty list is a word that is close to a value and does not
 * mean it: the right one depends on the rest of the server.
 *
 * Read from Nova's history, OVH's and G-Core's lists, and fixtures that wrong copies of the table produced.
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
    // task_states today, vm_states before June 2012.
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
    // A resized server waits for its confirmation without a task_state.
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
    // These servers keep the status that they had before.
    ['deleting', []],
    ['shelving', []],
    ['unshelving', []],
    ['rescuing', []],
    ['unrescuing', []],
    ['resuming', []],
  ]),
};
