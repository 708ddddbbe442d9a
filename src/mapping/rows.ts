import type { Row } from './types';

/**
 * Returns the rows of one vm_state, from the notation of the documents' tables: a status and the task_states that it
 * covers.
 *
 * @param statuses status → its task_states, in the document's order.
 */
export function rowsOf(
  vmState: string,
  statuses: Readonly<Record<string, readonly (string | null)[]>>,
): Row[] {
  return Object.entries(statuses).flatMap(([status, taskStates]) =>
    taskStates.map((taskState) => ({ vmState, taskState, status })),
  );
}
