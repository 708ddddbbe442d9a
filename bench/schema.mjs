// Writes a cloud's table as a JSON Schema, as a user without this product would for a language server.

const VM_STATE = 'OS-EXT-STS:vm_state';
const TASK_STATE = 'OS-EXT-STS:task_state';

/** A row's taskState that stands for every task_state without a row (src/mapping/types.ts). */
const ANY = '*';

/**
 * Returns a schema for `{"servers": [...]}` with an if/then for each status of a vm_state.
 *
 * @param cloud a cloud of the mapping core
 */
export function schemaOf(cloud) {
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    type: 'object',
    properties: { servers: { type: 'array', items: { $ref: '#/definitions/server' } } },
    definitions: {
      server: {
        type: 'object',
        properties: {
          [VM_STATE]: { enum: Object.keys(cloud.vmStates) },
          [TASK_STATE]: { enum: [...Object.keys(cloud.taskStates), null] },
          status: { enum: Object.keys(cloud.statuses) },
        },
        allOf: [...byVmStateAndStatus(cloud.rows)].map(ifThen),
      },
    },
  };
}

/** Yields an entry for each vm_state and status: the task_states that give it, or those that do not. */
function* byVmStateAndStatus(rows) {
  for (const vmState of new Set(rows.map((row) => row.vmState))) {
    const own = rows.filter((row) => row.vmState === vmState);
    const named = own.filter(({ taskState }) => taskState !== ANY).map(({ taskState }) => taskState);
    for (const status of new Set(own.map((row) => row.status))) {
      const giving = own.filter((row) => row.status === status).map(({ taskState }) => taskState);
      const task = giving.includes(ANY) ? { not: { enum: named } } : { enum: giving };
      // A schema's enum must not be empty.
      yield { vmState, status, ...(named.length > 0 ? { task } : {}) };
    }
  }
}

function ifThen({ vmState, status, task }) {
  return {
    if: {
      properties: { [VM_STATE]: { const: vmState }, ...(task ? { [TASK_STATE]: task } : {}) },
      required: [VM_STATE],
    },
    // A deleted record shows DELETED with any vm_state.
    // biome-ignore lint/suspicious/noThenProperty: it is JSON Schema's own word
    then: { properties: { status: { enum: [...new Set([status, 'DELETED'])] } } },
  };
}
