import assert from 'node:assert/strict';
import { checkText } from '../../../src/service';
import { assertFindings, only, unnamed } from '../helpers';

describe('wrong-type', () => {
  for (const [what, server] of [
    ['a vm_state that is a number', { vmState: 3, taskState: null, status: 'ACTIVE' }],
    ['a vm_state that is a boolean', { vmState: true, taskState: null }],
    ['a task_state that is a boolean', { vmState: 'active', taskState: false, status: 'ACTIVE' }],
    ['a status that is a number', { vmState: 'active', taskState: null, status: 200 }],
    ['a status that is null', { vmState: 'active', taskState: null, status: null }],
    ['a power_state that is a placeholder of Nova’s', { vmState: 'active', powerState: 2 }],
    ['a power_state that no list has', { vmState: 'active', powerState: 99 }],
    ['a power_state that no list has, as a text', { vmState: 'active', powerState: '99' }],
    ['a power_state that is a boolean', { vmState: 'active', powerState: true }],
    ['a power_state that is a text of no power', { vmState: 'active', powerState: 'high' }],
    ['a power_state that is a list', { vmState: 'active', powerState: [1] }],
  ] as const) {
    it(`is a warning for ${what}`, () => {
      assertFindings(unnamed(server), 'warning wrong-type');
    });
  }

  it('says of a status that is null what it should be, and that it is never null', () => {
    const { expected, message, fixes } = only(
      unnamed({ vmState: 'active', taskState: 'rebooting', status: null }),
      'wrong-type',
    );
    assert.deepEqual([expected, fixes.map(({ preferred }) => preferred)], [['REBOOT'], [true]]);
    assert.equal(message, 'status is null; the compute API answers a string.');
  });

  for (const [languageId, text] of [
    ['json', '{ "OS-EXT-STS:vm_state": "active", "status":\n}'],
    ['yaml', 'OS-EXT-STS:vm_state: active\nstatus:\n'],
  ] as const)
    it(`marks the key of a status without a value in ${languageId}`, () => {
      const { span } = only(checkText(text, languageId), 'wrong-type');
      assert.match(text.slice(span.start, span.end), /^"?status"?$/);
    });

  it('says nothing of a form without a state filled in', () => {
    assertFindings(unnamed({ vmState: null, taskState: null, status: null }));
  });

  it('says nothing of a power_state that is null', () => {
    assertFindings(unnamed({ vmState: 'active', powerState: null }));
  });
});
