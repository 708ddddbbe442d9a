import assert from 'node:assert/strict';
import { itemsOf, lengthOf } from '../../../src/fixture';
import { type Fixture, readChange, readFixture } from '../../../src/service';
import { readChanged } from '../../../src/service/recognise/read-change';
import { unmarked } from '../../fixture/change/helpers';
import { said } from './said';

/** Reads a text and changes it: `[old|new]` marks the change. */
function change(
  marked: string,
  languageId: string,
): { before: Fixture; now: Fixture | undefined; text: string } {
  const { before: old, after: text } = unmarked(marked);
  const before = readFixture(old, languageId);
  return { before, now: readChanged(before, text), text };
}

const statuses = ({ servers }: Fixture) => servers.map(({ fields }) => fields.status?.text);
const places = ({ servers, text }: Fixture) =>
  servers.map(({ fields: { status } }) => text.slice(status?.span.start, status?.span.end));

const json = (status: string) => `{"OS-EXT-STS:vm_state": "active", "status": ${status}}`;

/** Asserts that a fixture says what reading the whole of its text says. */
function assertWhole(fixture: Fixture): void {
  const whole = readFixture(fixture.text, fixture.languageId, { ...fixture.read, clouds: fixture.clouds });
  assert.deepEqual(JSON.parse(said(fixture)), JSON.parse(said(whole)));
}

/** Makes one change after the other. Asserts that each is read alone, and says what the whole text says. */
function changes(first: string, languageId: string, ...edits: (readonly [string, string])[]): Fixture {
  let fixture = readFixture(first, languageId);
  for (const [old, put] of edits) {
    assert.ok(fixture.text.includes(old), old);
    fixture =
      readChanged(
        fixture,
        fixture.text.replace(old, () => put),
      ) ?? assert.fail(`not alone: ${put}`);
    assertWhole(fixture);
  }
  return fixture;
}

/** A server of YAML in a list. */
const item = (status: string, more = '') => `- OS-EXT-STS:vm_state: active${more}\n  status: ${status}\n`;

/** Items without servers, which make YAML long: from then on, an error costs only its part. */
const MANY = Array.from(
  { length: 900 },
  (_, i) => `- name: web-${i}\n  addresses:\n  - addr: 10.0.0.1\n    version: 4\n`,
).join('');

describe('A change of a fixture', () => {
  for (const [what, languageId, marked, expected] of [
    ['a value of JSON', 'json', `[${json('"A"')}, ${json('"[[B|BB]]"')}, ${json('"C"')}]`, ['A', 'BB', 'C']],
    [
      'a field of JSON',
      'json',
      `[${json('"A"')}, {[[|"a": 1, ]]"OS-EXT-STS:vm_state": "active", "status": "B"}]`,
      ['A', 'B'],
    ],
    [
      'the only server of JSON',
      'json',
      `{"server": {"OS-EXT-STS:vm_state": "active", "status": "[[A|AC]]"}, "servers": [${json('"B"')}]}`,
      ['AC', 'B'],
    ],
    ['a new item of JSON', 'json', `[${json('"A"')}, [[|${json('"B"')}, ]]${json('"C"')}]`, ['A', 'B', 'C']],
    ['an item that goes', 'json', `[${json('"A"')}, [[${json('"B"')}, |]]${json('"C"')}]`, ['A', 'C']],
    [
      'a string with JSON',
      'json',
      `[{"body": ${JSON.stringify(json('"[[A|AC]]"'))}}, ${json('"B"')}]`,
      ['AC', 'B'],
    ],
    [
      'JSON with comments',
      'jsonc',
      `[${json('"A"')}, // one\n${json('"[[B|BB]]"')}, // two\n${json('"C"')}]`,
      ['A', 'BB', 'C'],
    ],
    [
      'a value of YAML',
      'yaml',
      'servers:\n- OS-EXT-STS:vm_state: active\n  status: A\n- status: [[B|BB]]\n  OS-EXT-STS:vm_state: active\n- OS-EXT-STS:vm_state: active\n  status: C\n',
      ['A', 'BB', 'C'],
    ],
    [
      'the last value of YAML',
      'yaml',
      'servers:\n- OS-EXT-STS:vm_state: active\n  status: A\n- OS-EXT-STS:vm_state: active\n  status: B[[|B]]',
      ['A', 'BB'],
    ],
    [
      'a new item of YAML',
      'yaml',
      'servers:\n- OS-EXT-STS:vm_state: active\n  status: A\n[[|- OS-EXT-STS:vm_state: active\n  status: B\n]]- OS-EXT-STS:vm_state: active\n  status: C\n',
      ['A', 'B', 'C'],
    ],
    [
      'a string of YAML with JSON',
      'yaml',
      `- body: '${json('"[[A|AC]]"')}'\n  x: 1\n- body: '${json('"B"')}'\n`,
      ['AC', 'B'],
    ],
  ] as const) {
    it(`reads only the part around it: ${what}`, () => {
      const { now } = change(marked, languageId);
      assert.ok(now, 'the whole text was read');
      assertWhole(now);
      assert.deepEqual(statuses(now), expected);
      assert.deepEqual(
        places(now).map((text) => text.replace(/^\\?"|\\?"$/g, '')),
        expected,
      );
    });
  }

  for (const [what, languageId, marked] of [
    ['a blank behind the last item of JSON', 'json', `[${json('"A"')}, ${json('"B"')}[[| ]]]`],
    ['a line of JSON Lines', 'jsonl', `${json('"A"')}\n${json('"[[B|BB]]"')}\n${json('"C"')}\n`],
    [
      'an object with a line that opens another',
      'jsonc',
      `{"server": {"a": /* x */\n{"b": 1},\n"OS-EXT-STS:vm_state": "active", "status": "[[A|B]]"}, "servers": [${json('"B"')}]}`,
    ],
    [
      'an item with a line that opens another',
      'jsonc',
      `{"servers": [{"a": /* x */\n{"b": 1},\n"OS-EXT-STS:vm_state": "active", "status": "[[A|B]]"}, ${json('"B"')}]}`,
    ],
    [
      'a server inside of a server',
      'json',
      `[{"OS-EXT-STS:vm_state": "active", "server": ${json('"[[A|AC]]"')}, "status": "B"}]`,
    ],
    [
      'what is around a server',
      'json',
      `[{"OS-EXT-STS:vm_state": "active", "server": ${json('"A"')}, "status": "[[A|AC]]"}]`,
    ],
    [
      'a server under its key in YAML',
      'yaml',
      'server:\n  OS-EXT-STS:vm_state: active\n  status: [[A|B]]\nx: 1\n',
    ],
    ['what only its place makes a server', 'yaml', 'servers:\n- vm_state: 1\n  status: [[A|B]]\nx: 1\n'],
    ['an item of YAML at the top', 'yaml', `${item('A')}${item('[[B|BB]]')}${item('C')}`],
    [
      'an item of YAML at the end without a line break',
      'yaml',
      `${item('A')}- status: [[B|BB]]\n  OS-EXT-STS:vm_state: active`,
    ],
    [
      'an item of indented YAML',
      'yaml',
      'servers:\n  -   OS-EXT-STS:vm_state: active\n      status: [[A|B]]\n  - x: 1\nx: 1\n',
    ],
    [
      'a server of YAML inside of a server',
      'yaml',
      `- OS-EXT-STS:vm_state: active\n  server:\n    status: [[A|AC]]\n    vm_state: error\n${item('C')}`,
    ],
    [
      'a server of YAML that ends with the one inside of it',
      'yaml',
      `- status: A\n  OS-EXT-STS:vm_state: active\n  server:\n    vm_state: error\n    status: B[[|BB]]\n${item('C')}`,
    ],
    [
      'a string of JSON before others',
      'json',
      `[{"body": ${JSON.stringify(json('"[[A|AC]]"'))}}, {"body": ${JSON.stringify(json('"B"'))}}]`,
    ],
    [
      'an item before a string of JSON',
      'json',
      `[${json('"[[A|AC]]"')}, {"body": ${JSON.stringify(json('"B"'))}}]`,
    ],
    [
      'a string of JSON in a server',
      'json',
      `[{"OS-EXT-STS:vm_state": "active", "body": ${JSON.stringify(json('"[[A|AC]]"'))}}, ${json('"B"')}]`,
    ],
    [
      'what resembles a server',
      'json',
      `[{"vm_state": "x", "status": "[[A|B]]"}, {"vm_state": "x"}, ${json('"C"')}, {"server": {"id": 1}}]`,
    ],
    [
      'an item before what resembles a server',
      'json',
      `[{"server": {"id": 1}}, ${json('"[[A|B]]"')}, {"server": {"id": 1}}]`,
    ],
    [
      'a server before one in Base64',
      'json',
      `[${json('"[[A|AC]]"')}, {"a": "${btoa(`[${json('"B"')}, ${json('"C"')}]`)}"}]`,
    ],
    ['a server under the key of a state', 'json', `{"vm_state": ${json('"[[A|AC]]"')}, "x": 1}`],
    [
      'a server that is none any more',
      'json',
      `[${json('"A"')}, {"[[OS-EXT-STS:vm_state|x]]": "active"}, ${json('"C"')}]`,
    ],
    ['all of YAML', 'yaml', 'OS-EXT-STS:vm_state: active\nstatus: [[A|AC]]\n'],
    [
      'the last line of YAML, in a server inside of a server',
      'yaml',
      '- status: A\n  OS-EXT-STS:vm_state: active\n  server:\n    vm_state: error\n    status: B[[|BB]]',
    ],
    [
      'items of YAML behind a text in lines',
      'yaml',
      `- OS-EXT-STS:vm_state: active\n  x: |\n    a\n${item('A')}[[|${item('B')}]]${item('C')}`,
    ],
    [
      'a string of YAML in a server, before another key',
      'yaml',
      `- OS-EXT-STS:vm_state: active\n  body: '${json('"[[A|AC]]"')}'\n  x: 1\n${item('B')}`,
    ],
    [
      'YAML with our name, but not in a comment',
      'yaml',
      `- note: server-status\n${item('[[A|AC]]')}${item('B')}`,
    ],
    [
      'a directive in JSON that goes',
      'jsonc',
      `[${json('"A"')},\n// 1\n{ // [[server-status-disable-line|2]]\n"OS-EXT-STS:vm_state": "active"} // 3\n]`,
    ],
    [
      'a comment in YAML without directives',
      'yaml',
      `${item('A', ' # a')}${item('B', ' # [[a|b]]')}${item('C', ' # c')}`,
    ],
    [
      'YAML between directives',
      'yaml',
      `# server-status-disable-line\n${item('A', ' # a')}${item('[[B|BB]] # b')}${item('C', ' # c')}`,
    ],
    [
      'a directive in YAML',
      'yaml',
      `# server-status-disable-line\n${item('A', ' # a')}${item('B', ' # server-status-disable[[-line|]]')}${item('C', ' # c')}`,
    ],
    [
      'a directive in YAML that goes, but not the last one',
      'yaml',
      `# server-status-disable-line\n${item('A')}${item('B', ' # [[server-status-disable-line|]]')}${item('C', ' # c')}`,
    ],
    [
      'a comment in JSON',
      'jsonc',
      `// 1\n[${json('"A"')}, /* 2 */ {/* 3 */ ${json('"[[B|BB]]"').slice(1, -1)} /* 4 */}, /* 5 */ ${json('"C"')}] // 6`,
    ],
    [
      'a comment at the start of an item',
      'jsonc',
      `[${json('"A"')}, /* 1 */{/* 2 */${json('"[[B|BB]]"').slice(1)}/* 3 */, ${json('"C"')}]`,
    ],
  ] as const) {
    it(`says what the whole text says: ${what}`, () => {
      const { now } = change(marked, languageId);
      assert.ok(now, 'the whole text was read');
      assertWhole(now);
    });
  }

  it('is read alone far into a text as well', () => {
    const text = `{"x": "${'a'.repeat(600_000)}", "servers": [${json('"A"')}, ${json('"B"')}]}`;
    assert.deepEqual(statuses(changes(text, 'json', ['"B"', '"C"'])), ['A', 'C']);
  });

  it('keeps to the options of the reader', () => {
    const text = `[{"body": ${JSON.stringify(json('"A"'))}, ${json('"B"').slice(1)}]`;
    const before = readFixture(text, 'json', { embeddedJson: false, leftAlone: false });
    for (const read of [readChanged, readChange]) {
      const now = read(before, text.replace('"B"', '"C"')) ?? assert.fail();
      assert.deepEqual(statuses(now), ['C']);
      assert.deepEqual(now.read, before.read);
      assert.deepEqual(now.strings, []);
    }
  });

  it('is the only part of a long text that is read', () => {
    const text = `[${json('"A"')}, ${json('"B"')}, {"x": "${'a'.repeat(60_000)}"}]`;
    const before = readFixture(text, 'json');
    const now = readChange(before, text.replace('"B"', '"C"'));
    assert.equal(now.servers[0], before.servers[0]);
    assertWhole(now);
  });

  it('keeps what is before it', () => {
    const { before, now } = change(`[${json('"A"')}, ${json('"[[B|BB]]"')}]`, 'json');
    assert.equal(now?.servers[0], before.servers[0]);
  });

  it('finds the evidence for a cloud that it brings, in the whole text', () => {
    const { now } = change(
      `[{"href": "https://a.b/", ${json('"A"').slice(1)}, {[[|"enterprise_project_id": "0", ]]"OS-EXT-STS:vm_state": "active"}]`,
      'json',
    );
    const { marks, links } = now?.marks() ?? assert.fail();
    assert.deepEqual(
      itemsOf(marks).map(({ text }) => text),
      ['enterprise_project_id'],
    );
    assert.equal(lengthOf(links), 1);
  });

  it('in a string is told to the server whose state the string is written for', () => {
    const body = (status: string) =>
      `{"OS-EXT-STS:vm_state": ${JSON.stringify(json(status))}, "status": "ACTIVE"}`;
    const inJson = readFixture(`[${body('"A"')}, ${json('"B"')}]`, 'json');
    assertWhole(readChange(inJson, inJson.text.replace('A\\"', 'AA\\"')));
    assertWhole(readChanged(inJson, inJson.text.replace('A\\"', 'AA\\"')) ?? assert.fail());
    const inYaml = readFixture(`OS-EXT-STS:vm_state: '${json('"A"')}'\n'''': active\n`, 'yaml');
    const now = readChanged(inYaml, inYaml.text.replace('"A"', '"AA"'));
    if (now) assertWhole(now);
  });

  it('is read with its list if the last object of that is gone', () => {
    const before = readFixture(
      "- vm_state:\n    - vm_state:[status: null\n  '': |-\n    two\n    lines\n",
      'yaml',
    );
    const now = readChanged(before, before.text.replace('[s', "['"));
    if (now) assertWhole(now);
    assertWhole(readChange(before, before.text.replace('[s', "['")));
  });

  it('moves all that stands behind it, as often as it is moved', () => {
    const servers = `{"servers": [${json('"B"')}, ${json('"C"')}]}`;
    const behind = [
      `{"body": ${JSON.stringify(servers)}}`,
      `{"body": "${Buffer.from(servers).toString('base64')}"}`,
      `{"vm_state": "active", "old_state": "building", "new_state": "active"}`,
      '{"server": {"status": "ACTIVE"}}',
      `{% if x %} ${json('"D"')} {% endif %}`,
      json('"E"'),
    ];
    const first = `[${json('"A"')}, ${behind.slice(0, 4)}, ${behind[5]}]`;
    const now = changes(first, 'json', ['"A"', '"AAA"'], ['"AAA"', '""'], ['"E"', '"EE"'], ['""', '"F"']);
    assert.deepEqual(statuses(now), ['F', 'B', 'C', 'B', 'C', 'EE']);
    assert.deepEqual(
      now.servers.map(({ number }) => number),
      [undefined, undefined, undefined, 1, 2, undefined],
    );
    assert.ok(now.leftAlone.length > 0);
  });

  it('moves the comments behind it', () => {
    const { now, text } = change(
      `[${json('"[[A|AAA]]"')}, // server-status-disable-line\n${json('"B"')}]`,
      'jsonc',
    );
    const [comment] = now?.comments ?? [];
    assert.equal(text.slice(comment?.start, comment?.end), '// server-status-disable-line');
    assert.equal(now?.directives.silencing.length, 1);
  });

  it('leaves the other servers as they are while one is broken, and then mends it', () => {
    const [first, broken] = [`[${json('"A"')}, ${json('"B"')}]`, `[${json('"A"')}, ${json('"B')}]`];
    const half = readChanged(readFixture(first, 'json'), broken.replace('B}', 'B, }'));
    assert.equal(half, undefined, 'the string takes the bracket with it');
    const before = readFixture(`[${json('"A"')}, ${json('"B"\n')}]`, 'json');
    const now = readChanged(before, before.text.replace('"B"', '"B')) ?? assert.fail();
    assert.equal(now.servers[0], before.servers[0]);
    assert.equal(now.broken().length > 0, true);
    const mended = readChanged(now, before.text) ?? assert.fail();
    assert.deepEqual(mended.broken(), []);
    assert.deepEqual(statuses(mended), ['A', 'B']);
  });

  for (const [what, languageId, marked] of [
    [
      'that is in two servers',
      'json',
      `[${json('"A[["}, {|')}"x": 1, "OS-EXT-STS:vm_state": "active", "status": "B"}]`,
    ],
    ['that closes the list', 'json', `[${json('"A"')}, {"OS-EXT-STS:vm_state": "active"[[|}], [{]]}]`],
    ['behind which a comma is left', 'json', `[${json('"A"')}, ${json('"B"')}[[|,]]]`],
    ['behind which a comma and a blank are left', 'json', `[${json('"A"')}, ${json('"B"')}[[|, ]]]`],
    ['that leaves nothing but a blank', 'json', `[${json('"A"')}, [[${json('"B"')}| ]]]`],
    [
      'that ends a list under a key',
      'json',
      `{"servers": [${json('"A"')}, ${json('"B"')}[[|], "a": [1]], ${json('"C"')}, ${json('"D"')}]}`.replace(
        '[1]]',
        '[1',
      ),
    ],
    [
      'that ends a value under a key',
      'json',
      `{"server": {"OS-EXT-STS:vm_state": "active"[[|}, "server": {]], "status": "A"}}`,
    ],
    ['of a text with an error elsewhere', 'json', `[${json('"[[A|AC]]"')}, {"x" 1}]`],
    ['of a text with an anchor', 'yaml', `- &a ${item('A').slice(2)}- status: [[B|BB]]\n  <<: *a\n`],
    ['that leaves no word of ours', 'jsonc', `[{"[[vm_state|x]]": "active"} /* a */]`],
    ['of a string of YAML under an empty key', 'yaml', `: [[|\n ]] '${json('"A"')}'\n`],
    ['that makes an HTTP message', 'yaml', 'HTTP/1.1 20[[|0]]: OK\nOS-EXT-STS:vm_state: active\nstatus: A\n'],
    [
      'that makes a report of our own',
      'json',
      `{"version": [[2|1]], "summary": {"files": 1, "servers": 1}, "OS-EXT-STS:vm_state": "active"}`,
    ],
    [
      'that brings a comment into JSON Lines',
      'jsonl',
      `{"OS-EXT-STS:vm_state": "active",[[| // x]]\n"a":\n{"b": 1}, "status": "A"}\n`,
    ],
    ['with an error in the only server', 'json', `{[[|x]] "OS-EXT-STS:vm_state": "active", "status": "A"}`],
    [
      'with an error in the server of a key',
      'json',
      `{"server": {[[|x]] "OS-EXT-STS:vm_state": "active"}, "servers": [${json('"A"')}]}`,
    ],
    [
      'that begins a statement of a template',
      'json',
      `[${json('"A"')}, {[[|{% if x %} ]]"OS-EXT-STS:vm_state": "active"}, ${json('"C"')}]`,
    ],
    [
      'that begins a merge conflict',
      'json',
      `[${json('"A"')},\n{[[|\n<<<<<<< x\n]]"OS-EXT-STS:vm_state": "active"},\n${json('"C"')}]`,
    ],
    [
      'that opens a comment behind an item with an error',
      'jsonc',
      `[{/* 1 */ "OS-EXT-STS:vm_state": "active", "status"[[: "A"}| "A"} /* x]], /* */ ${json('"B"')}]`,
    ],
    [
      'that ends a list behind an error',
      'json',
      `{"servers": [${json('"A"')}, {"OS-EXT-STS:vm_state": "active", "status"[[: "B"}| "B"}], "a": [1, 2]], ${json('"C"')}]}`,
    ],
    [
      'that takes the end of an item',
      'json',
      `[${json('"A"')}, {"OS-EXT-STS:vm_state": "active", "status": "B"[[}|]], ${json('"C"')}]`,
    ],
    [
      'of the string that ends a very long server of YAML',
      'yaml',
      `- OS-EXT-STS:vm_state: active\n  x: ${'a'.repeat(500_000)}\n  body: '${json('"[[A|AC]]"')}'\n`,
    ],
    [
      'that takes the server with which one around it ends',
      'yaml',
      `- OS-EXT-STS:vm_state: active\n  a:\n    OS-EXT-STS:[[vm_state|x]]: active\n${item('B')}`,
    ],
    [
      'that takes it, with another server before its end',
      'yaml',
      `- OS-EXT-STS:vm_state: active\n  a:\n    OS-EXT-STS:[[vm_state|x]]:\n      OS-EXT-STS:vm_state: active\n    b: c\n${item('B')}`,
    ],
    [
      'that takes the server that is the value of a field, with another one in it',
      'json',
      `{"OS-EXT-STS:vm_state": {"[[vm_|m_]]state": {"vm_state": "error"}, "a": 1}, "status": "A"}`,
    ],
    [
      'that leaves a server open in a list',
      'json',
      `[${json('"A"')}, {"OS-EXT-STS:vm_state": "active", "a": [{"vm_state": "error"[[}|]]]}, ${json('"C"')}]`,
    ],
    ['with an error in short YAML', 'yaml', `${item('A')}${item('[[B|"B]]')}${item('C')}`],
    [
      'that takes the last directive',
      'yaml',
      `${item('A', ' # a')}${item('B', ' # [[server-status-disable-line|b]]')}${item('C')}`,
    ],
    [
      'that opens a comment which ends in the next item',
      'jsonc',
      `[{"OS-EXT-STS:vm_state": "active", [[|/* ]]"x": 1\n}, /* */ ${json('"B"')}]`,
    ],
    ['that outdents a key', 'yaml', 'servers:\n- OS-EXT-STS:vm_state: active\n[[  |]]status: A\n'],
    [
      'that takes the line break',
      'yaml',
      'servers:\n- OS-EXT-STS:vm_state: active\n  status: A[[\n|]]- OS-EXT-STS:vm_state: active\n',
    ],
    [
      'that brings an anchor',
      'yaml',
      'servers:\n- OS-EXT-STS:vm_state: active\n  status: [[|&a ]]A\n- OS-EXT-STS:vm_state: active\n',
    ],
    [
      'that brings the first directive',
      'yaml',
      '- OS-EXT-STS:vm_state: active # a\n- OS-EXT-STS:vm_state: active[[| # server-status]]\n',
    ],
    ['of source code', 'python', `x = ${json('"[[A|B]]"')}`],
    ['of an HTTP message', 'json', `HTTP/1.1 200 OK\n\n${json('"[[A|B]]"')}`],
  ] as const) {
    it(`leaves a change ${what} to a reader of the whole text`, () => {
      const { before, now, text } = change(marked, languageId);
      assert.equal(now, undefined);
      assertWhole(readChange(before, text));
    });
  }

  it('may follow another one, here or there', () => {
    const text = `servers:\n${item('A')}${item('B')}# c\n\n${item('C')}`;
    const now = changes(
      text,
      'yaml',
      ['B', 'BB'],
      ['BB', 'B'],
      ['A', 'AA'],
      ['C', 'CC'],
      ['# c', '# d'],
      ['B', ''],
    );
    assert.deepEqual(statuses(now), ['AA', '', 'CC']);
  });

  it('may follow another one in strings', () => {
    const body = (status: string) => `{"body": ${JSON.stringify(json(`"${status}"`))}}`;
    const now = changes(
      `[${body('A')}, ${body('B')}, ${body('C')}]`,
      'json',
      ['A', 'AA'],
      ['C', ''],
      ['B', 'BB'],
      ['AA', 'A'],
    );
    assert.deepEqual(statuses(now), ['A', 'BB', '']);
  });

  it('of the line break behind a part is left to a reader of the whole text, also after that part', () => {
    const text = `servers:\n${item('A')}${item('B')}`;
    const now = changes(text, 'yaml', ['A', 'AA']);
    assert.equal(readChanged(now, now.text.replace('AA\n', 'AA')), undefined);
  });

  for (const [what, text, line] of [
    ['a key with a string', `x: 1\nbody: '${json('"A"')}'\ny: 1\n`, 'body'],
    ['an item', 'servers:\n- a\n- OS-EXT-STS:vm_state: A\n', '- OS'],
  ] as const)
    it(`that indents ${what} is left to a reader of the whole text, also after that part`, () => {
      const now = changes(text, 'yaml', ['A', 'AA']);
      assert.equal(readChanged(now, now.text.replace(line, ` ${line}`)), undefined);
    });

  describe('with an error', () => {
    const broken = (...edits: (readonly [string, string])[]) =>
      changes(`{"servers": [${json('"A"')}, ${json('"B"')}, ${json('"C"')}], "x": 1}`, 'json', ...edits);

    it('is read alone in an item of JSON', () => {
      const now = broken(['"status": "B"', '"status" "B"']);
      assert.equal(now.broken().length > 0, true);
      assert.deepEqual(statuses(now), ['A', undefined, 'C']);
    });

    it('is read alone in an item with signs of comparison', () => {
      broken(['"status": "B"', '"status" "a < b = c > d | e"']);
    });

    it('keeps its error while other items change, and loses it when it is mended', () => {
      const now = broken(['"status": "B"', '"status" "B"'], ['"A"', '"AA"'], ['"C"', '"CC"']);
      assert.equal(now.broken().length, 1);
      const mended = readChanged(now, now.text.replace('"status" "B"', '"status": "B"')) ?? assert.fail();
      assertWhole(mended);
      assert.deepEqual(mended.broken(), []);
    });

    it('between items is not forgotten after a change in front of the first of them', () => {
      const text = `[${json('"A"')}, 1, ${json('"B"')}]`;
      const now = changes(text, 'json', [', 1,', ', 1 1,']);
      const changed = now.text.replace('[{', '[ {');
      assert.equal(readChanged(now, changed), undefined);
      assert.equal(readChange(now, changed).broken().length, 1);
    });

    it('that is a second key of a server leaves all changes to a reader of the whole text', () => {
      const before = readFixture(`servers:\n${item('A')}${item('B')}  status: C\n`, 'yaml');
      assert.equal(before.broken().length, 1);
      assert.equal(readChanged(before, before.text.replace('A', 'AA')), undefined);
    });

    it('of a dash without a blank at the column of the items is left to a reader of the whole text', () => {
      const before = readFixture(`servers:\n${item('A')}${item('B')}`, 'yaml');
      const text = before.text.replace('  status: A', '-status: A');
      assert.equal(readChanged(before, text), undefined);
    });

    it('is read alone in an item with comments, and with a line that opens an object', () => {
      changes(`[${json('"A"')}, {/* 1 */ "a":\n{"b": 1}, "vm_state": "active"}, ${json('"C"')}]`, 'jsonc', [
        '"vm_state":',
        '"vm_state"',
      ]);
    });

    it('is remembered with the latest part, which is forgotten if it has none', () => {
      const said = ({ alone, text }: Fixture) =>
        alone.map(({ span, broken }) => [text.slice(span.start, span.end), broken.length]);
      const now = broken(['"A"', '"AA"'], ['"status": "B"', '"status" "B"'], ['"C"', '"CC"']);
      assert.deepEqual(said(now), [
        ['{"OS-EXT-STS:vm_state": "active", "status" "B"}', 1],
        [json('"CC"'), 0],
      ]);
    });

    it('costs only its item in long YAML', () => {
      const now = changes(`servers:\n${item('A')}${item('B')}${item('C')}${MANY}`, 'yaml', [
        'status: B',
        'status: "B',
      ]);
      const [first, , third] = statuses(now);
      assert.deepEqual([first, third, now.servers.length], ['A', 'C', 3]);
      assert.equal(now.broken().length > 0, true);
    });

    for (const [what, old, put] of [
      ['in the first line of a part', 'OS-EXT-STS:vm_state: active', 'x: ]'],
      ['at the end of the first line', 'OS-EXT-STS:vm_state: active', 'abc: "d" e'],
      ['in two lines of a part', 'OS-EXT-STS:vm_state: active', 'x: ]\n  y: ]'],
      ['and a statement of a template', 'status: A', '{% if x %}\n  status: "A'],
      ['and a key left of the part', '  status: A', '  status: "A\nx: 1'],
      ['and an item left of the list', '  status: A', '  status: "A\n- x: 1'],
    ] as const) {
      it(`is left to a reader of the whole text: in long YAML, ${what}`, () => {
        const before = readFixture(
          `servers:\n${item('A')}${item('B')}${MANY}`.replace(/^(?=[- ])/gm, '  '),
          'yaml',
        );
        const text = before.text.replace(old, () => put);
        assert.equal(readChanged(before, text), undefined);
        assertWhole(readChange(before, text));
      });
    }

    it('at the start of the second line is read alone in long YAML', () => {
      changes(`servers:\n${item('A')}${item('B')}${MANY}`, 'yaml', ['  status: A', '  "status: A']);
    });
  });

  it('that is repaired without a broken place is left to a reader of the whole text', () => {
    const lines = ["x: ''", "OS-EXT-STS:task_state: ''", 'status: ACTIVE', "id: '0'"];
    const before = readFixture(`servers:\n  - ${lines.join('\n    ')}\n`, 'yaml');
    const text = before.text.replace("x: ''\n    ", "x: '|");
    assert.equal(readChanged(before, text), undefined);
    assertWhole(readChange(before, text));
  });

  for (const [how, filler] of [
    ['short', ''],
    ['long', MANY],
  ] as const)
    it(`of ${how} YAML with an error that has no place is left to a reader of the whole text`, () => {
      // Half of a pair of code units is a letter of no alphabet.
      const text = `- status: A\n  \ud83d]OS-EXT-STS:task_state: null\n${item('B')}${filler}`;
      const before = readFixture(text, 'yaml');
      assert.equal(before.broken().length, 0);
      assert.equal(readChanged(before, text.replace('status: B', 'status: BB')), undefined);
    });

  for (const [languageId, text] of [
    ['json', (body: string) => JSON.stringify({ vmState: body, vm_state: body })],
    ['yaml', (body: string) => `vmState: '${body}'\nvm_state: '${body}'\n`],
  ] as const) {
    it(`in a string under the key of a state is left to a reader of the whole text: ${languageId}`, () => {
      const before = readFixture(text('{"server": {"vm_state": "active", "status": "ERROR"}}'), languageId);
      assert.equal(readChanged(before, before.text.replace('ERROR', 'ACTIVE')), undefined);
    });
  }

  it('that takes the object of a field away is left to a reader of the whole text', () => {
    const task = '{"status": "A", "vm_state": "active"}';
    const text = `[{"OS-EXT-STS:vm_state": "active", "OS-EXT-STS:task_state": ${task}, "status": "B"}, 1]`;
    const before = readFixture(text, 'json');
    assert.equal(
      readChanged(before, text.replace('"vm_state": "active"}', '"m_state": "active"}')),
      undefined,
    );
  });

  it('keeps an object around it in front of what is in its first line', () => {
    const string = `'{"OS-EXT-STS:vm_state": "active", "status": "A"}'`;
    changes(`servers:\n- x: ${string}\n  OS-EXT-STS:vm_state: active\n  status: B\n- ${string}\n`, 'yaml', [
      '"A"',
      '"AA"',
    ]);
  });

  it('leaves a change that is nested too deeply to a reader of the whole text', () => {
    const before = readFixture(`${item('A')}${item('B')}`, 'yaml');
    const text = before.text.replace('B', '[\n    '.repeat(510));
    assert.equal(readChanged(before, text), undefined);
    assert.notEqual(readChange(before, text).skipped, null);
  });

  it('leaves a change of a very long part to a reader of the whole text', () => {
    const text = `[${json('"A"')}, {"user_data": "${'a'.repeat(500_000)}", ${json('"B"').slice(1)}]`;
    const now = (changed: string) =>
      readChanged(readFixture(text, 'json'), text.replace(`"${changed}"`, '"C"'));
    assert.equal(now('B'), undefined);
    assert.deepEqual(statuses(now('A') ?? assert.fail()), ['C', 'B']);
  });
});
