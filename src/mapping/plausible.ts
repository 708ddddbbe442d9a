import { FAILED, PLAUSIBLE } from './nova/plausible';
import type { Cloud } from './types';

/** Tells whether Nova can produce a pair, in Nova's names. An empty task_state counts as null. */
export function isPlausible(vmState: string, taskState: string | null): boolean {
  return causesOf(vmState, taskState).length > 0;
}

/** Tells whether only a failed operation leaves a pair, in Nova's names. */
export function isSeldom(vmState: string, taskState: string | null): boolean {
  return vmState === 'error' && taskState !== null && Object.hasOwn(FAILED, taskState);
}

/**
 * Returns the causes of a pair, in Nova's names: ids of actions, `stable` for a server without an operation, or nothing
 * for a pair that Nova never produces. An empty task_state counts as null.
 */
export function causesOf(vmState: string, taskState: string | null): readonly string[] {
  return PLAUSIBLE.get(vmState)?.get(taskState === '' ? null : taskState) ?? [];
}

/** Returns Nova's name of a cloud's vm_state or task_state: usually the same word. */
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
