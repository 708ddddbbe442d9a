import assert from 'node:assert/strict';
import { check, listServers, readFixture } from '../../src/service';
import { fingerprintParts } from '../../src/service/fingerprint-parts';
import { knownStatuses } from '../../src/service/known-statuses';
import { cloudAt, isStated, statedServerAt } from '../../src/service/list-servers';
import { sayFinding } from '../../src/service/say-finding';
import { saySummary, summaryOf } from '../../src/service/summary';
import { inEnglish } from '../../src/words';
import { lines } from '../fixture/helpers';
import { json, optionsOf, type Written } from './helpers';

const listed = (written: Written, cloud = 'auto') =>
  listServers(readFixture(json(written), 'json'), optionsOf({ cloud }))[0];

describe('The list of servers', () => {
  it('has each with its name, its cloud and its states', () => {
    const server = listed({ name: 'web 1', vmState: 'active', taskState: 'rebooting', status: 'REBOOT' });
    assert.deepEqual(
      [server?.says, server?.states, server?.name, server?.cloud.id],
      ['web 1: active + rebooting, REBOOT', 'active + rebooting, REBOOT', 'web 1', 'openstack'],
    );
    assert.deepEqual([server?.vmState, server?.taskState, server?.status], ['active', 'rebooting', 'REBOOT']);
    assert.equal(listed({ vmState: 'active', taskState: null }, 'rackspace')?.cloud.id, 'rackspace');
  });

  for (const [what, written, says] of [
    ['no name', { vmState: 'active', taskState: null, status: 'ACTIVE' }, 'active + null, ACTIVE'],
    ['no status', { vmState: 'active', taskState: null }, 'active + null'],
    [
      'no vm_state that can be read',
      { vmState: '{{ a }}', taskState: 'rebooting', status: 'REBOOT' },
      '? + rebooting, REBOOT',
    ],
    [
      'no task_state that can be read',
      { vmState: 'active', taskState: '{{ a }}', status: 'REBOOT' },
      'active + ?, REBOOT',
    ],
    ['no task_state', { vmState: 'active', status: 'ACTIVE' }, 'active + null, ACTIVE'],
  ] as const)
    it(`says what can be read with ${what}`, () => assert.equal(listed(written)?.says, says));

  for (const [shows, written] of [
    ['ACTIVE', { vmState: 'active', taskState: null, status: 'ACTIVE' }],
    [undefined, { vmState: 'active', taskState: null, status: 'ERROR' }],
    [undefined, { vmState: 'active', taskState: null, status: 'ODD' }],
    ['REBOOT', { vmState: 'active', taskState: 'rebooting' }],
    [undefined, { vmState: 'active', taskState: null, status: null }],
    [undefined, { vmState: 'active', taskState: '{{ a }}' }],
    ['DELETED', { vmState: 'active', taskState: null, status: 'DELETED' }],
  ] as const)
    it(`has what each shows, ${shows}: ${JSON.stringify(written)}`, () =>
      assert.equal(listed(written)?.shows, shows));

  it('has those whose states can be read', () => {
    for (const [is, written] of [
      [true, { vmState: 'active', taskState: null }],
      [false, { vmState: '{{ a }}', taskState: null }],
      [false, { vmState: 'active', taskState: '{{ a }}' }],
    ] as const) {
      const server = listed(written);
      assert.equal(server && isStated(server), is);
    }
  });

  it('has the one at an offset, where its states can be read', () => {
    const text = lines('- OS-EXT-STS:vm_state: active', '- OS-EXT-STS:vm_state: "{{ a }}"', 'b');
    const fixture = readFixture(text.replace('b\n', ''), 'yaml');
    const at = (offset: number) => statedServerAt(fixture, offset, optionsOf({}))?.vmState;
    assert.deepEqual([at(5), at(text.indexOf('{{')), at(0)], ['active', undefined, at(0)]);
  });

  it('has the cloud at an offset, in a server or not', () => {
    const fixture = readFixture(json({ vmState: 'active' }), 'json');
    for (const offset of [0, 5]) {
      assert.equal(cloudAt(fixture, offset, optionsOf({ cloud: 'rackspace' })).id, 'rackspace');
      assert.equal(cloudAt(readFixture('{}', 'json'), offset, optionsOf({})).id, 'openstack');
    }
    const marked = readFixture(`[${json({ vmState: 'active', enterprise_project_id: '0' })}, 1]`, 'json');
    assert.equal(cloudAt(marked, marked.text.length - 1, optionsOf({})).id, 'huaweicloud');
  });
});

describe('The statuses that clouds have', () => {
  for (const [text, ...statuses] of [
    ['{"OS-EXT-STS:vm_state": "active", "status": «"ACTIVE"»}', 'ACTIVE'],
    ['{"OS-EXT-STS:vm_state": "active", "status": "ODD"}'],
    ['{"OS-EXT-STS:vm_state": "active", "status": "ACT\\u0049VE", "a": "ACTIVE"}'],
    ['{"OS-EXT-STS:vm_state": "active", "status": "ACT\\u0049VE"}'],
    ['{"OS-EXT-STS:vm_state": "active", "status": "ACT\\u0049VE","a":"ACTIVE"}'],
    ['a: 1\nb: {OS-EXT-STS:vm_state: active, status: ACTIVE}', 'ACTIVE'],
    ['{"OS-EXT-STS:vm_state": "active", "status": null}'],
    ['{"OS-EXT-STS:vm_state": "active"}'],
    [
      '{"a": {"OS-EXT-STS:vm_state": "active", "status": "ERROR", "b": {"OS-EXT-STS:vm_state": "error", "status": "ACTIVE"}}}',
      'ERROR',
      'ACTIVE',
    ],
    [
      '{"b": {"c": {"OS-EXT-STS:vm_state": "error", "status": "ACTIVE"}, "OS-EXT-STS:vm_state": "active", "status": "ERROR"}}',
      'ACTIVE',
      'ERROR',
    ],
    ['a: &a ACTIVE\nb: {OS-EXT-STS:vm_state: active, status: *a }'],
    [`{"a": "${Buffer.from('{"OS-EXT-STS:vm_state": "active", "status": "ACTIVE"}').toString('base64')}"}`],
  ] as const)
    it(`stand where they stand, without quotes: ${text.slice(0, 60)}`, () => {
      const plain = text.replace(/[«»]/g, '');
      const languageId = plain.startsWith('a:') ? 'yaml' : 'json';
      assert.deepEqual(
        knownStatuses(readFixture(plain, languageId)).map(({ start, end }) => plain.slice(start, end)),
        statuses,
      );
    });
});

describe('What a finding is known by', () => {
  const partsOf = (text: string, languageId = 'json') => {
    const fixture = readFixture(text, languageId);
    return check(fixture, optionsOf({})).map((finding) => fingerprintParts(fixture, finding));
  };

  it('is its rule, its cloud, its field, and its server’s name and values', () =>
    assert.deepEqual(partsOf(json({ name: 'a', vmState: 'active', taskState: null, status: 'ERROR' })), [
      [
        'status-mismatch',
        'openstack',
        'status',
        'a',
        'status',
        'ERROR',
        'taskState',
        null,
        'vmState',
        'active',
      ],
    ]));

  it('is the same where the server has moved, or its keys', () => {
    const one = '{"OS-EXT-STS:vm_state": "active", "status": "ERROR", "id": "b"}';
    const other = '[1, {"id": "b", "status": "ERROR", "OS-EXT-STS:vm_state": "active"}]';
    assert.deepEqual(partsOf(other), partsOf(one));
    assert.deepEqual(partsOf(one)[0]?.slice(3), ['b', 'status', 'ERROR', 'vmState', 'active']);
  });

  it('has the field of a finding about a key', () =>
    assert.equal(partsOf(json({ vmState: 'stopped', status: 'SHUTOFF', progress: 5 }))[0]?.[2], 'progress'));

  it('has no name where the server has none', () =>
    assert.equal(partsOf('{"OS-EXT-STS:vm_state": "active", "status": "ERROR"}')[0]?.[3], null));

  it('is the words of a comment', () => {
    const text = '// server-status-disable-line no-such-rule\n{"OS-EXT-STS:vm_state": "active"}';
    const [first] = partsOf(text, 'jsonc');
    assert.equal(first?.[2], 'no-such-rule');
    assert.equal(first?.length, 3);
  });

  it('is said with the server’s name, where it has one', () => {
    const said = (written: Written) => {
      const fixture = readFixture(json(written), 'json');
      const [finding] = check(fixture, optionsOf({}));
      return finding && sayFinding(inEnglish, fixture, finding);
    };
    assert.match(said({ name: 'a', vmState: 'active', status: 'ERROR' }) ?? '', / Server: "a"\.$/);
    assert.doesNotMatch(said({ vmState: 'active', status: 'ERROR' }) ?? '', /Server:/);
  });

  it('is said without a second name where the server is in Base64, and without one of a comment', () => {
    const said = (text: string) => {
      const fixture = readFixture(text, 'jsonc');
      return check(fixture, optionsOf({})).map((finding) => sayFinding(inEnglish, fixture, finding));
    };
    const [sealed] = said(`{"a": "${btoa(json({ name: 'a', vmState: 'active', status: 'ERROR' }))}"}`);
    assert.match(sealed ?? '', /^a, status: /);
    const [comment] = said('// server-status-disable-line no-such-rule\n{"name": "a"}');
    for (const message of [sealed, comment]) assert.doesNotMatch(message ?? 'Server:', /Server:/);
  });
});

describe('What a check of several files came to', () => {
  it('is added up', () =>
    assert.deepEqual(
      summaryOf([
        { servers: 2, severities: ['error', 'warning', 'warning'], isSkipped: false },
        { servers: 0, severities: [], isSkipped: true },
        { servers: 1, severities: ['hint', 'information'], isSkipped: false },
      ]),
      { files: 3, servers: 3, errors: 1, warnings: 2, informations: 1, hints: 1, skipped: 1 },
    ));

  it('is said on one line', () => {
    const none = { files: 1, servers: 1, errors: 1, warnings: 1, informations: 1, hints: 1, skipped: 0 };
    assert.match(
      saySummary(inEnglish, none),
      /1 error, 1 warning, 1 information,? (?:and )?1 hint.*1 server in 1 file/,
    );
    const many = { files: 2, servers: 0, errors: 0, warnings: 2, informations: 0, hints: 3, skipped: 1 };
    assert.match(
      saySummary(inEnglish, many),
      /0 errors, 2 warnings, 0 information,? (?:and )?3 hints.*0 servers in 2 files.*1 file skipped/,
    );
    assert.doesNotMatch(saySummary(inEnglish, none), /skipped/);
  });
});
