import assert from 'node:assert/strict';
import Ajv2020 from 'ajv/dist/2020';
import { type Cloud, clouds, resolveCloud } from '../../../src/mapping';
import { serverSchema } from '../../../src/service';
import { inEnglish } from '../../../src/words';

const VM_STATE = 'OS-EXT-STS:vm_state';
const TASK_STATE = 'OS-EXT-STS:task_state';
const POWER_STATE = 'OS-EXT-STS:power_state';

/** Tells whether the schema of a cloud of two vm_states lets a document pass. */
function validator(): (document: unknown) => boolean {
  const cloud = resolveCloud(
    {
      id: 'small',
      title: 'Small',
      statuses: { OFF: 'Off.', ON: 'On.' },
      vmStates: { up: 'Up.', down: 'Down.' },
      taskStates: { going: 'Going.' },
      rows: [
        { vmState: 'up', taskState: null, status: 'ON' },
        { vmState: 'down', taskState: '*', status: 'OFF' },
      ],
    },
    new Map(),
  );
  const ajv = new Ajv2020({ strict: true, strictTypes: false, strictRequired: false });
  ajv.addVocabulary(['enumDescriptions', 'errorMessage']);
  return ajv.compile(serverSchema(inEnglish, cloud, clouds.get('openstack') as Cloud, '2020-12'));
}

const RIGHT = { [VM_STATE]: 'up', [TASK_STATE]: null, status: 'ON' };
const WRONG = { ...RIGHT, status: 'OFF' };
const LABELS = { [VM_STATE]: 'State of the machine', status: 'Status' };

const DOCUMENTS: readonly (readonly [what: string, of: (server: object) => unknown])[] = [
  ['at the root', (server) => server],
  ['in a list', (server) => [server]],
  ['further in', (server) => ({ a: [{ b: server }] })],
  ['as the server', (server) => ({ server })],
  ['as the server, further in', (server) => [{ answer: { server } }]],
  ['among the servers', (server) => ({ servers: [RIGHT, server] })],
  ['among the servers by name', (server) => ({ servers: { a: RIGHT, b: server } })],
  ['in another server', (server) => ({ server: { ...RIGHT, old: server } })],
];

/** Objects without a key or a value of a server, as they are anywhere but where a server is due. */
const OTHERS: readonly (readonly [what: string, object: object])[] = [
  ['labels', LABELS],
  ['labels of a task_state', { [TASK_STATE]: 'What it does' }],
  ['a status alone', { status: 'DOWN' }],
  ['a status of the cloud alone', { status: 'ON', [POWER_STATE]: 1 }],
  ['a key that only ends like one', { ...LABELS, [`x-${VM_STATE}`]: 'up' }],
];

/** Objects of which one value is enough to be a server's, and another is wrong. */
const HALF: readonly (readonly [what: string, object: object])[] = [
  ['a task_state of the cloud', { ...LABELS, [TASK_STATE]: 'going' }],
  ['a task_state of OpenStack', { ...LABELS, [TASK_STATE]: 'rebooting' }],
  ['a task_state of null', { ...LABELS, [TASK_STATE]: null }],
  ['a power_state', { ...LABELS, [POWER_STATE]: 1 }],
  ['a status of the cloud', { ...LABELS, status: 'ON' }],
  ['a status of OpenStack', { ...LABELS, status: 'REBOOT' }],
  ['a vm_state of OpenStack', { [VM_STATE]: 'rescued', [TASK_STATE]: 'What it does' }],
  ['a vm_state of null', { [VM_STATE]: null, [TASK_STATE]: 'What it does' }],
];

describe('The schema of a server', () => {
  it('finds it wherever it stands', () => {
    const passes = validator();
    for (const [where, of] of DOCUMENTS)
      assert.deepEqual([passes(of(RIGHT)), passes(of(WRONG))], [true, false], where);
  });

  it('finds it by one value that is a server’s', () => {
    const passes = validator();
    for (const [what, object] of HALF) assert.equal(passes({ a: object }), false, what);
  });

  it('finds it by its place, whatever its values are', () => {
    const passes = validator();
    assert.deepEqual([passes({ server: LABELS }), passes({ servers: [LABELS] })], [false, false]);
    assert.equal(passes({ server: { [TASK_STATE]: 'What it does' } }), false);
    assert.equal(passes({ server: { status: 'DOWN' } }), true);
  });

  it('takes no other object for one', () => {
    const passes = validator();
    for (const [what, object] of OTHERS) assert.equal(passes({ a: object }), true, what);
  });

  it('looks at each of its states', () => {
    const passes = validator();
    const server = (more: object) => passes({ server: { ...RIGHT, ...more } });
    assert.deepEqual([server({ [POWER_STATE]: 1 }), server({ [POWER_STATE]: 'Running' })], [true, true]);
    assert.deepEqual([server({ [POWER_STATE]: 99 }), server({ [POWER_STATE]: 'On' })], [false, false]);
    assert.equal(server({ [VM_STATE]: 'odd' }), false);
    assert.equal(server({ [TASK_STATE]: 'odd' }), false);
  });
});
