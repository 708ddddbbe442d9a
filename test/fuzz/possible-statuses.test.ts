import assert from 'node:assert/strict';
import fc from 'fast-check';
import { checkText } from '../../src/service';
import { type Document, ECS_2022, ECS_2024, NOVA, RACKSPACE } from '../mapping/documents';
import { holds, SEED } from './helpers';

/** What is behind a key that says no state: nothing, a template, a word or a number that no cloud has. */
const MISSING = undefined;
const UNSURE = ['{{ state }}', 'frozen solid', 7];

/** A cloud as its document has it, and what the document makes of a pair without a line. */
interface Told {
  readonly id: string;
  readonly document: Document;
  readonly isNoted: boolean;
  /** Values that Nova spells in another way. */
  readonly novaNames: Readonly<Record<string, string>>;
}

const CLOUDS: readonly Told[] = [
  { id: 'openstack', document: NOVA, isNoted: false, novaNames: {} },
  { id: 'huaweicloud', document: ECS_2024, isNoted: true, novaNames: {} },
  { id: 'opentelekomcloud', document: ECS_2024, isNoted: true, novaNames: {} },
  { id: 'ecs-classic', document: ECS_2022, isNoted: false, novaNames: {} },
  {
    id: 'rackspace',
    document: RACKSPACE,
    isNoted: false,
    novaNames: { powering_off: 'powering-off', powering_on: 'powering-on', soft_deleted: 'soft-delete' },
  },
];

/** The status of a document's line for a pair; `*` is the line of a vm_state without a task_state. */
function line({ pairs }: Document, vmState: string, taskState: string): string | undefined {
  const start = `${vmState} | ${taskState} | `;
  return pairs.find((pair) => pair.startsWith(start))?.slice(start.length);
}

/** Every status that the documents leave open for a server whose two states are spelled out. */
function statusesOfPair({ document, isNoted, novaNames }: Told, vmState: string, task: string): string[] {
  const own = line(document, vmState, task) ?? (task === 'null' ? line(document, vmState, '*') : undefined);
  if (own !== undefined) return [own];
  const [vm, name] = [novaNames[vmState] ?? vmState, novaNames[task] ?? task];
  const nova = line(NOVA, vm, name) ?? line(NOVA, vm, '*');
  return [line(document, vmState, '*'), isNoted ? 'UNKNOWN' : undefined, nova].filter(
    (status) => status !== undefined,
  );
}

/** Every status of every completion; undefined where the vm_state is one that nobody knows. */
function statusesOf(told: Told, vmState: unknown, taskState: unknown): Set<string> | undefined {
  const { document } = told;
  const vmStates = [...document.vmStates, ...NOVA.vmStates];
  const taskStates = ['null', ...document.taskStates, ...NOVA.taskStates];
  const idle = taskState === MISSING || taskState === null || taskState === '';
  const tasks = idle
    ? ['null']
    : taskStates.includes(taskState as string)
      ? [taskState as string]
      : taskStates;
  const isText = typeof vmState === 'string' && vmState !== '' && !vmState.startsWith('{{');
  if (isText && !vmStates.includes(vmState)) return undefined;
  const found = new Set(['DELETED']);
  for (const vm of isText ? [vmState] : vmStates)
    for (const task of tasks) for (const status of statusesOfPair(told, vm, task)) found.add(status);
  // Nova shows UNKNOWN for a vm_state that it does not know.
  if (!isText) found.add('UNKNOWN');
  return found;
}

describe('A status', function () {
  this.timeout(60_000);

  it(`is reported if and only if no completion of the server gives it (seed ${SEED})`, () => {
    const serverOf = (told: Told) =>
      fc
        .record({
          vmState: fc.constantFrom(MISSING, null, '', ...UNSURE, ...told.document.vmStates, ...NOVA.vmStates),
          taskState: fc.constantFrom(
            MISSING,
            null,
            '',
            ...UNSURE,
            ...told.document.taskStates,
            ...NOVA.taskStates,
          ),
          status: fc.constantFrom(...NOVA.statuses, ...told.document.statuses, 'BUILDING'),
        })
        .filter(({ vmState, taskState }) => vmState !== MISSING || taskState !== MISSING);
    // Several in a file: what is found out of one must not count for another.
    const file = fc
      .constantFrom(...CLOUDS)
      .chain((told) => fc.tuple(fc.constant(told), fc.array(serverOf(told), { minLength: 1, maxLength: 8 })));
    holds(
      fc.property(file, ([told, servers]) => {
        const text = JSON.stringify(
          servers.map(({ vmState, taskState, status }) => ({
            status,
            'OS-EXT-STS:vm_state': vmState,
            'OS-EXT-STS:task_state': taskState,
            'OS-EXT-STS:power_state': 1,
          })),
        );
        const reported = checkText(text, 'json', { cloud: told.id })
          .filter(({ rule }) => rule === 'status-mismatch' || rule === 'unknown-status')
          .map(({ server }) => server.status);
        const wrong = servers.filter(({ vmState, taskState, status }) => {
          const possible = statusesOf(told, vmState, taskState);
          return possible === undefined ? !told.document.statuses.includes(status) : !possible.has(status);
        });
        assert.deepEqual(
          reported,
          wrong.map(({ status }) => status),
          `${told.id}: ${text}`,
        );
      }),
      10_000,
    );
  });
});
