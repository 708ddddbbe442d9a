// Writes a cloud's table as a JSON Schema: what a person without this product would give a language server.

const VM_STATE = 'OS-EXT-STS:vm_state';
const TASK_STATE = 'OS-EXT-STS:task_state';

/** In a row's taskState: every task_state without a row of its own (src/mapping/types.ts). */
const ANY = '*';

/**
 * @param cloud a cloud of the mapping core
 * @returns a schema for `{"servers": [...]}` with one if/then for each status that a vm_state can show
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

/** One entry for each vm_state and status: the task_states that give it, or those that do not. */
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
    // A record that is flagged deleted shows DELETED whatever its vm_state says.
    // biome-ignore lint/suspicious/noThenProperty: it is JSON Schema's own word
    then: { properties: { status: { enum: [...new Set([status, 'DELETED'])] } } },
  };
}
