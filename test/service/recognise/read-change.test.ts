import assert from 'node:assert/strict';
import { type Fixture, readChange, readFixture } from '../../../src/service';
import { readChanged } from '../../../src/service/recognise/read-change';

/** Reads a text and changes it: `[old|new]` marks the change. */
function change(
  marked: string,
  languageId: string,
): { before: Fixture; now: Fixture | undefined; text: string } {
  const [, old = '', put = ''] = /\[\[(.*?)\|(.*?)\]\]/s.exec(marked) ?? [];
  const mark = `[[${old}|${put}]]`;
  const before = readFixture(
    marked.replace(mark, () => old),
    languageId,
  );
  const text = marked.replace(mark, () => put);
  return { before, now: readChanged(before, text), text };
}

const statuses = ({ servers }: Fixture) => servers.map(({ fields }) => fields.status?.text);
const places = ({ servers, text }: Fixture) =>
  servers.map(({ fields: { status } }) => text.slice(status?.span.start, status?.span.end));

const json = (status: string) => `{"OS-EXT-STS:vm_state": "active", "status": ${status}}`;

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
      assert.deepEqual(statuses(now), expected);
      assert.deepEqual(
        places(now).map((text) => text.replace(/^\\?"|\\?"$/g, '')),
        expected,
      );
    });
  }

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
      marks.map(({ text }) => text),
      ['enterprise_project_id'],
    );
    assert.equal(links.length, 1);
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
      assert.deepEqual(statuses(readChange(before, text)), statuses(readFixture(text, languageId)));
    });
  }

  it('leaves a change of a very long part to a reader of the whole text', () => {
    const text = `[${json('"A"')}, {"user_data": "${'a'.repeat(500_000)}", ${json('"B"').slice(1)}]`;
    const now = (changed: string) =>
      readChanged(readFixture(text, 'json'), text.replace(`"${changed}"`, '"C"'));
    assert.equal(now('B'), undefined);
    assert.deepEqual(statuses(now('A') ?? assert.fail()), ['C', 'B']);
  });
});
