import assert from 'node:assert/strict';
import type { FieldName } from '../../../src/fixture';
import { readFixture } from '../../../src/service';
import type { Content } from '../../../src/service/types';
import { insertBehind, replaceField, separatorAt } from '../../../src/service/write/insert-field';
import { applyEdits } from '../helpers';

type Pen = typeof insertBehind;

/** The text after a field was written behind another one, or in its place; undefined where it cannot be. */
function written(pen: Pen, text: string, languageId: string, name: FieldName, key: string, value: Content) {
  const fixture = readFixture(text, languageId);
  const [server] = fixture.servers;
  const other = server?.fields[name];
  assert.ok(server && other, text);
  const edit = pen(fixture, server, other, key, value);
  return edit && applyEdits(text, [edit]);
}

const behind = (text: string, languageId: string, value: Content = 'X', name: FieldName = 'vmState') =>
  written(insertBehind, text, languageId, name, 'key', value);
const instead = (text: string, languageId: string, value: Content = 'X', name: FieldName = 'progress') =>
  written(replaceField, text, languageId, name, 'key', value);

const VM = '"OS-EXT-STS:vm_state": "active"';

describe('A field behind another one', () => {
  for (const [what, languageId, before, after] of [
    ['on the same line', 'json', `{${VM}, "status": "A"}`, `{${VM}, "key": "X", "status": "A"}`],
    ['tight, as the others are set apart', 'json', `{ "a": 1,\t${VM} }`, `{ "a": 1,\t${VM},\t"key": "X" }`],
    [
      'on a line of its own in a long text',
      'json',
      `{\n\t${VM},\n\t"name": "${'x'.repeat(300)}"\n}`,
      `{\n\t${VM},\n\t"key": "X",\n\t"name": "${'x'.repeat(300)}"\n}`,
    ],
    ['on a line of its own', 'json', `{\n\t"a": 1,\n\t${VM}\n}`, `{\n\t"a": 1,\n\t${VM},\n\t"key": "X"\n}`],
    [
      'below a comment',
      'jsonc',
      `{\n\t${VM}, // c\n\t"status": "A"\n}`,
      `{\n\t${VM}, // c\n\t"key": "X",\n\t"status": "A"\n}`,
    ],
    [
      'below a comment, as the last',
      'jsonc',
      `{\n\t"a": 1,\n\t${VM} /* c */\n}`,
      `{\n\t"a": 1,\n\t${VM}, /* c */\n\t"key": "X"\n}`,
    ],
    [
      'below a comment in a program',
      'python',
      `x = {\n    ${VM},  # c\n}`,
      `x = {\n    ${VM},  # c\n    "key": "X",\n}`,
    ],
    [
      'before something else behind a comment',
      'jsonc',
      `{\n\t${VM}, /* a */ "x": 1 /* b */\n}`,
      `{\n\t${VM},\n\t"key": "X", /* a */ "x": 1 /* b */\n}`,
    ],
    ['before a comment on the only line', 'jsonc', `{${VM}} // c\n`, `{${VM}, "key": "X"} // c\n`],
    [
      'in a string',
      'json',
      `{"b": ${JSON.stringify(`{${VM}}`)}}`,
      `{"b": ${JSON.stringify(`{${VM}, "key": "X"}`)}}`,
    ],
    [
      'in YAML',
      'yaml',
      's:\n  vm_state: active # a\n  status: ACTIVE\n',
      's:\n  vm_state: active # a\n  key: X\n  status: ACTIVE\n',
    ],
    [
      'in YAML in CR LF',
      'yaml',
      'vm_state: active\r\nstatus: ACTIVE\r\n',
      'vm_state: active\r\nkey: X\r\nstatus: ACTIVE\r\n',
    ],
    [
      'at the end of YAML',
      'yaml',
      'status: ACTIVE\nvm_state: active',
      'status: ACTIVE\nvm_state: active\nkey: X',
    ],
    [
      'in an item of YAML',
      'yaml',
      '- vm_state: active\n  status: ACTIVE\n',
      '- vm_state: active\n  key: X\n  status: ACTIVE\n',
    ],
    [
      'behind an anchor',
      'yaml',
      's:\n  &a vm_state: active\n  status: ACTIVE\n',
      's:\n  &a vm_state: active\n  key: X\n  status: ACTIVE\n',
    ],
    [
      'behind a question mark',
      'yaml',
      '? vm_state\n: active\n? status\n: ACTIVE\n',
      '? vm_state\n: active\nkey: X\n? status\n: ACTIVE\n',
    ],
    [
      'behind an anchor and blanks',
      'yaml',
      '-   &a   vm_state: active\n    status: ACTIVE\n',
      '-   &a   vm_state: active\n    key: X\n    status: ACTIVE\n',
    ],
    [
      'behind a question mark and blanks',
      'yaml',
      '?   vm_state\n: active\n? status\n: ACTIVE\n',
      '?   vm_state\n: active\nkey: X\n? status\n: ACTIVE\n',
    ],
    [
      'below a question mark that ends a text',
      'yaml',
      'name: what?\nvm_state: active\nstatus: ACTIVE\n',
      'name: what?\nvm_state: active\nkey: X\nstatus: ACTIVE\n',
    ],
    [
      'below a question mark that begins a key',
      'yaml',
      '?a: 1\nvm_state: active\nstatus: ACTIVE\n',
      '?a: 1\nvm_state: active\nkey: X\nstatus: ACTIVE\n',
    ],
    [
      'in flow style',
      'yaml',
      's: {vm_state: active, status: ACTIVE}\n',
      's: {vm_state: active, key: "X", status: ACTIVE}\n',
    ],
    [
      'in flow style in quotes',
      'yaml',
      "s: {'vm_state': active, 'status': ACTIVE}\n",
      "s: {'vm_state': active, 'key': \"X\", 'status': ACTIVE}\n",
    ],
    [
      'in Python',
      'python',
      "s = {'OS-EXT-STS:vm_state': 'active', 'status': 'A'}\n",
      "s = {'OS-EXT-STS:vm_state': 'active', 'key': 'X', 'status': 'A'}\n",
    ],
    [
      'in Ruby',
      'ruby',
      "s = { 'OS-EXT-STS:vm_state' => 'active', 'status' => 'A' }\n",
      "s = { 'OS-EXT-STS:vm_state' => 'active', 'key' => 'X', 'status' => 'A' }\n",
    ],
  ] as const)
    it(`is written ${what}`, () => assert.equal(behind(before, languageId), after));

  it('may be a number, null or an object', () => {
    const json = (value: Content) => behind(`{${VM}, "status": "A"}`, 'json', value);
    assert.equal(json(4), `{${VM}, "key": 4, "status": "A"}`);
    assert.equal(json(null), `{${VM}, "key": null, "status": "A"}`);
    assert.equal(
      json({ code: 500, message: 'x' }),
      `{${VM}, "key": { "code": 500, "message": "x" }, "status": "A"}`,
    );
    const yaml = (value: Content) => behind('s:\n  vm_state: active\n  status: ACTIVE\n', 'yaml', value);
    assert.equal(yaml(null), 's:\n  vm_state: active\n  key: null\n  status: ACTIVE\n');
    assert.equal(
      yaml({ code: 500, message: 'x' }),
      's:\n  vm_state: active\n  key:\n    code: 500\n    message: "x"\n  status: ACTIVE\n',
    );
  });

  it('has a key in quotes in a program even behind one without', () => {
    assert.equal(
      behind("s = { 'OS-EXT-STS:vm_state': 'active', status : 'A', a: 1 };\n", 'javascript', 'X', 'status'),
      "s = { 'OS-EXT-STS:vm_state': 'active', status : 'A', 'key' : 'X', a: 1 };\n",
    );
  });

  it('has its words in a program, and is no object there', () => {
    const python = (value: Content) =>
      behind("s = {'OS-EXT-STS:vm_state': 'active', 'status': 'A'}\n", 'python', value);
    assert.match(python(null) ?? '', /'key': None,/);
    assert.match(python(4) ?? '', /'key': 4,/);
    assert.equal(python({ code: 500 }), undefined);
  });

  it('is not written into Base64, nor takes the place of what is there', () => {
    const text = `body: !!binary ${btoa(`{${VM}, "progress": 0, "status": "A"}`)}\n`;
    assert.equal(behind(text, 'yaml'), undefined);
    assert.equal(instead(text, 'yaml'), undefined);
  });

  it('is not written behind one that only a merge key brought', () => {
    assert.equal(
      behind('a: &a\n  vm_state: active\nserver:\n  <<: *a\n  status: ACTIVE\n', 'yaml'),
      undefined,
    );
  });

  it('is not written behind a key whose question mark has a line of its own', () => {
    for (const text of [
      's:\n  ?\n    vm_state\n  : active\n  status: ACTIVE\n',
      's:\n-   ?\n      vm_state\n    : active\n    status: ACTIVE\n',
    ]) {
      assert.equal(behind(text, 'yaml'), undefined);
      assert.equal(behind(text.replaceAll('\n', '\r\n'), 'yaml'), undefined);
    }
  });

  it('is not written behind a key that stands behind the colon of another', () => {
    assert.equal(behind('? s\n: vm_state: active\n  status: ACTIVE\n', 'yaml'), undefined);
  });
});

describe('A field in the place of another one', () => {
  for (const [what, languageId, before, after] of [
    ['in JSON', 'json', `{${VM}, "progress": 0, "a": 1}`, `{${VM}, "key": "X", "a": 1}`],
    [
      'in YAML',
      'yaml',
      'vm_state: active\nprogress: 0 # a\nstatus: ACTIVE\n',
      'vm_state: active\nkey: X # a\nstatus: ACTIVE\n',
    ],
    [
      'in flow style',
      'yaml',
      '{vm_state: active, progress: 0, status: ACTIVE}\n',
      '{vm_state: active, key: "X", status: ACTIVE}\n',
    ],
    [
      'in JSON with what would be an anchor and an alias in YAML',
      'json',
      `{${VM}, "progress": " &p", "a": "*p"}`,
      `{${VM}, "key": "X", "a": "*p"}`,
    ],
    [
      'before an anchor that is in use',
      'yaml',
      'vm_state: active\nprogress: 0\nstatus: ACTIVE\na: &p 1\nb: *p\n',
      'vm_state: active\nkey: X\nstatus: ACTIVE\na: &p 1\nb: *p\n',
    ],
  ] as const)
    it(`is written ${what}`, () => assert.equal(instead(before, languageId), after));

  it('is not written where only a merge key brought that', () => {
    assert.equal(
      instead('a: &a\n  progress: 0\n  vm_state: active\nserver:\n  <<: *a\n  status: ACTIVE\n', 'yaml'),
      undefined,
    );
  });

  it('is not written behind a question mark, nor over an anchor that is in use', () => {
    assert.equal(instead('vm_state: active\n? progress\n: 0\nstatus: ACTIVE\n', 'yaml'), undefined);
    assert.equal(instead('vm_state: active\nprogress: &p 0\nstatus: ACTIVE\nother: *p\n', 'yaml'), undefined);
    assert.equal(
      instead('vm_state: active\nprogress: &p 0\nstatus: ACTIVE\n', 'yaml'),
      'vm_state: active\nkey: X\nstatus: ACTIVE\n',
    );
  });
});

describe('The sign between a key and its value', () => {
  it('is a colon or an arrow, with its blanks', () => {
    assert.deepEqual([': 1', ' => 1', ':1', '\t=>\t1', ' = 1', '', '= {a: 1}'].map(separatorAt), [
      ': ',
      ' => ',
      ':',
      '\t=>\t',
      undefined,
      undefined,
      undefined,
    ]);
  });
});
