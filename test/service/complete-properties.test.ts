import assert from 'node:assert/strict';
import { accept, labelsAt, listAt } from './completing';

const VM = '"OS-EXT-STS:vm_state": "active"';
const TASK = '"OS-EXT-STS:task_state": "rebooting"';

describe('completing a property in JSON', () => {
  for (const [what, marked, label, accepted] of [
    ['the right status', `{${VM}, ${TASK}, |}`, 'status', `{${VM}, ${TASK}, "status": "REBOOT"}`],
    ['a comma where another property follows', `{| ${VM}}`, 'status', `{"status": "ACTIVE", ${VM}}`],
    ['no second colon where one is there', `{${VM}, "|": "X"}`, 'status', `{${VM}, "status": "X"}`],
    ['no second quote where one is there', `{${VM}, "|"}`, 'status', `{${VM}, "status": "ACTIVE"}`],
    ['the whole of a half-typed key', `{${VM}, "sta|"}`, 'status', `{${VM}, "status": "ACTIVE"}`],
    [
      'null for the task_state',
      `{${VM}, "status": "ACTIVE", |}`,
      'OS-EXT-STS:task_state',
      `{${VM}, "status": "ACTIVE", "OS-EXT-STS:task_state": null}`,
    ],
    [
      'an operation that gives the status',
      `{${VM}, "status": "PASSWORD", |}`,
      'OS-EXT-STS:task_state',
      `{${VM}, "status": "PASSWORD", "OS-EXT-STS:task_state": "updating_password"}`,
    ],
    [
      'the vm_state of the status',
      `{"server": {"status": "SHUTOFF", |}}`,
      'OS-EXT-STS:vm_state',
      `{"server": {"status": "SHUTOFF", "OS-EXT-STS:vm_state": "stopped"}}`,
    ],
    [
      'the usual power_state',
      `{"OS-EXT-STS:vm_state": "stopped", |}`,
      'OS-EXT-STS:power_state',
      `{"OS-EXT-STS:vm_state": "stopped", "OS-EXT-STS:power_state": 4}`,
    ],
    [
      'the prefix that is in use',
      `{"os-extended-status:vm_state": "active", |}`,
      'os-extended-status:task_state',
      `{"os-extended-status:vm_state": "active", "os-extended-status:task_state": null}`,
    ],
    [
      'no prefix beside bare keys',
      `{"vm_state": "active", "status": "REBOOT", |}`,
      'task_state',
      `{"vm_state": "active", "status": "REBOOT", "task_state": "rebooting"}`,
    ],
  ] as const) {
    it(`writes ${what}`, () => {
      assert.equal(accept(marked, 'json', label), accepted);
    });
  }

  it('writes a property on a line of its own before another', () => {
    assert.equal(accept(`{\n  |\n  ${VM}\n}`, 'json', 'status'), `{\n  "status": "ACTIVE",\n  ${VM}\n}`);
  });

  it('gives valid JSON for each missing property', () => {
    for (const marked of [
      `{${VM}, |}`,
      `{| ${VM}}`,
      `{${VM}, "|"}`,
      `{${VM}, "s|", "id": 1}`,
      `{${VM},\n|\n}`,
    ]) {
      for (const label of labelsAt(marked, 'json')) {
        assert.doesNotThrow(() => JSON.parse(accept(marked, 'json', label)), `${label} in ${marked}`);
      }
    }
  });

  it('compares with the quote that is there, or with the key alone', () => {
    const filter = (marked: string) =>
      listAt(marked, 'json')?.items.find(({ label }) => label === 'status')?.filter;
    assert.equal(filter(`{${VM}, |}`), 'status');
    assert.equal(filter(`{${VM}, "s|"}`), '"status"');
  });

  it('takes the prefix of whichever state is there', () => {
    assert.equal(
      accept(
        '{"server": {"os-extended-status:task_state": "rebooting", |}}',
        'json',
        'os-extended-status:vm_state',
      ),
      '{"server": {"os-extended-status:task_state": "rebooting", "os-extended-status:vm_state": "active"}}',
    );
  });

  it('is no list where nothing is missing, nor in a notification', () => {
    assert.equal(
      listAt(`{${VM}, ${TASK}, "status": "REBOOT", "OS-EXT-STS:power_state": 1, |}`, 'json'),
      undefined,
    );
    assert.equal(
      listAt('{"nova_object.data": {"state": "active", "task_state": null, |}}', 'json'),
      undefined,
    );
  });

  it('offers what is missing alone', () => {
    assert.deepEqual(labelsAt(`{${VM}, ${TASK}, |}`, 'json').sort(), ['OS-EXT-STS:power_state', 'status']);
  });

  it('offers all four in an empty server', () => {
    assert.deepEqual(labelsAt('{"server": {|}}', 'json').sort(), [
      'OS-EXT-STS:power_state',
      'OS-EXT-STS:task_state',
      'OS-EXT-STS:vm_state',
      'status',
    ]);
  });
});

describe('completing a property in YAML', () => {
  for (const [what, marked, label, accepted] of [
    [
      'the right status',
      'server:\n  OS-EXT-STS:vm_state: stopped\n  |\n',
      'status',
      'server:\n  OS-EXT-STS:vm_state: stopped\n  status: SHUTOFF\n',
    ],
    [
      'the whole of a half-typed key',
      'OS-EXT-STS:vm_state: active\nsta|\n',
      'status',
      'OS-EXT-STS:vm_state: active\nstatus: ACTIVE\n',
    ],
    [
      'a key in a list',
      '- OS-EXT-STS:vm_state: active\n  |\n',
      'status',
      '- OS-EXT-STS:vm_state: active\n  status: ACTIVE\n',
    ],
    [
      'null for the task_state',
      'vm_state: active\nstatus: ACTIVE\n|',
      'task_state',
      'vm_state: active\nstatus: ACTIVE\ntask_state: null',
    ],
    [
      'a key before the others',
      'server:\n  |\n  OS-EXT-STS:vm_state: error\n',
      'status',
      'server:\n  status: ERROR\n  OS-EXT-STS:vm_state: error\n',
    ],
    [
      'no second colon where one is there',
      'OS-EXT-STS:vm_state: active\nsta|: X\n',
      'status',
      'OS-EXT-STS:vm_state: active\nstatus: X\n',
    ],
  ] as const) {
    it(`writes ${what}`, () => {
      assert.equal(accept(marked, 'yaml', label), accepted);
    });
  }
});

describe('completion outside servers', () => {
  for (const [what, languageId, marked] of [
    ['a port’s status', 'json', `{"servers": [], "port": {"status": "|"}}`],
    ['a port’s keys', 'json', `{"servers": [], "port": {"status": "DOWN", "|"}}`],
    ['a schema', 'json', '{"properties": {"OS-EXT-STS:vm_state": {"type": "|"}}}'],
    ['a name inside a server', 'json', `{${VM}, "name": "|"}`],
    ['an object inside a server', 'json', `{${VM}, "flavor": {"|"}}`],
    ['a list inside a server', 'json', `{${VM}, "tags": ["|"]}`],
    ['the text behind a server', 'json', `{${VM}} |`],
    ['a comment', 'jsonc', `{${VM} // |\n}`],
    ['a port’s status', 'yaml', 'servers: []\nport:\n  status: |\n'],
    ['a port’s keys', 'yaml', 'servers: []\nport:\n  status: DOWN\n  |\n'],
    ['a name inside a server', 'yaml', 'server:\n  OS-EXT-STS:vm_state: active\n  name: |\n'],
    ['a map inside a server', 'yaml', 'server:\n  OS-EXT-STS:vm_state: active\n  flavor:\n    |\n'],
    ['a comment', 'yaml', 'server:\n  OS-EXT-STS:vm_state: active\n  # |\n'],
    ['the next document', 'yaml', 'OS-EXT-STS:vm_state: active\n---\n|\n'],
    ['a literal text', 'yaml', 'OS-EXT-STS:vm_state: active\nnote: >-\n  status: |\n'],
    ['the value of an explicit key', 'yaml', "OS-EXT-STS:vm_state: active\n? 'fault'\n|: code: 500\n"],
    [
      'an item beside a server in a list',
      'yaml',
      '- OS-EXT-STS:vm_state: active\n- |name: x\n  vm_state: {type: string}\n  task_state: {type: string}\n',
    ],
    ['a map beside a server', 'yaml', 'a:\n  OS-EXT-STS:vm_state: active\nb:\n  |\n'],
  ] as const) {
    it(`offers nothing in ${what} (${languageId})`, () => {
      assert.deepEqual(labelsAt(marked, languageId), []);
    });
  }
});
