import assert from 'node:assert/strict';
import { readFixture } from '../../../src/service';
import { removeField } from '../../../src/service/write/remove-field';
import { applyEdits } from '../helpers';

/** The text without a field of its first server; undefined where it cannot be taken out. */
function without(
  text: string,
  languageId: string,
  name: 'progress' | 'fault' | 'vmState',
): string | undefined {
  const fixture = readFixture(text, languageId);
  const [server] = fixture.servers;
  const field = server?.fields[name];
  assert.ok(server && field, 'there is such a field');
  const edits = removeField(fixture, server, field);
  assert.ok(edits?.every(({ length }) => length > 0) ?? true, 'each edit takes something out');
  return edits && applyEdits(text, edits);
}

const A = 'OS-EXT-STS:vm_state: stopped';

const YAML: readonly (readonly [
  what: string,
  before: string,
  after: string | undefined,
  name?: 'fault' | 'vmState',
])[] = [
  ['a line', `b: 1\nprogress: 0\n${A}\n`, `b: 1\n${A}\n`],
  ['the first line', `progress: 0\n${A}\n`, `${A}\n`],
  ['the last line', `${A}\nprogress: 0`, `${A}\n`],
  ['a line further in', `s:\n  progress: 0\n  ${A}\n`, `s:\n  ${A}\n`],
  ['a line of Windows', `b: 1\r\nprogress: 0\r\n${A}\r\n`, `b: 1\r\n${A}\r\n`],
  ['a key in quotes', `"progress": "0"\n${A}\n`, `${A}\n`],
  ['a key before blanks', `progress : 0\n${A}\n`, `${A}\n`],
  ['a key with nothing behind it', `progress:\n${A}\n`, `${A}\n`],
  ['a key at the end with nothing behind it', `${A}\nprogress:`, `${A}\n`],
  ['a value before blanks', `progress: 0   \n${A}\n`, `${A}\n`],
  ['a value before a comment', `progress: 0 # c\n${A}\n`, `# c\n${A}\n`],
  ['a value before a comment behind a tab', `progress: 0\t# c\n${A}\n`, `# c\n${A}\n`],
  ['a value before a comment further in', `s:\n  progress: 0  # c\n  ${A}\n`, `s:\n  # c\n  ${A}\n`],
  ['a value with a hash in it', `progress: "a # b"\n${A}\n`, `${A}\n`],
  ['a value on two lines', `progress: a\n  b\n${A}\n`, `${A}\n`],
  ['a value in brackets', `fault: {code: 1}\n${A}\n`, `${A}\n`, 'fault'],
  ['a value in brackets over lines', `fault: [1,\n  2] # c\n${A}\n`, `# c\n${A}\n`, 'fault'],
  ['brackets that close in the column of the key', `fault: [\n  1\n]\n${A}\n`, `${A}\n`, 'fault'],
  ['a block behind a comment', `progress: | # c\n  a\n${A}\n`, `# c\n${A}\n`],
  ['a block', `progress: |\n  a\n\n  b\n${A}\n`, `${A}\n`],
  ['a block before an empty line', `progress: >-\n  a\n\n${A}\n`, `\n${A}\n`],
  ['a block at the end', `${A}\nprogress: |\n  a`, `${A}\n`],
  ['a map', `fault:\n  code: 1\n  b:\n    c: 2\n${A}\n`, `${A}\n`, 'fault'],
  ['a map with an empty line in it', `fault:\n  code: 1\n\n  b: 2\n\n${A}\n`, `\n${A}\n`, 'fault'],
  ['a map before a line of blanks', `fault:\n  code: 1\n   \n${A}\n`, `   \n${A}\n`, 'fault'],
  ['a map before another map', `fault:\n  code: 1\nb:\n  c: 2\n${A}\n`, `b:\n  c: 2\n${A}\n`, 'fault'],
  ['a map before the next item', `- ${A}\n  fault:\n    code: 1\n- b: 1\n`, `- ${A}\n- b: 1\n`, 'fault'],
  ['a map with comments in it', `fault:\n  code: 1\n  # c\n  b: 2\n# d\n${A}\n`, `# d\n${A}\n`, 'fault'],
  ['a map with comments further out in it', `fault:\n  code: 1\n# c\n  b: 2\n${A}\n`, `${A}\n`, 'fault'],
  ['a map behind a comment', `fault: # c\n  code: 1\n  b: 2\n${A}\n`, `# c\n${A}\n`, 'fault'],
  ['a map further in', `s:\n  fault:\n    code: 1\n  ${A}\n`, `s:\n  ${A}\n`, 'fault'],
  ['a list', `fault:\n  - 1\n  - 2\n${A}\n`, `${A}\n`, 'fault'],
  ['a list at the column of its key', `fault:\n- 1\n-\n- 2\n${A}\n`, `${A}\n`, 'fault'],
  ['a list at the column of its key, further in', `s:\n  fault:\n  - 1\n  ${A}\n`, `s:\n  ${A}\n`, 'fault'],
  ['a list before the next item', `- ${A}\n  fault:\n  - 1\n- b: 1\n`, `- ${A}\n- b: 1\n`, 'fault'],
  ['a list before a dash in a text', `fault:\n- 1\nb: c - d\n${A}\n`, `b: c - d\n${A}\n`, 'fault'],
  ['a list behind a comment', `fault: # c\n- 1\n${A}\n`, `# c\n${A}\n`, 'fault'],
  ['a value behind a dash', `- progress: 0\n  ${A}\n`, `- ${A}\n`],
  ['a value behind two dashes', `- - progress: 0\n    ${A}\n`, `- - ${A}\n`],
  ['a value behind a dash and blanks', `-   progress: 0\n    ${A}\n`, `-   ${A}\n`],
  ['a value behind a dash, before an empty line', `- progress: 0\n\n  ${A}\n`, `- ${A}\n`],
  ['a value behind a dash, before a comment', `- progress: 0\n  # c\n  ${A}\n`, `- # c\n  ${A}\n`],
  ['a value behind a dash, before a comment further out', `- progress: 0\n# c\n  ${A}\n`, `- # c\n  ${A}\n`],
  ['a value before a comment behind a dash', `- progress: 0 # c\n  ${A}\n`, `- # c\n  ${A}\n`],
  ['a map behind a dash', `- fault:\n    code: 1\n  ${A}\n`, `- ${A}\n`, 'fault'],
  ['all that an item has', `- ${A}\n- b: 1\n`, undefined, 'vmState'],
  ['all that the last item has', `- ${A}\n`, undefined, 'vmState'],
  ['all that the last item has, before blanks', `- ${A}\n  `, undefined, 'vmState'],
  ['an explicit key', `? progress\n: 0\n? OS-EXT-STS:vm_state\n: stopped\n`, undefined],
  ['an explicit key below its question mark', `?\n  progress\n: 0\n${A}\n`, undefined],
  ['a key behind an anchor', `&b progress: 0\n${A}\n`, undefined],
  ['a value with an anchor', `progress: &b 0\n${A}\n`, undefined],
  ['a map with an anchor that is used', `fault:\n  code: &b 1\n${A}\nc: *b\n`, undefined, 'fault'],
  [
    'a map with an anchor that is used, behind a comment',
    `fault: # c\n  code: &b 1\n${A}\nc: *b\n`,
    undefined,
    'fault',
  ],
  [
    'a map before an anchor that is used',
    `fault:\n  code: 1\n${A}\nb: &b 1\nc: *b\n`,
    `${A}\nb: &b 1\nc: *b\n`,
    'fault',
  ],
  [
    'a map with an anchor named like one that is used',
    `fault:\n  code: &bc 1\n${A}\nb: &bd 1\nc: *bd\n`,
    `${A}\nb: &bd 1\nc: *bd\n`,
    'fault',
  ],
  ['a map with an anchor that nobody uses', `fault:\n  code: &b 1\n${A}\n`, `${A}\n`, 'fault'],
  ['a map with an anchor that is used in it', `fault:\n  code: &b 1\n  c: *b\n${A}\n`, `${A}\n`, 'fault'],
];

const FLOW: readonly (readonly [
  what: string,
  before: string,
  after: string | undefined,
  name?: 'fault' | 'vmState',
])[] = [
  ['the only one', `{${A}}\n`, '{}\n', 'vmState'],
  ['the first line behind a tag', `s: !!map {\n  progress: 0,\n  ${A}\n}\n`, `s: !!map {\n  ${A}\n}\n`],
  ['the last line behind a line of a comment', `{\n  ${A},\n# c\n  progress: 0\n}\n`, `{\n  ${A},\n# c\n}\n`],
  ['one below its tag', `{\n  ${A},\n  !!str\n  progress: 0\n}\n`, undefined],
  ['the first', `{progress: 0, ${A}}\n`, `{${A}}\n`],
  ['the last', `{${A}, progress: 0}\n`, `{${A}}\n`],
  ['one in the middle', `{b: 1, progress: 0, ${A}}\n`, `{b: 1, ${A}}\n`],
  ['the last before a comma', `{${A}, progress: 0, }\n`, `{${A}, }\n`],
  ['the last before a blank', `{ ${A}, progress: 0 }\n`, `{ ${A} }\n`],
  ['a line', `{\n  b: 1,\n  progress: 0,\n  ${A}\n}\n`, `{\n  b: 1,\n  ${A}\n}\n`],
  ['the last line', `{\n  ${A},\n  progress: 0\n}\n`, `{\n  ${A}\n}\n`],
  ['the last line, its comma before it', `{\n  ${A}\n  , progress: 0\n}\n`, `{\n  ${A}\n}\n`],
  ['a line before a comment', `{\n  progress: 0, # c\n  ${A}\n}\n`, `{\n  # c\n  ${A}\n}\n`],
  ['the last line before a comment', `{\n  ${A},\n  progress: 0 # c\n}\n`, `{\n  ${A}\n  # c\n}\n`],
  ['the last line behind a comment', `{\n  ${A}, # c\n  progress: 0\n}\n`, `{\n  ${A}, # c\n}\n`],
  ['one whose comma stands behind a comment', `{progress: 0 # c\n , ${A}}\n`, `{ # c\n  ${A}}\n`],
];

describe('A field that is taken out', () => {
  for (const [what, before, after, name = 'progress'] of YAML)
    it(`leaves all else where it is, in YAML: ${what}`, () =>
      assert.equal(without(before, 'yaml', name), after));

  for (const [what, before, after, name = 'progress'] of FLOW)
    it(`leaves all else where it is, in YAML between brackets: ${what}`, () =>
      assert.equal(without(before, 'yaml', name), after));

  it('may be all that there is in JSON, and has its comma', () => {
    const STATE = '"OS-EXT-STS:vm_state": "stopped"';
    assert.equal(without(`{${STATE}}`, 'json', 'vmState'), '{}');
    assert.equal(without(`{"progress": 0 "a": 1, ${STATE}}`, 'json', 'progress'), undefined);
  });
});
