import assert from 'node:assert/strict';
import { type MapCell, renderMermaid, sayCell, sayMap, sayWays, stateMap, taskWords } from '../../src/map';
import { type Cloud, clouds, resolveCloud } from '../../src/mapping';
import { inEnglish } from '../../src/words';

const cloud = (id: string) => clouds.get(id) as Cloud;

const cell = (more: Partial<MapCell>): MapCell => ({
  status: 'REBOOT',
  meaning: '',
  atRest: false,
  taskStates: ['rebooting', 'reboot_pending', 'reboot_started'],
  others: false,
  by: 'row',
  pairs: [],
  ...more,
});

/** A cloud of two vm_states, small enough for all that is said of it. */
const small = () =>
  resolveCloud(
    {
      id: 'small',
      title: 'Small',
      statuses: { ON: 'On.', OFF: 'Off.', LOST: 'Lost.' },
      vmStates: { active: 'Up.', stopped: 'Down.' },
      taskStates: { going: 'Going.' },
      rows: [
        { vmState: 'active', taskState: null, status: 'ON' },
        { vmState: 'active', taskState: 'going', status: 'OFF' },
        { vmState: 'stopped', taskState: '*', status: 'OFF' },
      ],
    },
    new Map(),
  );

describe('A cell of the map', () => {
  it('has its task_states as words, null and any other among them', () => {
    assert.deepEqual(taskWords(inEnglish, cell({ taskStates: [null, 'pausing'] })), ['null', 'pausing']);
    assert.deepEqual(taskWords(inEnglish, cell({ taskStates: [null], others: true })), ['null', 'any other']);
  });

  it('is a sentence that says what says so', () => {
    assert.equal(
      sayCell(inEnglish, 'active', cell({})),
      'active + rebooting, reboot_pending or reboot_started gives REBOOT. From the rows of the table.',
    );
    assert.equal(
      sayCell(
        inEnglish,
        'paused',
        cell({ status: 'PAUSED', taskStates: [null], others: true, by: 'default' }),
      ),
      'paused + null or any other gives PAUSED. From the default of the vm_state.',
    );
    assert.equal(
      sayCell(inEnglish, null, cell({ status: 'UNKNOWN', taskStates: [null], by: 'note' })),
      'any other vm_state + null gives UNKNOWN. From the note on pairs without a row.',
    );
  });
});

describe('The map in words', () => {
  it('has every status by its vm_state', () => {
    assert.equal(
      sayMap(inEnglish, stateMap(inEnglish, small())),
      'The statuses of Small by vm_state. active: ON, OFF; stopped: OFF.',
    );
  });

  it('has every way, from everywhere too', () => {
    const said = sayWays(inEnglish, stateMap(inEnglish, cloud('openstack'))).split('; ');
    assert.ok(said.includes('no server to building: create'));
    assert.ok(said.includes('active to resized: resize, migrate'));
    assert.ok(said.includes('every vm_state to deleted: delete, force delete'));
  });

  it('is the same in Mermaid', () => {
    assert.equal(
      renderMermaid(inEnglish, stateMap(inEnglish, small())),
      `---
title: "States of Small"
---
stateDiagram-v2
  %% transitions#58; nova/compute/api.py and manager.py, 2026-08-21: https://opendev.org/openstack/nova/src/commit/00a030403f672b975364c855b7d25b40ef83e757/nova/compute/api.py
  state "active" as s0_active
  state "stopped" as s1_stopped
  s0_active : ON (null)
  s0_active : OFF (going)
  s1_stopped : OFF (null, any other)
  s1_stopped --> s0_active : start, hard reboot
  s0_active --> s1_stopped : stop, evacuate
  state "every vm_state" as every
  every --> s0_active : reset state
  %% The document does not cover any other pair.
  %% In the list of statuses, but in no row of the table#58; LOST.
`,
    );
  });
});

describe('The table of the map', () => {
  const rowOf = (from: Cloud, vmState: string | null) =>
    stateMap(inEnglish, from).rows.find((row) => row.vmState === vmState);
  const told = (from: Cloud, vmState: string | null) =>
    rowOf(from, vmState)?.cells.map(({ status, taskStates, others, atRest, by }) => ({
      status,
      taskStates,
      others,
      atRest,
      by,
    }));

  it('has the status at rest first, then what operations give', () => {
    assert.deepEqual(told(small(), 'active'), [
      { status: 'ON', taskStates: [null], others: false, atRest: true, by: 'row' },
      { status: 'OFF', taskStates: ['going'], others: false, atRest: false, by: 'row' },
    ]);
  });

  it('takes a row for any task_state for one without an operation, too', () => {
    assert.deepEqual(told(small(), 'stopped'), [
      { status: 'OFF', taskStates: [null], others: true, atRest: true, by: 'default' },
    ]);
  });

  it('tells a row for null from one for any other task_state', () => {
    const rows = [
      { vmState: 'active', taskState: '*', status: 'OFF' },
      { vmState: 'active', taskState: null, status: 'ON' },
    ];
    assert.deepEqual(told(resolveCloud({ ...small(), rows }, new Map()), 'active'), [
      { status: 'ON', taskStates: [null], others: false, atRest: true, by: 'row' },
      { status: 'OFF', taskStates: [], others: true, atRest: false, by: 'default' },
    ]);
  });

  it('has what a note says of every other pair', () => {
    const noted = resolveCloud({ ...small(), unlisted: 'UNKNOWN' }, new Map());
    const note = { status: 'UNKNOWN', others: true, by: 'note' };
    assert.deepEqual(told(noted, 'active')?.at(-1), { ...note, taskStates: [], atRest: false });
    assert.deepEqual(told(noted, null), [{ ...note, taskStates: [null], atRest: true }]);
    assert.equal(told(noted, 'stopped')?.length, 1);
  });

  it('has a row for every other vm_state where the cloud has a status for it', () => {
    assert.deepEqual(told(cloud('openstack'), null), [
      { status: 'UNKNOWN', taskStates: [null], others: true, atRest: true, by: 'default' },
    ]);
    assert.equal(rowOf(cloud('openstack'), null)?.meaning, 'A vm_state that the table does not list.');
    assert.equal(rowOf(small(), null), undefined);
  });

  it('has what each status and vm_state means', () => {
    assert.equal(rowOf(small(), 'active')?.meaning, 'Up.');
    assert.deepEqual(
      rowOf(small(), 'active')?.cells.map(({ meaning }) => meaning),
      ['On.', 'Off.'],
    );
    assert.equal(rowOf(cloud('openstack'), null)?.cells[0]?.meaning, cloud('openstack').statuses.UNKNOWN);
  });

  it('offers the pairs of its own vm_state', () => {
    assert.deepEqual(
      rowOf(cloud('openstack'), 'paused')?.cells.map(({ status, pairs }) => [
        status,
        pairs.every(({ vmState }) => vmState === 'paused'),
        pairs[0]?.taskState,
      ]),
      [
        ['PAUSED', true, null],
        ['MIGRATING', true, 'migrating'],
      ],
    );
  });

  it("is in the order of a server's life, those that Nova does not have last", () => {
    const vmStates = { frozen: '', deleted: '', building: '', error: '' };
    const own = resolveCloud({ id: 'own', title: 'Own', vmStates }, new Map());
    assert.deepEqual(
      stateMap(inEnglish, own).rows.map(({ vmState }) => vmState),
      ['building', 'error', 'deleted', 'frozen'],
    );
  });

  it('notes nothing where the table covers all', () => {
    assert.deepEqual(stateMap(inEnglish, cloud('openstack')).notes, []);
  });
});
