import type { FieldName } from '../../fixture';
import {
  type Cloud,
  novaName,
  POWER_STATES_SEEN,
  type ServerState,
  STATUSES_WITH_FAULT,
  STATUSES_WITH_PROGRESS,
} from '../../mapping';
import type { Content } from '../types';

/**
 * The API's answer for a field: a state; a number (`seen` is null if the usual numbers are unknown); no such key; or an
 * optional key with a sample of its content.
 */
export type Answer =
  | { readonly kind: 'state'; readonly state: string | null }
  | { readonly kind: 'number'; readonly usual: number; readonly seen: readonly number[] | null }
  | { readonly kind: 'absent' }
  | { readonly kind: 'optional'; readonly sample: Content; readonly isDue: boolean };

/** Returns the API's answer for a field of a server in a state; undefined if it does not depend on the state. */
export function answerOf(cloud: Cloud, state: ServerState, name: FieldName): Answer | undefined {
  return ANSWERS[name]?.(cloud, state);
}

const ABSENT: Answer = { kind: 'absent' };

const ANSWERS: { readonly [name in FieldName]?: (cloud: Cloud, state: ServerState) => Answer | undefined } = {
  status: (_, { status }) => ({ kind: 'state', state: status }),
  vmState: (_, { pair }) => (pair ? { kind: 'state', state: pair.vmState } : ABSENT),
  taskState: (_, { pair }) => (pair ? { kind: 'state', state: pair.taskState } : ABSENT),
  powerState: (cloud, { pair }) => {
    if (pair === null) return undefined;
    const seen = POWER_STATES_SEEN.get(novaName(cloud, pair.vmState)) ?? null;
    return { kind: 'number', usual: seen?.[0] ?? 0, seen };
  },
  progress: (_, { status }) =>
    STATUSES_WITH_PROGRESS.includes(status) ? { kind: 'optional', sample: 0, isDue: true } : ABSENT,
  // A deleted server may have failed.
  fault: (_, { status }) =>
    STATUSES_WITH_FAULT.includes(status)
      ? { kind: 'optional', sample: FAULT, isDue: status === 'ERROR' }
      : ABSENT,
};

/** The fault of a failed server. The message is an invented sample. */
const FAULT = { code: 500, created: '2026-01-01T00:00:00Z', message: 'The operation failed.' };
