import assert from 'node:assert/strict';
import { clouds, resolveCloud } from '../../../src/mapping';
import { type Options, readFixture } from '../../../src/service';
import { cloudOf, pickCloud } from '../../../src/service/judge/pick-cloud';
import { optionsOf } from '../helpers';

const SERVER = '"OS-EXT-STS:vm_state": "active", "status": "ACTIVE"';
const COMMENT = '// server-status cloud=rackspace\n';
const HUAWEI = '"href": "https://ecs.eu-west-101.myhuaweicloud.com/v2.1/servers/1"';

/** A server with more members, in a text that is so long that it is read and searched in other ways. */
const long = (members: string) => `{"tags": ["${'x'.repeat(9000)}"], ${SERVER}, ${members}}`;

/** Which cloud the file's servers are held to, and who said so. */
function picked(text: string, options: Partial<Options> = {}, languageId = 'jsonc'): string[] {
  // A map of its own lets nothing be known from earlier tests.
  const all = new Map(clouds);
  const fixture = readFixture(text, languageId, { clouds: all });
  const pick = pickCloud(fixture, optionsOf({ clouds: all, ...options })).of;
  return fixture.servers.map((server) => {
    const { cloud, by } = pick(server);
    return `${cloud.id} by ${by}`;
  });
}

describe('the cloud of a server', () => {
  it('is the one that a comment names, before all others', () => {
    assert.deepEqual(picked(`${COMMENT}{${SERVER}, ${HUAWEI}}`, { cloud: 'ecs-classic' }), [
      'rackspace by comment',
    ]);
  });

  it('is the one that a comment in YAML names', () => {
    const text = `# server-status cloud=rackspace\n{${SERVER}}`;
    assert.deepEqual(picked(text, {}, 'yaml'), ['rackspace by comment']);
  });

  it('is the one that a block comment names', () => {
    assert.deepEqual(picked(`/* server-status cloud=huaweicloud */ {${SERVER}}`), ['huaweicloud by comment']);
  });

  it('is the one that a comment behind the server names', () => {
    assert.deepEqual(picked(`{${SERVER}} // server-status cloud=ecs-classic`), ['ecs-classic by comment']);
  });

  it('is not one that a comment names and that does not exist', () => {
    assert.deepEqual(picked(`// server-status cloud=nosuch\n{${SERVER}}`), ['openstack by default']);
  });

  it('is not one that a text names as a comment would', () => {
    assert.deepEqual(picked(`{"note": "server-status cloud=rackspace", ${SERVER}}`), [
      'openstack by default',
    ]);
  });

  it('is the one of the config file, before the evidence', () => {
    assert.deepEqual(picked(`{${SERVER}, ${HUAWEI}}`, { cloud: 'ecs-classic', cloudFrom: 'config' }), [
      'ecs-classic by config',
    ]);
  });

  it('is the one of the setting, before the evidence', () => {
    assert.deepEqual(picked(`{${SERVER}, ${HUAWEI}}`, { cloud: 'rackspace' }), ['rackspace by setting']);
  });

  it('is the one of the evidence where the setting is auto', () => {
    assert.deepEqual(picked(`{${SERVER}, ${HUAWEI}}`), ['huaweicloud by evidence']);
  });

  it('is openstack where nothing speaks', () => {
    assert.deepEqual(picked(`{${SERVER}}`), ['openstack by default']);
  });

  it('is picked for each server by its own evidence', () => {
    const text = `[{${SERVER}, ${HUAWEI}}, {${SERVER}, "href": "https://ord.servers.api.rackspacecloud.com/"}]`;
    assert.deepEqual(picked(text), ['huaweicloud by evidence', 'rackspace by evidence']);
  });

  it('is picked for each server by its own keys', () => {
    const text = `[{${SERVER}, "enterprise_project_id": "0"}, {${SERVER}, "RAX-SI:image_schedule": 1}, {${SERVER}}]`;
    assert.deepEqual(picked(text), [
      'huaweicloud by evidence',
      'rackspace by evidence',
      'openstack by default',
    ]);
  });

  it('is picked in Base64 by what stands in it', () => {
    assert.deepEqual(picked(`["${btoa(`{${SERVER}, ${HUAWEI}}`)}", {${SERVER}}]`), [
      'huaweicloud by evidence',
      'openstack by default',
    ]);
  });

  it('exists', () => {
    assert.throws(() => cloudOf({ clouds: new Map() }, 'nosuch'), /no cloud called nosuch/);
  });

  it('is that of the rest of the file for a server without evidence', () => {
    const text = `{"url": "https://ecs.eu-de.otc.t-systems.com/v2.1", "servers": [{${SERVER}}]}`;
    assert.deepEqual(picked(text), ['opentelekomcloud by evidence']);
  });
});

describe('The evidence in a server', () => {
  const OTHER = '"links": [{"rel": "self", "href": "https://nova.example.org/v2.1/servers/1"}]';

  it('goes before its neighbours’ where it is a link to a host of no cloud', () => {
    assert.deepEqual(picked(`[{${SERVER}, ${OTHER}}, {${SERVER}, ${HUAWEI}}, {${SERVER}}]`), [
      'openstack by default',
      'huaweicloud by evidence',
      'huaweicloud by evidence',
    ]);
  });

  it('goes before its neighbours’ where it names two clouds', () => {
    const two = `${HUAWEI}, "old": "https://ord.servers.api.rackspacecloud.com/"`;
    assert.deepEqual(picked(`[{${SERVER}, ${two}}, {${SERVER}, ${HUAWEI}}]`), [
      'openstack by default',
      'huaweicloud by evidence',
    ]);
  });

  it('goes before its neighbours’ in a string, too', () => {
    const body = JSON.stringify(`{${SERVER}, ${OTHER}}`);
    assert.deepEqual(picked(`[{"body": ${body}}, {${SERVER}, ${HUAWEI}}]`), [
      'openstack by default',
      'huaweicloud by evidence',
    ]);
  });

  for (const [title, evidence] of [
    ['Huawei Cloud ECS or Open Telekom Cloud ECS', '"metadata": {"metering.image_id": "1"}'],
    ['Huawei Cloud ECS', '"enterprise_project_id": "0", "metadata": {"metering.image_id": "1"}'],
    ['Open Telekom Cloud ECS', '"href": "https://ecs.eu-de.otc.t-systems.com/", "EcmResStatus": ""'],
  ] as const)
    it(`is said to be ${title} where it is ${evidence}`, () => {
      const fixture = readFixture(`{${SERVER}, ${evidence}}`, 'json');
      const [server] = fixture.servers;
      assert.ok(server);
      assert.equal(pickCloud(fixture, optionsOf({})).of(server).cloud.title, title);
    });
});

describe('The evidence for two clouds', () => {
  const ROWS = [
    { vmState: 'active', taskState: null, status: 'ACTIVE' },
    { vmState: 'active', taskState: '*', status: 'BUSY' },
  ];

  /** The title of the cloud of a server that a host of two clouds serves, with other rows for the second. */
  function titleWith(rows = ROWS, unlisted: 'silent' | 'default' = 'silent'): string {
    const own = (title: string, more: object) =>
      resolveCloud(
        {
          id: title.toLowerCase(),
          title,
          rows: ROWS,
          evidence: { hosts: ['cloud.example'], keys: [] },
          ...more,
        },
        new Map(),
      );
    const all = new Map([...clouds, ['a', own('A', {})], ['b', own('B', { rows, unlisted })]]);
    const fixture = readFixture(`{${SERVER}, "href": "https://cloud.example/v2.1/servers/1"}`, 'json', {
      clouds: all,
    });
    const [server] = fixture.servers;
    assert.ok(server);
    return pickCloud(fixture, optionsOf({ clouds: all })).of(server).cloud.title;
  }

  it('names both where their tables are the same, in any order', () => {
    assert.equal(titleWith(), 'A or B');
    assert.equal(titleWith([...ROWS].reverse()), 'A or B');
  });

  it('decides nothing where they are not', () => {
    for (const title of [
      titleWith(ROWS.slice(1)),
      titleWith([...ROWS, { vmState: 'paused', taskState: null, status: 'PAUSED' }]),
      titleWith(ROWS.map((row) => ({ ...row, status: 'ACTIVE' }))),
      titleWith(ROWS.map((row) => ({ ...row, vmState: 'paused' }))),
      titleWith(ROWS, 'default'),
    ])
      assert.equal(title, 'OpenStack Nova');
  });
});

describe('evidence for a cloud', () => {
  for (const [id, evidence] of [
    ['huaweicloud', '"href": "https://ecs.cn-north-1.myhuaweicloud.com/v2/1/servers/2"'],
    ['huaweicloud', '"enterprise_project_id": "0"'],
    ['huaweicloud', '"metadata": {"metering.image_id": "1", "charging_mode": "0"}'],
    ['huaweicloud', '"metadata": {"EcmResStatus": ""}'],
    ['opentelekomcloud', '"href": "https://ecs.eu-de.otc.t-systems.com/v2.1/servers/1"'],
    [
      'opentelekomcloud',
      '"href": "https://ecs.eu-de.otc.t-systems.com/", "metadata": {"charging_mode": "0"}',
    ],
    ['opentelekomcloud', '"href": "https://ecs.eu-de.otc.t-systems.com/", "enterprise_project_id": "0"'],
    ['rackspace', '"href": "https://dfw.servers.api.rackspacecloud.com/v2/1/servers/2"'],
    ['rackspace', '"href": "https://servers.api.rackspacecloud.com:443/v2"'],
    ['rackspace', '"RAX-PUBLIC-IP-ZONE-ID:publicIPZoneId": "1"'],
    ['rackspace', '"RAX-SI:image_schedule": {"retention": 1}'],
  ] as const) {
    it(`is ${evidence}: ${id}`, () => {
      assert.deepEqual(picked(`{${SERVER}, ${evidence}}`), [`${id} by evidence`]);
    });

    it(`is ${evidence} in a long text: ${id}`, () => {
      assert.deepEqual(picked(long(evidence), {}, 'json'), [`${id} by evidence`]);
    });

    it(`is ${evidence} in a string of a long text: ${id}`, () => {
      const text = long(`"body": ${JSON.stringify(`{${evidence}}`)}`);
      assert.deepEqual(picked(text, {}, 'json'), [`${id} by evidence`]);
    });

    it(`is ${evidence} in YAML: ${id}`, () => {
      assert.deepEqual(picked(`{${SERVER}, ${evidence}}`, {}, 'yaml'), [`${id} by evidence`]);
    });
  }

  it('is a key in YAML’s block style', () => {
    const text = 'OS-EXT-STS:vm_state: active\nRAX-PUBLIC-IP-ZONE-ID:publicIPZoneId: 1\n';
    assert.deepEqual(picked(text, {}, 'yaml'), ['rackspace by evidence']);
  });

  for (const nothing of [
    '"href": "https://notrackspacecloud.com/v2"',
    '"href": "https://not-rackspacecloud.com/v2"',
    '"href": "https://rackspacecloud.com.example.org/v2"',
    '"href": "https://rackspacecloud.community/v2"',
    '"href": "https://rackspacecloud-com.example.org/v2"',
    '"href": "https://mymyhuaweicloud.com/"',
    '"href": "https://otc.t-systems.company/"',
    '"href": "https://hotc.t-systems.com/"',
    '"name": "RAX-100"',
    '"name": "charging_mode"',
    '"my_enterprise_project_id": "0"',
    '"enterprise_project_id_2": "0"',
    '"BRAX-KEY": "0"',
    '"description": "moved from Huawei Cloud to Rackspace"',
    `"description": "{'RAX-KEY': 1}"`,
    '"description": "{RAX-KEY: 1}"',
  ]) {
    for (const text of [`{${SERVER}, ${nothing}}`, long(nothing)])
      it(`is not ${nothing}, in ${text.length} letters`, () => {
        assert.deepEqual(picked(text, {}, 'json'), ['openstack by default']);
      });
  }

  it('of two clouds in one server decides nothing', () => {
    const text = `{${SERVER}, ${HUAWEI}, "old": "https://ord.servers.api.rackspacecloud.com/"}`;
    assert.deepEqual(picked(text), ['openstack by default']);
  });
});

describe('the evidence', () => {
  it('is told with its place', () => {
    const text = `{${SERVER}, "enterprise_project_id": "0"}`;
    const fixture = readFixture(text, 'json');
    const server = fixture.servers[0];
    assert.ok(server);
    const { evidence } = pickCloud(fixture, optionsOf({})).of(server);
    assert.equal(text.slice(evidence?.span.start, evidence?.span.end), 'enterprise_project_id');
  });

  it('of a comment is what that names', () => {
    const fixture = readFixture(`${COMMENT}{${SERVER}}`, 'jsonc');
    const [server] = fixture.servers;
    assert.ok(server);
    assert.equal(pickCloud(fixture, optionsOf({})).of(server).evidence?.text, 'rackspace');
  });
});
