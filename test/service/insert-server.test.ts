import assert from 'node:assert/strict';
import { load } from 'js-yaml';
import { type ParseError, parse } from 'jsonc-parser';
import { clouds, statusChoices } from '../../src/mapping';
import { checkText, insertServer, newServer, readFixture } from '../../src/service';
import { applyEdits } from '../../src/service/write/edits';

/** A small server, so that a text can be compared as a whole. */
const SERVER = { name: 'new', status: 'ACTIVE' };

/** The text after a server is put in at the mark `|`, or `‸` if there is one; undefined if none can stand there. */
function insert(marked: string, languageId: string, unit = '  '): string | undefined {
  const offset = marked.indexOf(marked.includes('‸') ? '‸' : '|');
  const text = marked.slice(0, offset) + marked.slice(offset + 1);
  const edit = insertServer(readFixture(text, languageId), offset, SERVER, unit);
  return edit && applyEdits(text, [edit]);
}

const FIELDS = '"name": "new", "status": "ACTIVE"';

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
    const text = insert('[\n  {"a": 1}, // first\n  |\n]', 'jsonc') ?? '';
    const errors: ParseError[] = [];
    assert.deepEqual(parse(text, errors, { allowTrailingComma: true }), [{ a: 1 }, SERVER]);
    assert.deepEqual(errors, []);
    assert.match(text, /\{"a": 1\}, \/\/ first\n/);
  });

  for (const [what, marked, expected] of [
    [
      'behind the line of an item',
      '[\n\t{"a": 1}|, // first\n\t{"b": 2}\n]',
      '[\n\t{"a": 1}, // first\n\t{\n\t\t"name": "new",\n\t\t"status": "ACTIVE"\n\t},\n\t{"b": 2}\n]',
    ],
    [
      'before the next item on its line',
      '// top\n[\n\t{"a": 1}|, /* second */ {"b": 2}\n]',
      '// top\n[\n\t{"a": 1},\n\t{\n\t\t"name": "new",\n\t\t"status": "ACTIVE"\n\t}, /* second */ {"b": 2}\n]',
    ],
    ['before an item further up', '[ /* a */ 1, |]', `[ /* a */ 1, { ${FIELDS} }]`],
    ['behind the cursor', '[1, | /* a */]', `[1, { ${FIELDS} } /* a */]`],
    ['at the cursor', '[1, |/* a */]', `[1, { ${FIELDS} } /* a */]`],
    [
      'before the cursor',
      '[1,/* a */ |]',
      '[1,/* a */\n\t{\n\t\t"name": "new",\n\t\t"status": "ACTIVE"\n\t}]',
    ],
    [
      'before the cursor on its line',
      '[1, // a\n|]',
      '[1, // a\n\t{\n\t\t"name": "new",\n\t\t"status": "ACTIVE"\n\t}\n]',
    ],
    [
      'behind a key without a value',
      '{"server": | /* a */}',
      `{"server": {\n\t"name": "new",\n\t"status": "ACTIVE"\n} /* a */}`,
    ],
    [
      'above everything',
      '\n// a\n|',
      '\n// a\n{\n\t"server": {\n\t\t"name": "new",\n\t\t"status": "ACTIVE"\n\t}\n}\n',
    ],
  ] as const) {
    it(`leaves a comment where it is: ${what}`, () => {
      assert.equal(insert(marked, 'jsonc', '\t'), expected);
    });
  }

  it('indents an item as the others are, and its bracket stays', () => {
    assert.equal(
      insert('[\n    1,\n    |\n]', 'json'),
      '[\n    1,\n    {\n      "name": "new",\n      "status": "ACTIVE"\n    }\n]',
    );
    assert.equal(
      insert('[\n  [\n    1,\n    |\n  ]\n]', 'json'),
      '[\n  [\n    1,\n    {\n      "name": "new",\n      "status": "ACTIVE"\n    }\n  ]\n]',
    );
    assert.equal(
      insert('[|\n  ,\n  1\n]', 'json'),
      '[\n  {\n    "name": "new",\n    "status": "ACTIVE"\n  }\n  ,\n  1\n]',
    );
  });

  for (const [where, marked, expected] of [
    ['a key without a value', '{"server": |}', '{"server": {\n\t"name": "new",\n\t"status": "ACTIVE"\n}}'],
    [
      'a key without a value, on a line of its own',
      '{\n\t"a": 1,\n\t"server":|\n}\n',
      '{\n\t"a": 1,\n\t"server": {\n\t\t"name": "new",\n\t\t"status": "ACTIVE"\n\t}\n}\n',
    ],
    ['a key without a value, in one line', '{"a": 1, "server": |}', `{"a": 1, "server": { ${FIELDS} }}`],
    ['a key without a value before a comma', '{"server": |, "b": 2}', `{"server": { ${FIELDS} }, "b": 2}`],
    [
      'a key without a value before the next, with the comma that is missing',
      '{\n\t"server": |\n\t"b": "c"\n}',
      '{\n\t"server": {\n\t\t"name": "new",\n\t\t"status": "ACTIVE"\n\t},\n\t"b": "c"\n}',
    ],
    [
      'a key of a list without a value',
      '{\n\t"servers": |\n}',
      '{\n\t"servers": [\n\t\t{\n\t\t\t"name": "new",\n\t\t\t"status": "ACTIVE"\n\t\t}\n\t]\n}',
    ],
    ['a key without a value, from its start', '{"a": 1, |"server": }', `{"a": 1, "server": { ${FIELDS} }}`],
    ['a key without a value between blanks', '{"server":  | , "b": 2}', `{"server": { ${FIELDS} }, "b": 2}`],
    ['an item right behind the last comma', '[1,|]', `[1, { ${FIELDS} }]`],
    ['an item behind the last comma', '[1, |]', `[1, { ${FIELDS} }]`],
    [
      'a list while another ends with a comma',
      '{"a": [1, ], "b": [2|]}',
      `{"a": [1, ], "b": [2, { ${FIELDS} }]}`,
    ],
    ['a list under the key of a server', '{"server": [1|]}', `{"server": [1, { ${FIELDS} }]}`],
    ['an item between two commas', '[1, |, 2]', `[1, { ${FIELDS} }, 2]`],
    [
      'an item behind the last comma, on a line',
      '[\n\t1,\n\t|\n]',
      '[\n\t1,\n\t{\n\t\t"name": "new",\n\t\t"status": "ACTIVE"\n\t}\n]',
    ],
    ['an entry behind the last comma', '{"a": 1, |}', `{"a": 1, "server": { ${FIELDS} }}`],
    ['an empty server', '{"server": {|}}', '{"server": {\n\t"name": "new",\n\t"status": "ACTIVE"\n}}'],
    ['an empty item', '[{"a": 1}, {|}]', `[{"a": 1}, { ${FIELDS} }]`],
    [
      'an empty item, on a line',
      '[\n\t{ | }\n]',
      '[\n\t{\n\t\t"name": "new",\n\t\t"status": "ACTIVE"\n\t}\n]',
    ],
    [
      'an empty map, as its server',
      '{|}',
      '{\n\t"server": {\n\t\t"name": "new",\n\t\t"status": "ACTIVE"\n\t}\n}',
    ],
    [
      'a server, beside it',
      '{"server": {"a": 1|}, "b": 2}',
      `{"server": {"a": 1}, "server2": { ${FIELDS} }, "b": 2}`,
    ],
    [
      'the body of an HTTP answer',
      'HTTP/1.1 200 OK\nA: b\n\n{"a": 1, "server": |}\n',
      `HTTP/1.1 200 OK\nA: b\n\n{"a": 1, "server": { ${FIELDS} }}\n`,
    ],
    [
      'the body of one of two HTTP answers',
      'HTTP/1.1 200 OK\n\n{"a": 1, "server": |}\n\nHTTP/1.1 200 OK\n\n{"b": 1}\n',
      `HTTP/1.1 200 OK\n\n{"a": 1, "server": { ${FIELDS} }}\n\nHTTP/1.1 200 OK\n\n{"b": 1}\n`,
    ],
    [
      'a file that begins with a byte order mark',
      '\uFEFF{"a": 1, "server": |}',
      `\uFEFF{"a": 1, "server": { ${FIELDS} }}`,
    ],
    [
      'a file of nothing but a byte order mark',
      '|\uFEFF',
      '\uFEFF{\n\t"server": {\n\t\t"name": "new",\n\t\t"status": "ACTIVE"\n\t}\n}\n',
    ],
    ['a file of blanks', ' \n|', ' \n{\n\t"server": {\n\t\t"name": "new",\n\t\t"status": "ACTIVE"\n\t}\n}\n'],
  ] as const) {
    it(`fills ${where}`, () => {
      assert.equal(insert(marked, 'json', '\t'), expected);
    });
  }

  for (const [where, marked] of [
    ['behind the root', '{"a": 1}\n|'],
    ['right behind the root', '{"a": 1}|'],
    ['before the root', '|{"a": 1}'],
    ['at a root that is no list and no map', '1|2'],
    ['in a text that stays broken', '{"a": 1 "b": |}'],
    ['in a text that nobody closes', '{"servers": [|'],
    ['where something else has no value yet', '{"a": 1|, "b": }'],
    ['where something above has no value yet', '{"a": , "b": 1|}'],
    ['where something else lacks an item', '{"a": [1,,2], "b": [|]}'],
    ['beside another root', '{"a": 1|} {"b": 2}'],
    ['in the head of an HTTP message', 'HTTP/1.1 200 OK|\n\n{"a": 1}'],
  ] as const) {
    it(`has no place ${where}`, () => {
      assert.equal(insert(marked, 'json'), undefined);
      assert.equal(insert(marked, 'jsonc'), undefined);
    });
  }

  it('does not call itself for what nests', () => {
    const deep = 20_000;
    const text = insert(`${'['.repeat(deep)}|${']'.repeat(deep)}`, 'json');
    assert.equal(text?.includes('"new"'), true);
  });
});

describe('inserting a server into a program', () => {
  it('is left to others', () => {
    assert.equal(insert('const a = {|};\n', 'javascript'), undefined);
  });
});

describe('inserting a server into JSON Lines', () => {
  for (const [where, marked, expected] of [
    ['an empty file', '|', `{"server": {${FIELDS}}}\n`],
    ['an empty line', '{"a": 1}\n|\n{"b": 2}\n', `{"a": 1}\n{"server": {${FIELDS}}}\n{"b": 2}\n`],
    ['the end', '{"a": 1}\r\n|', `{"a": 1}\r\n{"server": {${FIELDS}}}\r\n`],
    ['a line', '{"a": |1}\n{"b": 2}\n', `{"a": 1}\n{"server": {${FIELDS}}}\n{"b": 2}\n`],
    ['the end of a line', '{"a": 1}|\n{"b": 2}', `{"a": 1}\n{"server": {${FIELDS}}}\n{"b": 2}`],
    ['a list', '{"servers": [{"a": 1}|]}\n', `{"servers": [{"a": 1}, {${FIELDS}}]}\n`],
    ['an empty list', '{"servers": [|]}\n', `{"servers": [{${FIELDS}}]}\n`],
    ['a line of blanks', '{"a": 1}\n |\n', `{"a": 1}\n{"server": {${FIELDS}}}\n`],
    ['a byte order mark', '|\uFEFF', `\uFEFF{"server": {${FIELDS}}}\n`],
    ['a key without a value', '{}\n{"server": |}\n', `{}\n{"server": {${FIELDS}}}\n`],
    ['the first item of a later line', '{}\n[|1]\n', `{}\n[{${FIELDS}}, 1]\n`],
    [
      'a server of a later line',
      `{}\n{${STATES}, "addresses": {"a": [|]}}`,
      `{}\n{${STATES}, "addresses": {"a": []}}\n{"server": {${FIELDS}}}`,
    ],
    ['an empty map', '{|}', `{"server": {${FIELDS}}}`],
    [
      'a server',
      `{${STATES}, "addresses": {"a": [|]}}`,
      `{${STATES}, "addresses": {"a": []}}\n{"server": {${FIELDS}}}`,
    ],
  ] as const) {
    it(`stays in one line at ${where}`, () => {
      assert.equal(insert(marked, 'jsonl'), expected);
    });
  }

  it('has no place in a line that is broken', () => {
    assert.equal(insert('{"a": \n{"b": 1|\n', 'jsonl'), undefined);
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
    ['a map, behind its entry', 'a: 1|\nb: 2\n', 'a: 1\nserver:\n  name: new\n  status: ACTIVE\nb: 2\n'],
    ['lines that end in CR LF', 'servers:|\r\n', 'servers:\r\n  - name: new\r\n    status: ACTIVE\r\n'],
  ] as const) {
    it(`fits ${where}`, () => {
      assert.equal(insert(marked, 'yaml'), expected);
    });
  }

  const SERVER_MAP = 'server:\n  name: new\n  status: ACTIVE\n';
  const ITEM = '- name: new\n  status: ACTIVE\n';
  for (const [where, marked, expected] of [
    ['a map that has a server', 'server: 1|\n', `server: 1\n${SERVER_MAP.replace('server', 'server2')}`],
    [
      'an entry with lines below it',
      'a:| # x\n  b: 1\n  # y\nc: 2\n',
      `a: # x\n  b: 1\n${SERVER_MAP}  # y\nc: 2\n`,
    ],
    [
      'an inner map',
      'a:\n  b:\n    c: 1|\n  d: 2\n',
      'a:\n  b:\n    c: 1\n    server:\n      name: new\n      status: ACTIVE\n  d: 2\n',
    ],
    ['the end of a file', 'a:\n  b: 1\n|', `a:\n  b: 1\n${SERVER_MAP}`],
    ['the end of a file without a line break', 'a: 1|', `a: 1\n${SERVER_MAP.trimEnd()}`],
    ['an empty line in the middle', 'a: 1\n|\nb: 2\n', `a: 1\n${SERVER_MAP}\nb: 2\n`],
    [
      'an empty line between items',
      'servers:\n  - name: a\n|\n  - name: b\n  - name: c\n',
      'servers:\n  - name: a\n  - name: new\n    status: ACTIVE\n  - name: b\n  - name: c\n',
    ],
    [
      'an empty line inside an item',
      'servers:\n  - id: a\n    meta: {}\n|\n    z: 1\n  - id: b\n',
      'servers:\n  - id: a\n    meta: {}\n\n    z: 1\n  - id: b\n  - name: new\n    status: ACTIVE\n',
    ],
    [
      'an empty line behind the items',
      'servers:\n  - name: a\n  - name: b\n|\nother: 1\n',
      'servers:\n  - name: a\n  - name: b\n  - name: new\n    status: ACTIVE\n\nother: 1\n',
    ],
    [
      'an empty line, by its column',
      'a:\n  b: 1\n  |\nc: 2\n',
      'a:\n  b: 1\n  server:\n    name: new\n    status: ACTIVE\n  \nc: 2\n',
    ],
    ['comments above everything', '# a|\nb: 1\n', `# a\n${SERVER_MAP}b: 1\n`],
    ['comments above everything, between two', '# a|\n# b\nc: 1\n', `# a\n${SERVER_MAP}# b\nc: 1\n`],
    ['a file of comments', '# a|\n', `# a\n${SERVER_MAP}`],
    ['a file of comments, in an empty line', '# a\n|\n# b\n', `# a\n${SERVER_MAP}# b\n`],
    ['a file of empty lines', '|\n\n', `${SERVER_MAP}\n`],
    ['a file of a byte order mark', '|\uFEFF', `\uFEFF${SERVER_MAP}`],
    ['the start of an entry', '|a: 1\nb: 2\n', `a: 1\n${SERVER_MAP}b: 2\n`],
    ['an entry behind one with lines', 'a:\n  b: 1\nc: 2|\n', `a:\n  b: 1\nc: 2\n${SERVER_MAP}`],
    [
      'the indentation of an entry',
      'a:\n  b: 1\n|  c: 2\n',
      'a:\n  b: 1\n  c: 2\n  server:\n    name: new\n    status: ACTIVE\n',
    ],
    ['a line of blanks, by the cursor', 'a:\n  b: 1\n|  \nc: 2\n', `a:\n  b: 1\n${SERVER_MAP}  \nc: 2\n`],
    ['a comment, by its column', 'a:\n  b: 1\n# c|\n', `a:\n  b: 1\n${SERVER_MAP}# c\n`],
    [
      'a line below an inner key without a value',
      'a:\n  servers:\n|',
      'a:\n  servers:\n    - name: new\n      status: ACTIVE\n',
    ],
    [
      'a server whose own map the cursor is in',
      'servers:\n  - name: x\n    addresses:\n      a: 1|\nb: 1\n',
      'servers:\n  - name: x\n    addresses:\n      a: 1\n  - name: new\n    status: ACTIVE\nb: 1\n',
    ],
    ['a document that is still empty', 'a: 1\n---\n|', `a: 1\n---\n${SERVER_MAP}`],
    ['the first of two documents', 'a: 1|\n---\nb: 1\n', `a: 1\n${SERVER_MAP}---\nb: 1\n`],
    ['a list, behind an item', '- a|\n- b\n', `- a\n${ITEM}- b\n`],
    ['a list of maps, behind an item', '- a: 1|\n  b: 2\n- c: 3\n', `- a: 1\n  b: 2\n${ITEM}- c: 3\n`],
    ['an item that is empty', '- a\n- |\n- b\n', `- a\n${ITEM}- b\n`],
    ['an item that is a dash alone', '-|', ITEM.trimEnd()],
    ['an inner item that is empty', 'a:\n  - - |\n', 'a:\n  - - name: new\n      status: ACTIVE\n'],
    ['an empty item with a comment', '- | # a\n', '-  # a\n  name: new\n  status: ACTIVE\n'],
    ['a blank behind a key', 'server: |\n', SERVER_MAP],
    ['a key of a status', 'a:\n  status: |\n', 'a:\n  status:\n    name: new\n    status: ACTIVE\n'],
    [
      'a server that is there, beside it',
      'server:|\n  name: x\nb: 1\n',
      `server:\n  name: x\n${SERVER_MAP.replace('server', 'server2')}b: 1\n`,
    ],
    [
      'the fields of a server, beside it',
      'server:\n  name: x|\n',
      `server:\n  name: x\n${SERVER_MAP.replace('server', 'server2')}`,
    ],
    ['a list that is there', 'servers:|\n- a: 1\n', `servers:\n${ITEM}- a: 1\n`],
    [
      'a list that is there, indented',
      'servers:|\n    - a: 1\n',
      'servers:\n    - name: new\n      status: ACTIVE\n    - a: 1\n',
    ],
    [
      'a line below a list of servers',
      'servers:\n  - a: 1\n|',
      'servers:\n  - a: 1\n  - name: new\n    status: ACTIVE\n',
    ],
    ['a line below another list', 'ports:\n  - a: 1\n|', `ports:\n  - a: 1\n${SERVER_MAP}`],
    ['an empty flow list', 'servers: []|\n', 'servers:\n  - name: new\n    status: ACTIVE\n'],
    [
      'the inside of an empty flow list',
      'a:\n  servers: [|] # none\n',
      'a:\n  servers: # none\n    - name: new\n      status: ACTIVE\n',
    ],
    ['an empty flow list of blanks', 'servers: [ ]|\n', 'servers:\n  - name: new\n    status: ACTIVE\n'],
    ['an empty flow list behind another key, beside it', 'a: []|\n', `a: []\n${SERVER_MAP}`],
    ['an empty flow list with a comment', 'servers: [| # none\n]\n', `servers: [{ ${FIELDS} } # none\n]\n`],
    [
      'an empty flow list with a comment, beside it',
      'servers: [ # none\n]|\n',
      `servers: [ # none\n]\n${SERVER_MAP}`,
    ],
    ['an empty flow list that is an item', '- [|]\n', `- [{ ${FIELDS} }]\n`],
    ['an empty flow map before a comment', '- {|} # c\n', `- { ${FIELDS} } # c\n`],
    ['an empty flow map behind an anchor', '- &a {|}\n', `- &a { ${FIELDS} }\n`],
    ['an empty flow map', 'server: {|}\n', SERVER_MAP],
    [
      'an empty flow map behind another key',
      'a: {|}\n',
      'a:\n  server:\n    name: new\n    status: ACTIVE\n',
    ],
    ['an empty flow map that is an item', '- {|}\n', ITEM],
    [
      'a flow map that is an item',
      'servers:\n  - {a: 1|}\n',
      'servers:\n  - {a: 1}\n  - name: new\n    status: ACTIVE\n',
    ],
    ['a key before a flow list', 'servers: |[a]\n', `servers: [a]\n${SERVER_MAP}`],
    ['a flow list', 'servers: [a|, b]\n', `servers: [a, { ${FIELDS} }, b]\n`],
    [
      'a flow list over lines',
      'servers: [\n  a|, # x\n  b\n]\n',
      `servers: [\n  a, { ${FIELDS} }, # x\n  b\n]\n`,
    ],
    ['a flow list behind its last comma', 'servers: [a, |]\n', `servers: [a, { ${FIELDS} }]\n`],
    ['a flow map', 'x: {a: 1|, b: 2}\n', `x: {a: 1, server: { ${FIELDS} }, b: 2}\n`],
    ['a flow map before a key without a value', '{a: 1|, b: }\n', `{a: 1, server: { ${FIELDS} }, b: }\n`],
    ['a flow map behind a key without a value', '{b: , a: 1|}\n', `{b: , a: 1, server: { ${FIELDS} }}\n`],
    ['a flow map from the start of a key without a value', '{a: 1, |b: }\n', `{a: 1, b: { ${FIELDS} }}\n`],
    ['a flow map of quoted keys', '{"a": 1|}\n', `{"a": 1, "server": { ${FIELDS} }}\n`],
    [
      'a flow map of keys of which one is quoted',
      '{"a": 1, b: 2|}\n',
      `{"a": 1, b: 2, "server": { ${FIELDS} }}\n`,
    ],
    ['a key in a flow map', '{"server": |}\n', `{"server": { ${FIELDS} }}\n`],
    [
      'a text of blocks that keep their empty lines',
      'a: ‸|+\n  x\n\nb: 1\n',
      `a: |+\n  x\n\n${SERVER_MAP}b: 1\n`,
    ],
    ['a text over lines, from its start', 'a: ‸"x\n  y"\n', `a: "x\n  y"\n${SERVER_MAP}`],
    ['the end of a block', 'a: |\n  x‸\n', `a: |\n  x\n${SERVER_MAP}`],
    ['lines that end in CR', 'a: 1|\rb: 2\r', `a: 1\r${SERVER_MAP.replaceAll('\n', '\r')}b: 2\r`],
    ['a file that begins with a byte order mark', '\uFEFFa: 1|\n', `\uFEFFa: 1\n${SERVER_MAP}`],
    ['blanks alone', '  |', SERVER_MAP],
    ['an explicit key', '? a|\n: - b\n', `? a\n: - b\n${SERVER_MAP}`],
    [
      'an explicit key of servers',
      '? servers|\n: - b\n',
      '? servers\n: - b\n  - name: new\n    status: ACTIVE\n',
    ],
  ] as const) {
    it(`fits ${where}`, () => {
      assert.equal(insert(marked, 'yaml'), expected);
    });
  }

  for (const [where, marked] of [
    ['in a text that cannot be parsed', 'a: [1\nb: |\n'],
    ['in a text with a tab for indentation', 'a:\n\tb: |\n'],
    ['inside a block', 'a: |\n  x\n  ‸y\n'],
    ['inside a text of several lines', 'a: "x\n  |y"\n'],
    ['at a root that is no list and no map', 'a|\n'],
    ['inside a template’s placeholder', 'a: {{ x| }}\n'],
    ['behind a root in brackets', '[a]|\n'],
    ['before a document’s directive', '|%YAML 1.2\n---\na: 1\n'],
    ['behind the end of a document', 'a: 1\n...\n|'],
    ['before a tag on a line of its own', '# a|\n!!map\nb: 1\n'],
    ['before an anchor on a line of its own', '---|\n&a\nb: 1\n'],
    ['before an anchor of nothing', '---|\n&a\n'],
    ['in a text that nests too deep', `${'['.repeat(2000)}|${']'.repeat(2000)}`],
  ] as const) {
    it(`has no place ${where}`, () => {
      assert.equal(insert(marked, 'yaml'), undefined);
    });
  }
});

describe('a server of YAML', () => {
  /** The YAML of a server in an empty file. */
  const written = (server: Parameters<typeof insertServer>[2]) =>
    insertServer(readFixture('', 'yaml'), 0, server, '  ')?.text;

  it('has quotes where YAML 1.1 would read no text, and long texts on one line', () => {
    const name = 'a '.repeat(100).trim();
    assert.equal(
      written({ name, created: '2026-01-01', locked: 'yes' }),
      `server:\n  name: ${name}\n  created: "2026-01-01"\n  locked: "yes"\n`,
    );
  });

  it('writes twice what stands in it twice', () => {
    const image = { id: 'a' };
    assert.equal(written({ image, old: image }), 'server:\n  image:\n    id: a\n  old:\n    id: a\n');
  });
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
  const edit = insertServer(readFixture('', languageId), 0, server, '  ');
  assert.ok(edit);
  return applyEdits('', [edit]);
}
