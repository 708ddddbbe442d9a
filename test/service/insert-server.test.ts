import assert from 'node:assert/strict';
import { load } from 'js-yaml';
import { type ParseError, parse } from 'jsonc-parser';
import { clouds, statusChoices } from '../../src/mapping';
import { checkText, insertServer, newServer, readFixture } from '../../src/service';
import { applyEdits } from '../../src/service/write/edits';

/** A small server, so that a text can be compared as a whole. */
const SERVER = { name: 'new', status: 'ACTIVE' };

/** The text after a server is put in at the mark `|`. */
function insert(marked: string, languageId: string, unit = '  '): string {
  const offset = marked.indexOf('|');
  const text = marked.slice(0, offset) + marked.slice(offset + 1);
  return applyEdits(text, [insertServer(readFixture(text, languageId), offset, SERVER, unit)]);
}

const STATES = '"OS-EXT-STS:vm_state": "active", "status": "ACTIVE"';

describe('inserting a server into JSON', () => {
  for (const [where, marked, expected] of [
    ['an empty file', '|', '{\n  "server": {\n    "name": "new",\n    "status": "ACTIVE"\n  }\n}\n'],
    [
      'an empty list',
      '{"servers": [|]}',
      '{"servers": [\n  {\n    "name": "new",\n    "status": "ACTIVE"\n  }\n]}',
    ],
    [
      'a list of lines, behind an item',
      '[\n  {"a": 1}|\n]\n',
      '[\n  {"a": 1},\n  {\n    "name": "new",\n    "status": "ACTIVE"\n  }\n]\n',
    ],
    [
      'a list of lines, before an item',
      '[\n  |{"a": 1}\n]\n',
      '[\n  {\n    "name": "new",\n    "status": "ACTIVE"\n  },\n  {"a": 1}\n]\n',
    ],
    [
      'a list in one line',
      '[{"a": 1}|, {"b": 2}]',
      '[{"a": 1}, { "name": "new", "status": "ACTIVE" }, {"b": 2}]',
    ],
    [
      'a list of servers, with the cursor in one of them',
      `{"servers": [{${STATES}|}]}`,
      `{"servers": [{${STATES}}, { "name": "new", "status": "ACTIVE" }]}`,
    ],
    [
      'a map, as its server',
      '{\n  "a": 1|\n}',
      '{\n  "a": 1,\n  "server": {\n    "name": "new",\n    "status": "ACTIVE"\n  }\n}',
    ],
    [
      'a map that has a server already',
      '{\n  "server": {}|\n}',
      '{\n  "server": {},\n  "server2": {\n    "name": "new",\n    "status": "ACTIVE"\n  }\n}',
    ],
    [
      'lines that end in CR LF',
      '[\r\n  1|\r\n]',
      '[\r\n  1,\r\n  {\r\n    "name": "new",\r\n    "status": "ACTIVE"\r\n  }\r\n]',
    ],
  ] as const) {
    it(`fits ${where}`, () => {
      assert.equal(insert(marked, 'json'), expected);
    });
  }

  it('indents by tabs where the file does', () => {
    assert.equal(
      insert('[\n\t1|\n]', 'json', '\t'),
      '[\n\t1,\n\t{\n\t\t"name": "new",\n\t\t"status": "ACTIVE"\n\t}\n]',
    );
  });

  it('keeps comments and a trailing comma', () => {
    const text = insert('[\n  {"a": 1}, // first\n  |\n]', 'jsonc');
    const errors: ParseError[] = [];
    assert.deepEqual(parse(text, errors, { allowTrailingComma: true }), [{ a: 1 }, SERVER]);
    assert.deepEqual(errors, []);
    assert.match(text, /\/\/ first/);
  });
});

describe('inserting a server into YAML', () => {
  for (const [where, marked, expected] of [
    ['an empty file', '|', 'server:\n  name: new\n  status: ACTIVE\n'],
    ['an open list', 'servers:\n|', 'servers:\n  - name: new\n    status: ACTIVE\n'],
    [
      'an open map',
      'test:\n  server: |# here\n',
      'test:\n  server: # here\n    name: new\n    status: ACTIVE\n',
    ],
    [
      'a list, behind the server at the cursor',
      'servers:\n  - OS-EXT-STS:vm_state: active\n    status: ACT|IVE # fine\nports: []\n',
      'servers:\n  - OS-EXT-STS:vm_state: active\n    status: ACTIVE # fine\n  - name: new\n    status: ACTIVE\nports: []\n',
    ],
    [
      'a list that is not indented',
      'servers:\n- OS-EXT-STS:vm_state: active\n  status: ACTIVE\n|',
      'servers:\n- OS-EXT-STS:vm_state: active\n  status: ACTIVE\n- name: new\n  status: ACTIVE\n',
    ],
    [
      'any other place, as a document of its own',
      'a: 1|\nb: 2\n',
      'a: 1\nb: 2\n---\nserver:\n  name: new\n  status: ACTIVE\n',
    ],
    ['lines that end in CR LF', 'servers:|\r\n', 'servers:\r\n  - name: new\r\n    status: ACTIVE\r\n'],
  ] as const) {
    it(`fits ${where}`, () => {
      assert.equal(insert(marked, 'yaml'), expected);
    });
  }
});

describe('a new server', () => {
  for (const cloud of clouds.values()) {
    for (const { status, pairs } of statusChoices(cloud)) {
      it(`that is ${status} is right by the table of ${cloud.id}, in JSON and YAML`, () => {
        for (const pair of pairs) {
          const server = newServer(cloud, { status, pair }, '6f2a9f0e-51f4-4a2c-9a44-0c5a1d57069c');
          for (const languageId of ['json', 'yaml']) {
            const text = whole(languageId, server);
            const parsed = languageId === 'json' ? JSON.parse(text) : load(text);
            assert.deepEqual(parsed, { server });
            const found = checkText(text, languageId, { cloud: cloud.id });
            const errors = found.filter(({ rule }) => rule !== 'impossible-combination');
            assert.deepEqual(errors, [], `${pair?.vmState} + ${pair?.taskState}`);
          }
        }
      });
    }
  }

  it('is recognised as its cloud’s where the cloud leaves a trace', () => {
    for (const id of ['huaweicloud', 'opentelekomcloud', 'rackspace']) {
      const cloud = clouds.get(id);
      assert.ok(cloud);
      const server = newServer(
        cloud,
        { status: 'ACTIVE', pair: { vmState: 'nonsense', taskState: null } },
        'x',
      );
      assert.equal(checkText(JSON.stringify({ server }), 'json')[0]?.cloud, id);
    }
  });
});

/** A file that holds nothing but the server. */
function whole(languageId: string, server: ReturnType<typeof newServer>): string {
  return applyEdits('', [insertServer(readFixture('', languageId), 0, server, '  ')]);
}
