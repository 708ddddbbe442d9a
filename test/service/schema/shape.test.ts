import assert from 'node:assert/strict';
import { type Cloud, clouds, resolveCloud } from '../../../src/mapping';
import { SCHEMA_DRAFTS, serverSchema } from '../../../src/service';
import { rightStatuses } from '../../../src/service/schema/right-statuses';
import { statusRules } from '../../../src/service/schema/status-rules';
import { inEnglish } from '../../../src/words';

const VM_STATE = 'OS-EXT-STS:vm_state';
const TASK_STATE = 'OS-EXT-STS:task_state';

const nova = clouds.get('openstack') as Cloud;

/** Small enough for its whole schema to be read. */
const small = () =>
  resolveCloud(
    {
      id: 'small',
      title: 'Small',
      statuses: { OFF: 'Off.', ON: 'On.' },
      vmStates: { up: 'Up.', down: 'Down.' },
      taskStates: { going: 'Going.' },
      rows: [
        { vmState: 'up', taskState: null, status: 'ON' },
        { vmState: 'up', taskState: 'going', status: 'OFF' },
        { vmState: 'down', taskState: '*', status: 'OFF' },
      ],
    },
    new Map(),
  );

const ref = (name: string) => ({ $ref: name });

describe('What is right beside every pair of states', () => {
  it('is what follows; beside what is not known, all that could', () => {
    assert.deepEqual(
      rightStatuses(small(), small()).map(({ states: { vmState, taskState }, statuses, given }) => [
        vmState,
        taskState,
        statuses,
        given,
      ]),
      [
        ['up', null, ['ON'], 'ON'],
        ['up', 'going', ['OFF'], 'OFF'],
        ['down', null, ['OFF'], 'OFF'],
        ['down', 'going', ['OFF'], 'OFF'],
        // Of a server of which nothing is known the status may be null, too.
        [null, null, ['OFF', 'ON', null], undefined],
        [null, 'going', ['OFF'], undefined],
      ],
    );
  });

  it('begins with what follows', () => {
    const right = rightStatuses(nova, nova).find(
      ({ states }) => states.vmState === 'active' && states.taskState === 'rebooting',
    );
    assert.deepEqual([right?.statuses, right?.given], [['REBOOT', 'DELETED'], 'REBOOT']);
  });

  it('does not follow from a table where OpenStack alone gives it', () => {
    const classic = clouds.get('ecs-classic') as Cloud;
    const right = rightStatuses(classic, nova).find(
      ({ states }) => states.vmState === 'active' && states.taskState === 'resize_prep',
    );
    assert.deepEqual([right?.statuses, right?.given], [['DELETED'], undefined]);
  });
});

describe('The rules about the status', () => {
  it('are one for all states beside which the same is right', () => {
    const gives = (status: string) => `Small gives "${status}" for this vm_state and task_state.`;
    const open = 'The table of Small does not give this status for this vm_state and task_state.';
    const on = { enum: ['ON'], enumDescriptions: ['On.'] };
    const off = { enum: ['OFF'], enumDescriptions: ['Off.'] };
    const both = { enum: ['OFF', 'ON', null], enumDescriptions: ['Off.', 'On.', ''] };
    const rule = (condition: object, status: object) =>
      // biome-ignore lint/suspicious/noThenProperty: it is JSON Schema's own word
      ({ if: condition, then: { properties: { status } } });
    assert.deepEqual(statusRules(inEnglish, small(), small(), ref), [
      // A key that is missing counts as null, and so does an empty text.
      rule(
        {
          properties: { [VM_STATE]: { enum: ['up'] }, [TASK_STATE]: { enum: [null, ''] } },
          required: [VM_STATE],
        },
        { ...on, errorMessage: gives('ON') },
      ),
      rule(
        {
          anyOf: [
            {
              properties: { [VM_STATE]: { enum: ['up'] }, [TASK_STATE]: { enum: ['going'] } },
              required: [VM_STATE, TASK_STATE],
            },
            {
              properties: { [VM_STATE]: { enum: ['down'] }, [TASK_STATE]: { $ref: 'taskState' } },
              required: [VM_STATE],
            },
          ],
        },
        { ...off, errorMessage: gives('OFF') },
      ),
      rule(
        { properties: { [VM_STATE]: { enum: [null, ''] }, [TASK_STATE]: { enum: [null, ''] } } },
        { ...both, errorMessage: open },
      ),
      rule(
        {
          properties: { [VM_STATE]: { enum: [null, ''] }, [TASK_STATE]: { enum: ['going'] } },
          required: [TASK_STATE],
        },
        { ...off, errorMessage: open },
      ),
    ]);
  });

  it('name the task_states that do not fit where those are fewer', () => {
    const text = JSON.stringify(statusRules(inEnglish, nova, nova, ref));
    const paused = `{"allOf":[{"$ref":"taskState"},{"not":{"enum":["migrating"]}}]}`;
    assert.ok(text.includes(`{"${VM_STATE}":{"enum":["paused"]},"${TASK_STATE}":${paused}}`));
  });

  it('name vm_states together that fit the same task_states', () => {
    const rackspace = clouds.get('rackspace') as Cloud;
    const text = JSON.stringify(statusRules(inEnglish, rackspace, nova, ref));
    assert.ok(text.includes(`{"${VM_STATE}":{"enum":["building","build"]},`));
  });

  it('let nothing pass where nothing is right', () => {
    const rows = [{ vmState: 'up', taskState: null, status: 'null' }];
    const own = resolveCloud({ id: 'own', title: 'Own', rows, unlisted: 'silent' }, new Map());
    const empty = resolveCloud({ ...own, id: 'empty', statuses: {}, rows: [] }, new Map());
    const [first] = statusRules(inEnglish, { ...own, statuses: {} }, empty, ref);
    assert.deepEqual((first as { then: { properties: { status: object } } }).then.properties.status, {
      not: {},
      errorMessage: 'Own gives "null" for this vm_state and task_state.',
    });
  });
});

describe('The schema of a server', () => {
  const schemaOf = (cloud: Cloud, draft: (typeof SCHEMA_DRAFTS)[number] = '2020-12') =>
    serverSchema(inEnglish, cloud, nova, draft) as Record<string, never>;
  const definitionsOf = (cloud: Cloud) =>
    schemaOf(cloud).$defs as unknown as Record<string, { enum: unknown[]; enumDescriptions: string[] }>;

  it('says which draft it is, where its definitions are, and whose table it has', () => {
    const [newer, older] = SCHEMA_DRAFTS.map((draft) => schemaOf(nova, draft));
    assert.equal(newer?.$schema, 'https://json-schema.org/draft/2020-12/schema');
    assert.equal(older?.$schema, 'http://json-schema.org/draft-07/schema#');
    assert.deepEqual(
      [newer?.allOf, older?.allOf],
      [[{ $ref: '#/$defs/anything' }], [{ $ref: '#/definitions/anything' }]],
    );
    assert.deepEqual(Object.keys(newer?.$defs ?? {}), Object.keys(older?.definitions ?? {}));
    assert.equal(newer?.title, 'Servers of OpenStack Nova');
    assert.equal(
      newer?.description,
      'Finds the servers in a document and compares them with the table of OpenStack Nova.',
    );
    assert.equal(newer?.$comment, nova.sources.map(({ url }) => url).join(' '));
  });

  it('tells what each vm_state means, the second spelling of one too', () => {
    const rackspace = clouds.get('rackspace') as Cloud;
    const { vmState } = definitionsOf(rackspace);
    assert.deepEqual(vmState?.enum, [...Object.keys(rackspace.vmStates), 'build', null, '']);
    assert.deepEqual(vmState?.enumDescriptions, [
      ...Object.values(rackspace.vmStates),
      rackspace.vmStates.building,
      'Not known.',
      'Counts as null.',
    ]);
  });

  it('tells what each task_state means, none first', () => {
    const { taskState } = definitionsOf(nova);
    assert.deepEqual(taskState?.enum, [null, ...Object.keys(nova.taskStates), '']);
    assert.deepEqual(taskState?.enumDescriptions, [
      'No operation is under way.',
      ...Object.values(nova.taskStates),
      'Counts as null.',
    ]);
  });

  it('tells what each power_state means, and takes its words in any case', () => {
    const { anyOf } = definitionsOf(nova).powerState as unknown as {
      anyOf: [{ enum: unknown[]; enumDescriptions: string[] }, { pattern: string }];
    };
    assert.deepEqual(anyOf[0].enum, [...nova.powerStates.map(({ code }) => code), null]);
    assert.equal(anyOf[0].enumDescriptions.length, anyOf[0].enum.length);
    assert.equal(anyOf[0].enumDescriptions.at(-1), 'Not known.');
    const passes = (word: string) => new RegExp(anyOf[1].pattern).test(word);
    assert.deepEqual(['Running', 'SHUT DOWN', 'shutdown', '4', ''].filter(passes).length, 5);
    assert.deepEqual(['on', '2', 'running!', 'not running'].filter(passes), []);
  });

  it('says of each key what it is', () => {
    const { properties } = definitionsOf(nova).named as unknown as {
      properties: Record<string, { description: string }>;
    };
    assert.deepEqual(
      Object.entries(properties).map(([key, { description }]) => [key, description]),
      [
        ['status', 'The status that the API shows; it follows from vm_state and task_state.'],
        [VM_STATE, 'The stable state of the server.'],
        [TASK_STATE, 'The operation under way; null for none.'],
        ['OS-EXT-STS:power_state', 'The power state that the hypervisor reports, as a number.'],
      ],
    );
  });
});
