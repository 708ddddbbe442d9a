import assert from 'node:assert/strict';
import Ajv from 'ajv';
import Ajv2020 from 'ajv/dist/2020';
import { type Cloud, clouds, DEFAULT_CLOUD, resolveCloud } from '../../../src/mapping';
import { check, DEFAULT_OPTIONS, readFixture, SCHEMA_DRAFTS, serverSchema } from '../../../src/service';
import { inEnglish } from '../../../src/words';

type Server = Readonly<Record<string, unknown>>;

const VM_STATE = 'OS-EXT-STS:vm_state';
const TASK_STATE = 'OS-EXT-STS:task_state';
const POWER_STATE = 'OS-EXT-STS:power_state';

const nova = clouds.get(DEFAULT_CLOUD) as Cloud;

/** One that shares nothing, and has words that the others do not. */
const OWN = resolveCloud(
  {
    id: 'own',
    title: 'Own',
    statuses: { 'Ice "cold"': '', nowhere: '' },
    vmStates: { none: 'Reads like null.', open: '' },
    rows: [
      { vmState: 'frozen', taskState: null, status: 'Ice "cold"' },
      { vmState: 'frozen', taskState: 'null', status: 'nowhere' },
      { vmState: 'active', taskState: 'thawing', status: 'ACTIVE' },
    ],
  },
  new Map(),
);

/** Says of each schema whether it lets a document pass. What only editors read is let through by name. */
function validatorsOf(cloud: Cloud): ((document: unknown) => boolean)[] {
  const options = { strict: true, strictTypes: false, strictRequired: false } as const;
  return SCHEMA_DRAFTS.map((draft) => {
    const ajv = draft === '07' ? new Ajv(options) : new Ajv2020(options);
    ajv.addVocabulary(['enumDescriptions', 'errorMessage']);
    const schema = serverSchema(inEnglish, cloud, nova, draft);
    assert.ok(ajv.validateSchema(schema), ajv.errorsText());
    const validate = ajv.compile(schema);
    return (document) => validate(document) as boolean;
  });
}

/** What the check says of each server: undefined where it takes it for none. */
function verdictsOf(cloud: Cloud, servers: readonly Server[], before: string): (boolean | undefined)[] {
  const all = new Map([...clouds, [cloud.id, cloud]]);
  const options = { ...DEFAULT_OPTIONS, cloud: cloud.id, clouds: all };
  const text = `${before}\n${servers.map((server) => JSON.stringify(server)).join(',\n')}\n]${before.startsWith('{') ? '}' : ''}`;
  const fixture = readFixture(text, 'json', options);
  const lineAt = linesOf(text);
  const verdicts: (boolean | undefined)[] = servers.map(() => undefined);
  for (const { span } of fixture.servers) verdicts[lineAt(span.start) - 1] = true;
  for (const { span, severity } of check(fixture, options))
    if (severity === 'error' || severity === 'warning') verdicts[lineAt(span.start) - 1] = false;
  return verdicts;
}

function linesOf(text: string): (offset: number) => number {
  const starts = [...text.matchAll(/\n/g)].map(({ index }) => index + 1);
  return (offset) => {
    let [low, high] = [0, starts.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((starts[middle] as number) <= offset) low = middle + 1;
      else high = middle;
    }
    return low;
  };
}

function serverOf(vmState: unknown, taskState: unknown, status: unknown): Server {
  const entries = [
    [VM_STATE, vmState],
    [TASK_STATE, taskState],
    ['status', status],
  ] as const;
  return Object.fromEntries(entries.filter(([, value]) => value !== undefined));
}

/** Every value of a field that a cloud or OpenStack has, and values that nobody has. */
function valuesOf(cloud: Cloud, of: (cloud: Cloud) => object): unknown[] {
  const known = new Set([...Object.keys(of(cloud)), ...Object.keys(of(nova))]);
  return [...known, 'bogus', 'None', '', null, 5, {}, undefined];
}

describe('The schema of a cloud', () => {
  for (const cloud of [...clouds.values(), OWN]) {
    const vmStates = valuesOf(cloud, (of) => ({ ...of.vmStates, ...of.vmStateAliases }));
    const taskStates = valuesOf(cloud, (of) => of.taskStates);
    const statuses = valuesOf(cloud, (of) => of.statuses);

    /** Compares the verdicts on every combination, where the check takes it for a server. */
    const compare = (someStatuses: readonly unknown[], before: string, put: (server: Server) => unknown) => {
      const servers = vmStates.flatMap((vmState) =>
        taskStates.flatMap((taskState) => someStatuses.map((status) => serverOf(vmState, taskState, status))),
      );
      const verdicts = verdictsOf(cloud, servers, before);
      const [right, wrong] = [true, false].map((verdict) => verdicts.filter((one) => one === verdict).length);
      const validators = validatorsOf(cloud);
      // The drafts share all but a few words, so the second one needs only a part of the combinations.
      const isAsked = (i: number, draft: number) => verdicts[i] !== undefined && (draft === 0 || i % 5 === 0);
      const differ = servers.filter((server, i) =>
        validators.some((passes, draft) => isAsked(i, draft) && passes(put(server)) !== verdicts[i]),
      );
      assert.deepEqual(differ.slice(0, 10), [], `${differ.length} of ${servers.length}`);
      return { right: right ?? 0, wrong: wrong ?? 0 };
    };

    it(`passes what the check passes, and nothing else: ${cloud.id}, every pair with every status`, () => {
      const { right, wrong } = compare(statuses, '{ "servers": [', (server) => ({ server }));
      assert.ok(right > 100 && wrong > 1000, `${right} right, ${wrong} wrong`);
    });

    it(`knows servers by their words alone: ${cloud.id}`, () => {
      const { right, wrong } = compare(['ACTIVE', 'DELETED'], '[', (server) => server);
      assert.ok(right > 20 && wrong > 50, `${right} right, ${wrong} wrong`);
    });
  }

  it('takes a power_state as the check does', () => {
    const values = [
      0,
      1,
      3,
      4,
      6,
      7,
      2,
      -1,
      1.5,
      '1',
      '2',
      'Running',
      'SHUT DOWN',
      'on',
      '',
      'None',
      null,
      true,
      {},
      [],
    ];
    const servers = values.map((value) => ({ [VM_STATE]: 'active', status: 'ACTIVE', [POWER_STATE]: value }));
    for (const cloud of clouds.values()) {
      const verdicts = verdictsOf(cloud, servers, '[');
      for (const passes of validatorsOf(cloud))
        assert.deepEqual(
          values.filter((_, i) => !passes({ server: servers[i] })),
          values.filter((_, i) => verdicts[i] === false),
        );
    }
  });

  it('finds servers wherever they stand, and leaves everything else alone', () => {
    const right = { [VM_STATE]: 'active', [TASK_STATE]: 'rebooting', status: 'REBOOT' };
    const wrong = { ...right, status: 'ACTIVE' };
    const around: ((server: Server) => unknown)[] = [
      (server) => server,
      (server) => [server],
      (server) => ({ server }),
      (server) => ({ servers: [right, server] }),
      (server) => ({ servers: { a: server } }),
      (server) => [{ response: { body: { server } } }],
      (server) => ({ server: { ...right, more: [server] } }),
    ];
    for (const passes of validatorsOf(nova)) {
      for (const put of around) {
        assert.equal(passes(put(right)), true);
        assert.equal(passes(put(wrong)), false, JSON.stringify(put(wrong)));
      }
      const others = [
        null,
        1,
        'ACTIVE',
        [],
        {},
        { status: 'bogus' },
        { server: 'web' },
        { servers: null },
        { [VM_STATE]: { type: 'string' } },
        { [VM_STATE]: 'VM state', [TASK_STATE]: 'Task' },
      ];
      for (const other of others) assert.equal(passes(other), true, JSON.stringify(other));
    }
  });
});
