import { type Cloud, deriveStatus, knownTo } from '../../mapping';
import type { Subject } from './types';

/** What a server's status should be, and who says so. */
export interface Expectation {
  readonly status: string;
  /** The cloud whose table gives it. */
  readonly by: Cloud;
  /** How that table gives it. */
  readonly how: 'row' | 'default' | 'note';
  /** The status that OpenStack would give, where the cloud's document has no row for the pair. */
  readonly unlisted: string | null;
}

/**
 * Derives the status of a server from its vm_state and task_state by its cloud's table, and by OpenStack's
 * where the cloud's document is silent.
 *
 * @returns undefined where the pair cannot be judged: a state is missing, open, misspelt or not the cloud's.
 */
export function expectStatus({ cloud, nova, vmState, taskState }: Subject): Expectation | undefined {
  if (vmState === undefined || taskState === undefined) return undefined;
  if (!knownTo(cloud, 'vmState', vmState)) return undefined;
  if (
    taskState !== null &&
    !knownTo(cloud, 'taskState', taskState) &&
    !knownTo(nova, 'taskState', taskState)
  ) {
    return undefined;
  }
  const own = deriveStatus(cloud, vmState, taskState);
  const fallback = deriveStatus(nova, vmState, taskState).status;
  if (own.status !== null && own.by !== null) {
    return { status: own.status, by: cloud, how: own.by, unlisted: own.by === 'note' ? fallback : null };
  }
  if (fallback === null) return undefined;
  return { status: fallback, by: nova, how: 'default', unlisted: fallback };
}

/**
 * True where the cloud's document has no row for the pair and the status is the one that OpenStack gives it.
 * A vm_state that only OpenStack knows counts: no document that lists its vm_states can have a row for it.
 */
export function isUnlisted({ cloud, nova, vmState, taskState, status }: Subject): boolean {
  if (cloud === nova || vmState === undefined || taskState === undefined) return false;
  if (!knownTo(nova, 'vmState', vmState)) return false;
  if (taskState !== null && !knownTo(nova, 'taskState', taskState)) return false;
  const own = deriveStatus(cloud, vmState, taskState);
  if (own.by === 'row' || own.status === status) return false;
  return deriveStatus(nova, vmState, taskState).status === status;
}
