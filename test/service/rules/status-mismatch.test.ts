import assert from 'node:assert/strict';
import { checkText } from '../../../src/service';
import {
  applyEdits,
  assertFindings,
  chosen,
  json,
  MARKS,
  only,
  recognised,
  unnamed,
  type Written,
  yaml,
} from '../helpers';

const WRONG = { vmState: 'active', taskState: 'rebooting', status: 'ACTIVE' };

describe('status-mismatch', () => {
  it('is an error where the table gives another status', () => {
    assertFindings(unnamed(WRONG), 'error status-mismatch');
  });

  it('says nothing where the table gives the status', () => {
    assertFindings(unnamed({ ...WRONG, status: 'REBOOT' }));
  });

  it('expects the status of the table', () => {
    assert.deepEqual(only(unnamed(WRONG), 'status-mismatch').expected, ['REBOOT']);
  });

  it('stands at the value of the status, quotes included', () => {
    const { span } = only(unnamed(WRONG), 'status-mismatch');
    assert.equal(json(WRONG).slice(span.start, span.end), '"ACTIVE"');
  });

  it('carries the places of the vm_state and the task_state', () => {
    const { related } = only(unnamed(WRONG), 'status-mismatch');
    assert.deepEqual(
      related.map(({ span }) => json(WRONG).slice(span.start, span.end)),
      ['"active"', '"rebooting"'],
    );
  });

  it('names the written values, the right one and whose table it is', () => {
    const { message } = only(chosen('opentelekomcloud', WRONG), 'status-mismatch');
    for (const part of ['active', 'rebooting', 'ACTIVE', 'REBOOT', 'Open Telekom Cloud']) {
      assert.ok(message.includes(part), `${part} in: ${message}`);
    }
  });

  it('is an error under a cloud that was only recognised too', () => {
    assertFindings(recognised(MARKS.huaweicloud, WRONG), 'error status-mismatch');
  });

  it('has a preferred fix that writes the right status', () => {
    const text = json(WRONG);
    const { fixes } = only(checkText(text, 'json'), 'status-mismatch');
    const fix = fixes.find(({ preferred }) => preferred);
    assert.equal(applyEdits(text, fix?.edits ?? []), json({ ...WRONG, status: 'REBOOT' }));
  });

  it('has a preferred fix that writes the right status in YAML', () => {
    const text = yaml(WRONG);
    const { fixes } = only(checkText(text, 'yaml'), 'status-mismatch');
    const fix = fixes.find(({ preferred }) => preferred);
    assert.equal(applyEdits(text, fix?.edits ?? []), yaml({ ...WRONG, status: 'REBOOT' }));
  });

  for (const [what, server, expected] of [
    ['an unknown task_state', { vmState: 'stopped', taskState: 'nothing' }, ['SHUTOFF', 'RESIZE', 'REBUILD']],
    ['a templated task_state', { vmState: 'error', taskState: '{{ task }}' }, ['ERROR', 'REBUILD']],
    ['a task_state of a wrong type', { vmState: 'building', taskState: 7 }, ['BUILD']],
    ['no vm_state', { taskState: 'resize_finish' }, ['RESIZE']],
    ['a templated vm_state', { vmState: '{{ vm }}', taskState: 'resize_finish' }, ['RESIZE']],
    ['a null vm_state', { vmState: null, taskState: 'resize_finish' }, ['RESIZE']],
  ] as const)
    it(`is an error beside ${what} where no value of it gives the status`, () => {
      const finding = only(unnamed({ ...server, status: 'ACTIVE' }), 'status-mismatch');
      assert.deepEqual(finding.expected, expected);
      const preferred = finding.fixes.filter((fix) => fix.preferred).length;
      assert.equal(preferred, expected.length === 1 ? 1 : 0);
    });

  for (const server of [
    { vmState: 'active', taskState: 'nothing', status: 'PASSWORD' },
    { taskState: null, status: 'SHELVED' },
    { taskState: 'rebooting', status: 'UNKNOWN' },
    { vmState: 'nothing', taskState: null, status: 'REBOOT' },
  ])
    it(`says nothing where some value gives the status: ${JSON.stringify(server)}`, () => {
      assert.equal(
        unnamed(server).some(({ rule }) => rule === 'status-mismatch'),
        false,
      );
    });

  it('keeps apart a server without an operation and one whose operation nobody knows', () => {
    const idle = json({ vmState: 'active', taskState: null, status: 'REBOOT' });
    const open = json({ vmState: 'active', taskState: '{{ task }}', status: 'REBOOT' });
    const none = json({ vmState: 'active', taskState: 'nothing', status: 'REBOOT' });
    for (const [text, wrong] of [
      [`[${idle}, ${open}, ${none}]`, 1],
      [`[${open}, ${none}, ${idle}]`, 1],
    ] as const) {
      const found = checkText(text, 'json').filter(({ rule }) => rule === 'status-mismatch');
      assert.equal(found.length, wrong);
    }
  });

  const said = (server: Written) => only(unnamed(server), 'status-mismatch').message;

  it('says that one state alone forbids the status, and what it allows', () => {
    assert.equal(
      said({ vmState: 'stopped', taskState: 'nothing', status: 'ACTIVE' }),
      'Status "ACTIVE" does not follow from vm_state "stopped", whatever the task_state is: OpenStack Nova gives "SHUTOFF", "RESIZE" or "REBUILD".',
    );
    assert.equal(
      said({ taskState: 'resize_finish', status: 'ACTIVE' }),
      'Status "ACTIVE" does not follow from task_state "resize_finish", whatever the vm_state is: OpenStack Nova gives "RESIZE".',
    );
  });

  it('offers three statuses of many', () => {
    const { fixes, expected } = only(
      unnamed({ vmState: 'active', taskState: 'nothing', status: 'SHUTOFF' }),
      'status-mismatch',
    );
    assert.ok(expected.length > 3);
    assert.equal(fixes.filter(({ title }) => title.startsWith('Set status to')).length, 3);
  });

  it('keeps the status by the vm_state alone where no task_state is written', () => {
    const kept = (server: Written) =>
      only(unnamed(server), 'status-mismatch')
        .fixes.map(({ edits }) => JSON.parse(applyEdits(json(server), edits)))
        .filter(({ status }) => status === server.status);
    assert.deepEqual(kept({ vmState: 'active', status: 'PAUSED' }), [
      { status: 'PAUSED', 'OS-EXT-STS:vm_state': 'paused' },
    ]);
    // It takes a task_state to migrate, and there is no place for one.
    assert.deepEqual(kept({ vmState: 'stopped', status: 'MIGRATING' }), []);
  });

  it('says nothing of a task_state of which nothing is typed yet', () => {
    const head = '{ "status": "REBOOT", "OS-EXT-STS:vm_state": "active", "OS-EXT-STS:task_state":';
    assertFindings(checkText(`${head}\n}`, 'json'));
    assertFindings(checkText(`${head} null }`, 'json'), 'error status-mismatch');
  });

  it('takes a task_state with nothing behind it for null in YAML, as YAML does', () => {
    const text = 'status: REBOOT\nOS-EXT-STS:vm_state: active\nOS-EXT-STS:task_state:\n';
    assertFindings(checkText(text, 'yaml'), 'error status-mismatch');
  });

  it('keeps the task_state where it keeps the status and can', () => {
    const wrong = { vmState: 'active', taskState: 'resize_migrated', status: 'RESIZE' };
    const { fixes } = only(chosen('huaweicloud', wrong), 'unlisted-combination');
    assert.ok(
      fixes.some(({ edits }) => applyEdits(json(wrong), edits) === json({ ...wrong, vmState: 'stopped' })),
    );
  });

  it('quotes what is written, so that a blank shows', () => {
    const { message } = only(unnamed({ ...WRONG, status: 'ACTIVE ' }), 'unknown-status');
    assert.match(message, /"ACTIVE "/);
  });

  it('prefers one fix at the most', () => {
    const { fixes } = only(
      unnamed({ vmState: 'active', taskState: null, status: 'ERROR' }),
      'status-mismatch',
    );
    assert.equal(fixes.filter(({ preferred }) => preferred).length, 1);
  });

  it('has no fix that another finding of the field comes from', () => {
    const text = json(WRONG);
    for (const { edits, title } of only(unnamed(WRONG), 'status-mismatch').fixes) {
      const left = checkText(applyEdits(text, edits), 'json').map(({ rule }) => rule);
      assert.ok(!left.includes('status-mismatch'), title);
    }
  });
});

describe('status-mismatch of true mistakes', () => {
  for (const [vmState, taskState, status, right] of [
    ['active', 'spawning', 'BUILD', 'ACTIVE'],
    ['building', 'networking', 'ACTIVE', 'BUILD'],
    ['active', null, 'ERROR', 'ACTIVE'],
    ['paused', null, 'ACTIVE', 'PAUSED'],
    ['stopped', 'rebooting_hard', 'HARD_REBOOT', 'SHUTOFF'],
    ['soft-delete', null, 'DELETED', null],
    ['active', 'shelving', 'SHELVED', 'ACTIVE'],
    ['shelved', 'shelving_offloading', 'SHELVED_OFFLOADED', 'SHELVED'],
    ['resized', 'powering-off', 'SHUTOFF', 'VERIFY_RESIZE'],
    ['error', 'rebuilding', 'ERROR', 'REBUILD'],
    ['paused', 'migrating', 'PAUSED', 'MIGRATING'],
  ] as const) {
    it(`has ${right ?? 'nothing to say'} for ${vmState}, ${taskState} and ${status}`, () => {
      const found = unnamed({ vmState, taskState, status }).filter(({ rule }) => rule === 'status-mismatch');
      assert.deepEqual(
        found.map(({ expected }) => expected[0]),
        right === null ? [] : [right],
      );
    });
  }
});

describe('status-mismatch has nothing to say', () => {
  for (const vmState of ['active', 'error', 'building', 'shelved_offloaded', 'soft-delete', 'deleted']) {
    it(`of DELETED with ${vmState}`, () => {
      assertFindings(unnamed({ vmState, taskState: null, status: 'DELETED' }));
    });
  }

  it('of DELETED with a task_state', () => {
    assertFindings(unnamed({ vmState: 'active', taskState: 'deleting', status: 'DELETED' }));
  });

  it('of UNKNOWN where vm_state and task_state are absent', () => {
    assertFindings(unnamed({ status: 'UNKNOWN', powerState: 1 }));
  });

  it('of a status without states', () => {
    assertFindings(unnamed({ status: 'BUILD' }));
  });

  it('of a server without a status', () => {
    assertFindings(unnamed({ vmState: 'active', taskState: 'rebooting' }));
  });

  it('of a server whose status is null', () => {
    const found = unnamed({ vmState: 'active', taskState: null, status: null });
    assert.ok(!found.some(({ rule }) => rule === 'status-mismatch'));
  });

  it('of a server whose vm_state is null', () => {
    const found = unnamed({ vmState: null, taskState: null, status: 'ACTIVE' });
    assert.ok(!found.some(({ rule }) => rule === 'status-mismatch'));
  });
});

describe('status-mismatch takes for null', () => {
  for (const [what, taskState] of [
    ['a missing task_state', undefined],
    ['an empty task_state', ''],
    ['null', null],
  ] as const) {
    it(`${what}, and finds nothing wrong`, () => {
      assertFindings(unnamed({ vmState: 'active', taskState, status: 'ACTIVE' }));
    });

    it(`${what}, and finds what is wrong`, () => {
      const finding = only(unnamed({ vmState: 'stopped', taskState, status: 'ACTIVE' }), 'status-mismatch');
      assert.deepEqual(finding.expected, ['SHUTOFF']);
    });

    it(`${what} under ecs-classic`, () => {
      const finding = only(
        chosen('ecs-classic', { vmState: 'resized', taskState, status: 'RESIZE' }),
        'status-mismatch',
      );
      assert.deepEqual(finding.expected, ['VERIFY_RESIZE']);
    });
  }
});
