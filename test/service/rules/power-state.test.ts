import assert from 'node:assert/strict';
import { checkText, readFixture } from '../../../src/service';
import { applyEdits, assertFindings, json, only, unnamed } from '../helpers';

describe('power-state', () => {
  for (const [vmState, powerState] of [
    ['stopped', 1],
    ['active', 4],
    ['suspended', 1],
    ['paused', 1],
    ['shelved_offloaded', 1],
  ] as const) {
    it(`is a hint for ${powerState} with ${vmState}`, () => {
      assertFindings(unnamed({ vmState, taskState: null, powerState }), 'hint power-state');
    });
  }

  for (const [vmState, ...seen] of [
    ['active', 1, 0],
    ['stopped', 4],
    ['paused', 3, 4],
    ['suspended', 4],
    ['shelved_offloaded', 4],
    ['rescued', 4, 1],
    ['error', 0],
    ['building', 0, 1],
  ] as const) {
    for (const powerState of seen) {
      it(`says nothing of ${powerState} with ${vmState}, which real servers carry`, () => {
        assertFindings(unnamed({ vmState, taskState: null, powerState }));
      });
    }
  }

  it('stands at the power_state', () => {
    const server = { vmState: 'stopped', taskState: null, powerState: 1 };
    const { span } = only(unnamed(server), 'power-state');
    assert.equal(json(server).slice(span.start, span.end), '1');
  });

  for (const powerState of ['1', 'Running', 'running']) {
    it(`says nothing of ${powerState} as a text with active`, () => {
      assertFindings(unnamed({ vmState: 'active', taskState: null, status: 'ACTIVE', powerState }));
    });
  }

  it('says nothing of a stopped server that crashed, which the sync task of Nova leaves alone', () => {
    assertFindings(unnamed({ vmState: 'stopped', taskState: null, status: 'SHUTOFF', powerState: 6 }));
  });

  it('says what is seen with the vm_state, the usual one first, and shows the vm_state', () => {
    const server = { vmState: 'stopped', taskState: null, powerState: 1 };
    const { message, expected, related } = only(unnamed(server), 'power-state');
    assert.equal(
      message,
      'power_state 1 RUNNING is unusual for vm_state "stopped"; usual is 4 SHUTDOWN, 0 NOSTATE or 6 CRASHED.',
    );
    assert.deepEqual(expected, ['4', '0', '6']);
    assert.deepEqual(
      related.map((one) => [one.message, json(server).slice(one.span.start, one.span.end)]),
      [['vm_state is "stopped".', '"stopped"']],
    );
  });

  it('is mended by the usual number, which is nobody’s first choice', () => {
    const server = { vmState: 'stopped', taskState: null, powerState: 1 };
    const { fixes } = only(unnamed(server), 'power-state');
    assert.deepEqual(
      fixes.map(({ edits, preferred }) => [applyEdits(json(server), edits), preferred]),
      [[json({ ...server, powerState: 4 }), false]],
    );
  });

  it('has no fix for a text, which is some program’s own spelling', () => {
    assert.deepEqual(only(unnamed({ vmState: 'stopped', powerState: '1' }), 'power-state').fixes, []);
    assert.deepEqual(only(unnamed({ vmState: 'stopped', powerState: 'Running' }), 'power-state').fixes, []);
  });

  it('says nothing while an operation is under way', () => {
    assertFindings(unnamed({ vmState: 'stopped', taskState: 'powering-on', powerState: 1 }));
  });

  it('says nothing of a server whose vm_state is missing or unknown to Nova', () => {
    assertFindings(unnamed({ taskState: null, status: 'SHUTOFF', powerState: 1 }));
    assertFindings(unnamed({ vmState: 'frozen', powerState: 1 }), 'warning unknown-vm-state');
  });

  it('says where a value is written that came through an alias', () => {
    const text =
      'power: &power 1\nserver:\n  OS-EXT-STS:vm_state: stopped\n  OS-EXT-STS:power_state: *power\n';
    const { related } = only(checkText(text, 'yaml'), 'power-state');
    assert.deepEqual(
      related.map(({ message }) => message),
      ['vm_state is "stopped".', 'The value is written here.'],
    );
  });

  it('says nothing of a notification, which is sent in the middle of things', () => {
    const data = { state: 'stopped', task_state: null, power_state: 'running' };
    const payload = { 'nova_object.name': 'InstanceUpdatePayload', 'nova_object.data': data };
    const text = JSON.stringify({ event_type: 'instance.update', payload, priority: 'INFO' });
    assert.equal(readFixture(text, 'json').servers.length, 1);
    assertFindings(checkText(text, 'json'));
  });
});
