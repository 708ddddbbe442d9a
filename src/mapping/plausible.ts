import { FAILED, PLAUSIBLE } from './nova/plausible';
import type { Cloud } from './types';

/** True for a pair of Nova's own names that Nova can produce. An empty task_state counts as null. */
export function isPlausible(vmState: string, taskState: string | null): boolean {
  return causesOf(vmState, taskState).length > 0;
}

/** True for a pair of Nova's own names that only an operation which failed can leave behind. */
export function isSeldom(vmState: string, taskState: string | null): boolean {
  return vmState === 'error' && taskState !== null && Object.hasOwn(FAILED, taskState);
}

/**
 * What brings a pair of Nova's own names about: ids of actions, `stable` for a server at rest, nothing for a
 * pair that Nova never produces. An empty task_state counts as null.
 */
export function causesOf(vmState: string, taskState: string | null): readonly string[] {
  return PLAUSIBLE.get(vmState)?.get(taskState === '' ? null : taskState) ?? [];
}

/** Nova's name of a cloud's vm_state or task_state: the same word, unless the cloud has its own. */
export function novaName(cloud: Cloud, value: string): string;
export function novaName(cloud: Cloud, value: string | null): string | null;
export function novaName(cloud: Cloud, value: string | null): string | null {
  if (value === null) return null;
  const name = own(cloud.vmStateAliases, value) ?? value;
  return own(cloud.novaNames, name) ?? name;
}

function own(names: Readonly<Record<string, string>>, name: string): string | undefined {
  return Object.hasOwn(names, name) ? names[name] : undefined;
}
