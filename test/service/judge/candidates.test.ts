import assert from 'node:assert/strict';
import { type Cloud, clouds, deriveStatus, POWER_STATES_SEEN, resolveCloud } from '../../../src/mapping';
import { readFixture } from '../../../src/service';
import { candidatesFor } from '../../../src/service/judge/candidates';
import { explainCloud, explainPair } from '../../../src/service/judge/explain';
import { codeOf, powerStateOf, sayPower } from '../../../src/service/judge/power';
import { stateOf, writtenServer } from '../../../src/service/judge/read-server';
import { canHave, expectStatus, isUnlisted, usualReadings } from '../../../src/service/judge/readings';
import { siblings } from '../../../src/service/judge/related';
import { subjectsOf } from '../../../src/service/judge/subject';
import type { Subject } from '../../../src/service/judge/types';
import { meaningOf } from '../../../src/service/judge/values';
import { inEnglish } from '../../../src/words';
import { cloudCalled, json, optionsOf, type Written } from '../helpers';

/** A server under a cloud. */
function subjectOf(written: Written, cloud: string | Cloud = 'openstack'): Subject {
  // A map of its own for the clouds lets nothing be known from earlier tests.
  const all = new Map(clouds);
  if (typeof cloud !== 'string') all.set(cloud.id, cloud);
  const options = optionsOf({ cloud: typeof cloud === 'string' ? cloud : cloud.id, clouds: all });
  const fixture = readFixture(json(written), 'json', { clouds: all });
  const [server] = fixture.servers;
  assert.ok(server);
  return subjectsOf(fixture, options)(server);
}

/** A value that the file does not tell. */
const OPEN = '{{ task }}';

/** The values of a field that fit, in their order, with how they do. */
const fitting = (name: 'status' | 'vmState' | 'taskState' | 'powerState', subject: Subject) =>
  candidatesFor(name, subject)
    .filter(({ fit }) => fit !== '')
    .map(({ value, fit }) => `${value}: ${fit}`);

describe('The values that a field could take', () => {
  it('are all that the cloud has, once each', () => {
    for (const cloud of ['openstack', 'rackspace', 'ecs-classic']) {
      const { statuses, vmStates, taskStates } = cloudCalled(cloud);
      const subject = subjectOf({ vmState: 'active', taskState: null, status: 'ACTIVE' }, cloud);
      const values = (name: 'status' | 'vmState' | 'taskState') =>
        candidatesFor(name, subject)
          .map(({ value }) => String(value))
          .sort();
      assert.deepEqual(values('status'), Object.keys(statuses).sort());
      assert.deepEqual(values('vmState'), Object.keys(vmStates).sort());
      assert.deepEqual(values('taskState'), ['null', ...Object.keys(taskStates)].sort());
    }
  });

  it('begin with the status that the pair gives', () => {
    const [first, ...others] = fitting(
      'status',
      subjectOf({ vmState: 'active', taskState: 'rebooting', status: 'x' }),
    );
    assert.equal(first, 'REBOOT: fits active + rebooting');
    assert.ok(others.includes('ACTIVE: active + null'), `${others}`);
    assert.ok(others.includes('HARD_REBOOT: active + rebooting_hard'), `${others}`);
    assert.ok(!others.some((one) => /^(SHUTOFF|PAUSED|ERROR):/.test(one)), `${others}`);
  });

  it('have none that fits the pair where the task_state is not told', () => {
    const fits = fitting('status', subjectOf({ vmState: 'stopped', taskState: OPEN, status: 'x' }));
    assert.ok(fits.includes('SHUTOFF: stopped + null'), `${fits}`);
    assert.ok(!fits.some((one) => one.includes('fits')), `${fits}`);
  });

  it('have no status that fits where nothing is told', () =>
    assert.deepEqual(fitting('status', subjectOf({ taskState: 'rebooting', status: 'x' })), []));

  it('begin with the vm_states that give the status', () => {
    assert.deepEqual(
      fitting('vmState', subjectOf({ vmState: 'x', taskState: 'rebooting', status: 'REBOOT' })),
      ['active: gives REBOOT'],
    );
    assert.deepEqual(fitting('vmState', subjectOf({ vmState: 'x', taskState: null, status: 'SHUTOFF' })), [
      'stopped: gives SHUTOFF',
    ]);
    // In a paused server, nothing reboots.
    for (const taskState of [OPEN, 'rebooting'])
      assert.deepEqual(fitting('vmState', subjectOf({ vmState: 'x', taskState, status: 'PAUSED' })), [
        'paused: gives PAUSED without an operation',
      ]);
  });

  it('tell what each vm_state gives where there is no status', () => {
    const fits = fitting('vmState', subjectOf({ vmState: 'x', taskState: null }));
    const { vmStates } = cloudCalled('openstack');
    const expected = Object.keys(vmStates).map(
      (vm) => `${vm}: gives ${deriveStatus(cloudCalled('openstack'), vm, null).status}`,
    );
    assert.deepEqual(fits.sort(), expected.sort());
  });

  it('begin with the task_states that give the status', () => {
    const candidates = candidatesFor(
      'taskState',
      subjectOf({ vmState: 'active', taskState: 'x', status: 'REBOOT' }),
    );
    const fits = candidates.map(({ value, fit }) => [value, fit]);
    assert.deepEqual(
      fits.filter(([, fit]) => fit === 'gives REBOOT').map(([value]) => value),
      fits.slice(0, 3).map(([value]) => value),
    );
    assert.ok(fits.some(([value, fit]) => value === null && fit === 'gives ACTIVE'));
  });

  it('include an operation that only a row of the cloud has', () => {
    const rows = [{ vmState: 'paused', taskState: 'thawing', status: 'ICE' }];
    const own = resolveCloud({ id: 'own', title: 'Own', extends: 'openstack', rows }, clouds);
    const candidates = candidatesFor(
      'taskState',
      subjectOf({ vmState: 'paused', taskState: 'x', status: 'ICE' }, own),
    );
    assert.deepEqual([candidates[0]?.value, candidates[0]?.fit], ['thawing', 'gives ICE']);
    assert.equal(candidates.find(({ value }) => value === 'rebooting')?.fit, '');
    assert.equal(candidates.find(({ value }) => value === null)?.fit, 'gives PAUSED');
  });

  it('are OpenStack’s where the cloud lists no power_states, and none where it lists no statuses', () => {
    const own = resolveCloud({ id: 'own', title: 'Own' }, new Map());
    const subject = subjectOf({ vmState: 'active', taskState: null, status: 'ACTIVE' }, own);
    assert.deepEqual(
      candidatesFor('powerState', subject)
        .map(({ value }) => value)
        .sort(),
      cloudCalled('openstack')
        .powerStates.map(({ code }) => code)
        .sort(),
    );
    assert.deepEqual(candidatesFor('status', subject), []);
  });

  it('begin with the operations that give anything where there is no status', () => {
    const subject = subjectOf({ vmState: 'active', taskState: 'x' }, 'ecs-classic');
    const fits = candidatesFor('taskState', subject).map(({ fit }) => fit !== '');
    assert.deepEqual([fits[0], fits.at(-1)], [true, false]);
    assert.deepEqual(
      fits,
      [...fits].sort((a, b) => Number(b) - Number(a)),
    );
  });

  it('begin with no task_state where nothing is told', () => {
    const [first, second] = candidatesFor('taskState', subjectOf({ taskState: 'x', status: 'REBOOT' }));
    assert.deepEqual([first?.value, first?.fit, second?.fit], [null, '', '']);
  });

  it('begin with the power_states that are seen with the vm_state', () => {
    const seen = POWER_STATES_SEEN.get('stopped') ?? [];
    assert.deepEqual(
      fitting('powerState', subjectOf({ vmState: 'stopped', taskState: null, status: 'SHUTOFF' })),
      seen.map((code) => `${code}: usual with stopped`),
    );
    assert.deepEqual(
      fitting('powerState', subjectOf({ vmState: 'x', taskState: null, status: 'SHUTOFF' })),
      [],
    );
  });

  it('are the power_states that the cloud lists', () =>
    assert.deepEqual(
      candidatesFor('powerState', subjectOf({ vmState: 'active', taskState: null }, 'rackspace'))
        .map(({ value }) => Number(value))
        .sort(),
      cloudCalled('rackspace')
        .powerStates.map(({ code }) => code)
        .sort(),
    ));
});

describe('What a server’s states give', () => {
  it('is one status where both are told', () => {
    const subject = subjectOf({ vmState: 'active', taskState: 'rebooting', status: 'ACTIVE' });
    assert.equal(expectStatus(subject)?.status, 'REBOOT');
    assert.deepEqual(
      usualReadings(subject).map(({ status }) => status),
      ['REBOOT'],
    );
    assert.deepEqual(
      [canHave(subject, 'REBOOT'), canHave(subject, 'ACTIVE'), canHave(subject, 'DELETED')],
      [true, false, true],
    );
  });

  it('is any that an operation gives where no task_state is told', () => {
    const subject = subjectOf({ vmState: 'active', taskState: OPEN, status: 'SHUTOFF' });
    assert.equal(expectStatus(subject), undefined);
    const usual = usualReadings(subject).map(({ status }) => status);
    assert.equal(usual[0], 'ACTIVE');
    assert.ok(usual.includes('REBOOT') && !usual.includes('SHUTOFF'), `${usual}`);
    assert.deepEqual(
      ['ACTIVE', 'REBOOT', 'PASSWORD', 'SHUTOFF', 'ERROR'].map((one) => canHave(subject, one)),
      [true, true, true, false, false],
    );
  });

  it('begins with the usual pairs where no vm_state is told, and may be that of one in no table', () => {
    const subject = subjectOf({ vmState: OPEN, taskState: 'spawning', status: 'x' });
    assert.equal(subject.readings[0]?.status, 'BUILD');
    assert.equal(canHave(subject, 'UNKNOWN'), true);
    assert.ok(!usualReadings(subject).some(({ status }) => status === 'UNKNOWN'));
    assert.equal(canHave(subjectOf({ vmState: 'active', taskState: OPEN, status: 'x' }), 'UNKNOWN'), false);
  });

  it('is first what the document notes, then OpenStack’s, or the other way round for its own vm_states', () => {
    const statuses = (vmState: string, taskState: string | null) =>
      subjectOf({ vmState, taskState, status: 'x' }, 'huaweicloud').readings.map(({ status }) => status);
    assert.deepEqual(statuses('active', 'resize_prep'), ['UNKNOWN', 'RESIZE']);
    assert.deepEqual(statuses('paused', null), ['PAUSED', 'UNKNOWN']);
    assert.deepEqual(
      usualReadings(
        subjectOf({ vmState: 'active', taskState: 'resize_prep', status: 'x' }, 'huaweicloud'),
      ).map(({ status }) => status),
      ['UNKNOWN'],
    );
  });

  it('begins with what each vm_state gives without an operation where nothing is told', () => {
    const nova = cloudCalled('openstack');
    const idle = new Set(Object.keys(nova.vmStates).map((vm) => deriveStatus(nova, vm, null).status));
    const { readings } = subjectOf({ vmState: OPEN, taskState: OPEN, status: 'ACTIVE' });
    assert.deepEqual(
      readings.slice(0, idle.size).map(({ status }) => status),
      [...idle],
    );
  });

  it('is only what a row of the cloud gives, and nothing for a vm_state of its own without a row', () => {
    const rows = [
      { vmState: 'active', taskState: 'rebooting', status: 'AGAIN' },
      { vmState: 'frozen', taskState: 'rebooting', status: 'ICE' },
    ];
    const own = resolveCloud({ id: 'own', title: 'Own', rows }, new Map());
    const statuses = (vmState: string, taskState: string | null) =>
      subjectOf({ vmState, taskState, status: 'ACTIVE' }, own).readings.map(({ status }) => status);
    assert.deepEqual(statuses('active', 'rebooting'), ['AGAIN']);
    assert.deepEqual(statuses('active', null), ['ACTIVE']);
    assert.deepEqual(statuses('frozen', 'rebooting'), ['ICE']);
    assert.deepEqual(statuses('frozen', null), []);
  });

  it('is usually what the cloud itself gives', () => {
    const subject = subjectOf({ vmState: 'active', taskState: OPEN, status: 'x' }, 'huaweicloud');
    assert.ok(subject.readings.some(({ by }) => by.id === 'openstack'));
    assert.deepEqual([...new Set(usualReadings(subject).map(({ by }) => by.id))], ['huaweicloud']);
  });

  it('is also that of the operations without a row where there are very many', () => {
    const operations = [null, ...Object.keys(cloudCalled('openstack').taskStates), 't0', 't7'];
    const rows = [
      ...operations.map((taskState) => ({ vmState: 'active', taskState, status: 'ROW' })),
      { vmState: 'active', taskState: '*', status: 'OTHER' },
    ];
    const taskStates = Object.fromEntries(Array.from({ length: 250 }, (_, i) => [`t${i}`, '']));
    const own = resolveCloud({ id: 'own', title: 'Own', taskStates, rows }, new Map());
    const { readings } = subjectOf({ vmState: 'active', taskState: OPEN, status: 'x' }, own);
    assert.deepEqual(
      readings
        .filter(({ by }) => by === own)
        .map(({ status }) => status)
        .sort(),
      ['OTHER', 'ROW'],
    );
  });

  it('is the same for a cloud of very many task_states', () => {
    const taskStates = Object.fromEntries(Array.from({ length: 250 }, (_, i) => [`t${i}`, '']));
    const rows = [
      { vmState: 'active', taskState: 't7', status: 'SEVEN' },
      { vmState: 'active', taskState: 'rebooting', status: 'AGAIN' },
      { vmState: 'active', taskState: '*', status: 'OTHER' },
    ];
    const own = resolveCloud({ id: 'own', title: 'Own', taskStates, rows }, new Map());
    const { readings } = subjectOf({ vmState: 'active', taskState: OPEN, status: 'x' }, own);
    const statuses = readings.filter(({ by }) => by === own).map(({ status }) => status);
    assert.deepEqual(statuses.sort(), ['AGAIN', 'OTHER', 'SEVEN']);
    // OpenStack's operations are also tried.
    assert.ok(readings.some(({ status }) => status === 'HARD_REBOOT'));
    assert.ok(!readings.some(({ status }) => status === 'SHUTOFF'));
  });

  it('is checked against a cloud that someone chose, in a comment, the config or the settings', () => {
    const chosen = (text: string, options: Parameters<typeof optionsOf>[0]) => {
      const fixture = readFixture(text, 'jsonc');
      const [server] = fixture.servers;
      assert.ok(server);
      return subjectsOf(fixture, optionsOf(options))(server).chosen;
    };
    const text = json({ vmState: 'active', status: 'ACTIVE' });
    assert.equal(chosen(`// server-status cloud=rackspace\n${text}`, {}), true);
    assert.equal(chosen(text, { cloud: 'rackspace', cloudFrom: 'config' }), true);
    assert.equal(chosen(text, { cloud: 'rackspace', cloudFrom: 'setting' }), true);
    assert.equal(chosen(text, {}), false);
    assert.equal(chosen(json({ vmState: 'active', enterprise_project_id: '0' }), {}), false);
  });

  it('is compared with no status that is a number or empty', () => {
    for (const status of ['', 7, null])
      assert.equal(subjectOf({ vmState: 'active', status }).status, undefined);
  });

  it('is anything where the vm_state is none', () => {
    const subject = subjectOf({ vmState: 'frozen', taskState: null, status: 'x' });
    assert.deepEqual(
      [subject.readings, expectStatus(subject), canHave(subject, 'ERROR')],
      [[], undefined, true],
    );
  });

  it('is what it is without a task_state that is none', () => {
    const subject = subjectOf({ vmState: 'active', taskState: 'thawing', status: 'x' });
    assert.equal(subject.isCertain, false);
    assert.ok(canHave(subject, 'REBOOT'));
  });

  it('is OpenStack’s where the cloud’s document has no row', () => {
    const open = { vmState: 'building', taskState: 'rebooting' };
    const cloud = cloudCalled('ecs-classic');
    const own = deriveStatus(cloud, 'building', 'rebooting').status;
    const nova = deriveStatus(cloudCalled('openstack'), 'building', 'rebooting').status;
    assert.equal(own, null);
    assert.ok(isUnlisted(subjectOf({ ...open, status: nova }, 'ecs-classic')));
    assert.ok(!isUnlisted(subjectOf({ ...open, status: nova }, 'openstack')));
    assert.ok(!isUnlisted(subjectOf({ ...open, status: 'ERROR' }, 'ecs-classic')));
    assert.ok(!isUnlisted(subjectOf({ vmState: 'building', taskState: OPEN, status: nova }, 'ecs-classic')));
  });
});

describe('How a server’s states add up', () => {
  for (const [what, written, cloud, said] of [
    [
      'a row',
      { vmState: 'active', taskState: 'rebooting', status: 'REBOOT' },
      'openstack',
      /^`active` \+ `rebooting` → `REBOOT`: a row of OpenStack.*'s table\.$/,
    ],
    [
      'a default',
      { vmState: 'active', taskState: 'powering-off', status: 'ACTIVE' },
      'openstack',
      /^`active` \+ `powering-off` → `ACTIVE`: OpenStack.*'s default for this vm_state\.$/,
    ],
    [
      'another status',
      { vmState: 'active', taskState: null, status: 'ERROR' },
      'openstack',
      / The file has `ERROR`\.$/,
    ],
    [
      'no status',
      { vmState: 'active', taskState: null },
      'openstack',
      /^`active` \+ `null` → `ACTIVE`: [^.]*\.$/,
    ],
    [
      'no row',
      { vmState: 'building', taskState: 'rebooting', status: 'x' },
      'ecs-classic',
      /^`building` \+ `rebooting`: no row in .*'s document\. OpenStack.* gives `BUILD`\.$/,
    ],
    [
      'a vm_state that is none',
      { vmState: 'activ', taskState: null, status: 'x' },
      'openstack',
      /^`activ` is not a vm_state of OpenStack.*`?active/,
    ],
    [
      'a task_state that is none',
      { vmState: 'active', taskState: 'thawing', status: 'x' },
      'openstack',
      /^`thawing` is not a task_state of OpenStack/,
    ],
  ] as const)
    it(`is said of ${what}`, () => assert.match(explainPair(subjectOf(written, cloud)) ?? '', said));

  it('is not said where one of them is not told', () => {
    assert.equal(explainPair(subjectOf({ vmState: 'active', taskState: OPEN, status: 'x' })), undefined);
    assert.equal(explainPair(subjectOf({ taskState: null, status: 'x' })), undefined);
  });

  it('is said with the cloud, and why it is the one', () => {
    const { choice } = subjectOf({ vmState: 'active', taskState: null });
    const said = explainCloud(inEnglish, choice);
    assert.match(said, /^OpenStack.* \(chosen\) · .*\[.*\]\(https:\/\//);
    assert.match(
      explainCloud(inEnglish, { cloud: choice.cloud, by: 'default' }),
      /\(nothing in the file points to another cloud\)/,
    );
    const evidence = { text: 'a.example', span: { start: 0, end: 1 } };
    assert.match(
      explainCloud(inEnglish, { cloud: choice.cloud, by: 'evidence', evidence }),
      /detected by `a\.example`/,
    );
  });
});

describe('The values of a server as they are read', () => {
  const fieldsOf = (written: Written) => subjectOf({ vmState: 'active', ...written }).object.fields;

  for (const [value, state] of [
    ['active', 'active'],
    ['', null],
    [null, null],
    ['None', null],
    ['NULL', null],
    ['nil', null],
    ['nothing', 'nothing'],
    [7, undefined],
    [true, undefined],
    [{}, undefined],
  ] as const)
    it(`are states: ${JSON.stringify(value)}`, () =>
      assert.equal(stateOf(fieldsOf({ taskState: value }).taskState), state));

  it('are none where nothing is written', () => assert.equal(stateOf(undefined), undefined));

  it('are given as the file writes them', () => {
    const { object } = subjectOf({ vmState: 'active', taskState: null, status: 7, powerState: 4 });
    assert.deepEqual(writtenServer(object), {
      vmState: 'active',
      taskState: null,
      status: '7',
      powerState: 4,
    });
    const { object: other } = subjectOf({ vmState: 'active', status: true, powerState: '4' });
    assert.deepEqual(writtenServer(other), { vmState: 'active', status: 'true', powerState: '4' });
    const { object: odd } = subjectOf({ vmState: 'active', status: 'ODD', powerState: {} });
    assert.deepEqual(writtenServer(odd), { vmState: 'active', status: 'ODD' });
  });

  for (const [value, code] of [
    [4, 4],
    ['4', 4],
    ['SHUTDOWN', 4],
    ['shutdown', 4],
    ['Running', 1],
    ['9', 9],
    ['10', 10],
    ['4.0', undefined],
    ['bright', undefined],
    [null, undefined],
    [true, undefined],
  ] as const)
    it(`are power_states: ${JSON.stringify(value)}`, () => {
      const { powerState } = fieldsOf({ powerState: value });
      assert.ok(powerState);
      assert.equal(codeOf(cloudCalled('openstack'), powerState), code);
    });

  it('are power_states by their code or by their word', () => {
    const cloud = cloudCalled('openstack');
    for (const value of [4, '4', 'Shutdown'])
      assert.equal(powerStateOf(cloud, fieldsOf({ powerState: value }).powerState as never)?.code, 4);
    assert.equal(powerStateOf(cloud, fieldsOf({ powerState: '9' }).powerState as never), undefined);
    assert.deepEqual([sayPower(cloud, 4), sayPower(cloud, 9)], ['4 SHUTDOWN', '9']);
  });

  it('have the meaning of the cloud’s own spelling', () => {
    const rackspace = cloudCalled('rackspace');
    const meaning = (name: 'vmState' | 'taskState', value: unknown) => {
      const field = fieldsOf({ [name]: value })[name];
      return field && meaningOf(inEnglish, rackspace, name, field);
    };
    assert.equal(meaning('vmState', 'build'), rackspace.vmStates.building);
    assert.equal(meaning('vmState', 'active'), rackspace.vmStates.active);
    assert.equal(meaning('taskState', 'build'), undefined);
    assert.deepEqual(
      [meaning('taskState', null), meaning('taskState', '')],
      Array(2).fill('No operation is under way.'),
    );
  });

  it('stand beside a finding, but for the one that it is about', () => {
    const subject = subjectOf({ vmState: 'active', taskState: null, status: 'ERROR' });
    const said = (name: 'vmState' | 'taskState' | 'status' | 'powerState') =>
      siblings(subject, subject.object.fields[name]).map(({ message }) => message);
    const [vm, task, status] = ['vm_state is "active".', 'task_state is null.', 'status is "ERROR".'];
    assert.deepEqual(said('status'), [vm, task]);
    assert.deepEqual(said('vmState'), [task, status]);
    assert.deepEqual(said('taskState'), [vm, status]);
    assert.deepEqual(said('powerState'), [vm, task, status]);
  });

  it('stand beside a finding with their places', () => {
    const subject = subjectOf({ vmState: 'active', status: 7 });
    const { vmState, status } = subject.object.fields;
    assert.deepEqual(siblings(subject, vmState), [{ message: 'status is 7.', span: status?.span }]);
    const empty = subjectOf({ vmState: 'active', status: {} });
    assert.deepEqual(siblings(empty, empty.object.fields.vmState), []);
  });
});
