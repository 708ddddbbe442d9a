import assert from 'node:assert/strict';
import { checkText } from '../../../src/service';
import { applyEdits, assertFindings, json, only, unnamed, type Written } from '../helpers';

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
    assert.equal(message, 'status is null; the compute API returns a string.');
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

  const said = (server: Written) => only(unnamed(server), 'wrong-type').message;

  it('says which kind of value stands there', () => {
    for (const [taskState, kind] of [
      [7, 'a number'],
      [true, 'a boolean'],
      [{ a: 1 }, 'an object'],
      [['a'], 'an array'],
    ] as const)
      assert.equal(
        said({ vmState: 'active', taskState }),
        `OS-EXT-STS:task_state is ${kind}; the compute API returns a string or null.`,
      );
    assert.equal(
      said({ vmState: 'active', status: 200 }),
      'status is a number; the compute API returns a string.',
    );
  });

  it('says what a power_state is and which numbers there are', () => {
    const numbers = '0 NOSTATE, 1 RUNNING, 3 PAUSED, 4 SHUTDOWN, 6 CRASHED, 7 SUSPENDED';
    for (const [powerState, kind] of [
      [99, '99'],
      ['99', 'the string "99"'],
      [true, 'a boolean'],
      [[1], 'an array'],
    ] as const)
      assert.equal(
        said({ vmState: 'active', powerState }),
        `OS-EXT-STS:power_state is ${kind}; the compute API returns a number: ${numbers}.`,
      );
    assert.deepEqual(only(unnamed({ vmState: 'active', powerState: 99 }), 'wrong-type').expected, [
      '0',
      '1',
      '3',
      '4',
      '6',
      '7',
    ]);
  });

  it('stands at the value, of a list or object at its key', () => {
    for (const [taskState, marked] of [
      [7, '7'],
      [false, 'false'],
      [[1], '"OS-EXT-STS:task_state"'],
      [{ a: 1 }, '"OS-EXT-STS:task_state"'],
    ] as const) {
      const server = { vmState: 'active', taskState };
      const { span } = only(unnamed(server), 'wrong-type');
      assert.equal(json(server).slice(span.start, span.end), marked);
    }
  });

  /** What the fixes make of the only wrong value of a server in YAML, with the preferred one marked. */
  const mended = (field: string, value: string) => {
    const text = `status: ACTIVE\nOS-EXT-STS:vm_state: active\n${field}: ${value}\n`;
    const { fixes } = only(checkText(text, 'yaml'), 'wrong-type');
    return fixes.map(
      ({ edits, preferred }) =>
        `${applyEdits(text, edits).split(`${field}: `)[1]?.trimEnd()}${preferred ? ' (preferred)' : ''}`,
    );
  };

  it('is mended by null where the task_state is what programs print for none', () => {
    for (const value of ['false', 'False', '0', '0.0'])
      assert.deepEqual(mended('OS-EXT-STS:task_state', value), ['null'], value);
    for (const value of ['true', '1', '[]', '{}'])
      assert.deepEqual(mended('OS-EXT-STS:task_state', value), [], value);
  });

  it('has no fix for a vm_state, which is never null', () => {
    assert.deepEqual(only(unnamed({ vmState: 0, taskState: null }), 'wrong-type').fixes, []);
  });

  it('prefers a status only where there is none yet', () => {
    const fixes = (status: unknown) =>
      only(unnamed({ vmState: 'active', status }), 'wrong-type').fixes.map(({ preferred }) => preferred);
    assert.deepEqual([fixes(null), fixes(200)], [[true], [false]]);
  });

  it('has no fix for a status where several follow', () => {
    const { expected, fixes } = only(
      unnamed({ vmState: 'error', taskState: '{{ task }}', status: null }),
      'wrong-type',
    );
    assert.deepEqual([expected, fixes], [['ERROR', 'REBUILD'], []]);
  });

  it('is a warning for a status that is null beside a task_state alone', () => {
    assertFindings(unnamed({ taskState: 'rebooting', status: null }), 'warning wrong-type');
  });

  it('says of a status without a value that it has none', () => {
    const text = '{ "OS-EXT-STS:vm_state": "active", "status":\n}';
    assert.equal(
      only(checkText(text, 'json'), 'wrong-type').message,
      'status has no value; the compute API returns a string.',
    );
  });

  it('leaves another program its words under the bare key', () => {
    assertFindings(checkText('{ "status": "ACTIVE", "vm_state": "active", "power_state": "on" }', 'json'));
    assertFindings(
      checkText('{ "status": "ACTIVE", "vm_state": "active", "power_state": 99 }', 'json'),
      'warning wrong-type',
    );
  });

  it('says nothing of an empty power_state', () => {
    assertFindings(unnamed({ vmState: 'active', powerState: '' }));
  });

  it('leaves a power_state that is null as a text to null-as-text', () => {
    assertFindings(unnamed({ vmState: 'active', powerState: 'None' }), 'warning null-as-text');
  });

  it('says where a value is written that came through an alias', () => {
    for (const [field, value] of [
      ['OS-EXT-STS:task_state', 'true'],
      ['OS-EXT-STS:power_state', '99'],
    ]) {
      const text = `all: &all ${value}\nserver:\n  OS-EXT-STS:vm_state: active\n  ${field}: *all\n`;
      const { related } = only(checkText(text, 'yaml'), 'wrong-type');
      assert.deepEqual(
        related.map(({ message, span }) => [message, text.slice(span.start, span.end)]),
        [['The value is written here.', value]],
      );
    }
  });
});
