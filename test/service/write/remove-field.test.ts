import assert from 'node:assert/strict';
import { checkText } from '../../../src/service';
import { within } from '../../within';
import { applyEdits, only } from '../helpers';

/** The text after the fix of its only unexpected-field. */
function removed(text: string, languageId: string): string {
  const { fixes } = only(checkText(text, languageId), 'unexpected-field');
  assert.equal(fixes.length, 1, 'there is one fix');
  assert.equal(fixes[0]?.preferred, false);
  return applyEdits(text, fixes[0]?.edits ?? []);
}

/** A server at rest, without and with what does not belong to it. */
const STATES = '"OS-EXT-STS:vm_state": "stopped", "status": "SHUTOFF"';
const YAML_STATES = 'OS-EXT-STS:vm_state: stopped';

/** What, where, the language, before and after. */
const CASES: readonly [string, string, string, string][] = [
  ['in the middle of a line', 'json', `{"a": 1, "progress": 0, ${STATES}}`, `{"a": 1, ${STATES}}`],
  ['at the beginning of a line', 'json', `{"progress": 0, ${STATES}}`, `{${STATES}}`],
  ['at the end of a line', 'json', `{ ${STATES}, "progress": 0 }`, `{ ${STATES} }`],
  ['between others in packed JSON', 'json', `{"a":1,"progress":0,${STATES}}`, `{"a":1,${STATES}}`],
  ['on a line of its own', 'json', `{\n  "progress": 0,\n  ${STATES}\n}\n`, `{\n  ${STATES}\n}\n`],
  ['on the last line', 'json', `{\n  ${STATES},\n  "progress": 0\n}\n`, `{\n  ${STATES}\n}\n`],
  [
    'on the last line in CR LF',
    'json',
    `{\r\n  ${STATES},\r\n  "progress": 0\r\n}\r\n`,
    `{\r\n  ${STATES}\r\n}\r\n`,
  ],
  [
    'on a line with others',
    'json',
    `{\n  "a": 1, "progress": 0,\n  ${STATES}\n}`,
    `{\n  "a": 1,\n  ${STATES}\n}`,
  ],
  ['behind the brace', 'json', `{ "progress": 0,\n  ${STATES} }`, `{\n  ${STATES} }`],
  ['with its comma on the next line', 'json', `{\n  ${STATES}\n  , "progress": 0\n}`, `{\n  ${STATES}\n}`],
  [
    'over several lines',
    'json',
    `{\n  "fault": {\n    "code": 500, "details": ["}", {}]\n  },\n  ${STATES}\n}`,
    `{\n  ${STATES}\n}`,
  ],
  [
    'before a comment',
    'jsonc',
    `{\n  "progress": 0, // half\n  ${STATES}\n}`,
    `{\n  // half\n  ${STATES}\n}`,
  ],
  [
    'as the last one before a comment',
    'jsonc',
    `{\n  ${STATES}, // a, b\n  // c\n  "progress": 0 // half\n}`,
    `{\n  ${STATES} // a, b\n  // c\n  // half\n}`,
  ],
  ['before a comment and its comma', 'jsonc', `{"progress": 0 /* , */, ${STATES}}`, `{/* , */ ${STATES}}`],
  ['before a trailing comma', 'jsonc', `{\n  ${STATES},\n  "progress": 0,\n}`, `{\n  ${STATES},\n}`],

  [
    'on a line of its own',
    'yaml',
    `${YAML_STATES}\nprogress: 0\nstatus: SHUTOFF\n`,
    `${YAML_STATES}\nstatus: SHUTOFF\n`,
  ],
  [
    'at the end of the file',
    'yaml',
    `${YAML_STATES}\nstatus: SHUTOFF\nprogress: 0`,
    `${YAML_STATES}\nstatus: SHUTOFF\n`,
  ],
  [
    'before a comment',
    'yaml',
    `- status: SHUTOFF\n  progress: 0 # half\n  ${YAML_STATES}\n`,
    `- status: SHUTOFF\n  # half\n  ${YAML_STATES}\n`,
  ],
  [
    'behind a dash',
    'yaml',
    `- progress: 0\n\n  status: SHUTOFF\n  ${YAML_STATES}\n`,
    `- status: SHUTOFF\n  ${YAML_STATES}\n`,
  ],
  [
    'behind a dash and before a comment',
    'yaml',
    `- progress: 0 # half\n  status: SHUTOFF\n  ${YAML_STATES}\n`,
    `- # half\n  status: SHUTOFF\n  ${YAML_STATES}\n`,
  ],
  [
    'with the lines of its value',
    'yaml',
    `server:\n  fault: # seen\n    code: 500\n\n    # why\n    message: |\n      # no comment\n\n      b\n\n  # next\n  status: SHUTOFF\n  ${YAML_STATES}\n`,
    `server:\n  # seen\n\n  # next\n  status: SHUTOFF\n  ${YAML_STATES}\n`,
  ],
  [
    'with a list in its own column',
    'yaml',
    `fault:\n- a\n# b\n- c\n# d\nstatus: SHUTOFF\n${YAML_STATES}\n`,
    `# d\nstatus: SHUTOFF\n${YAML_STATES}\n`,
  ],
  [
    'with a block text',
    'yaml',
    `fault: >-\r\n  a\r\n\r\n  b\r\nstatus: SHUTOFF\r\n${YAML_STATES}\r\n---\r\na: 1\r\n`,
    `status: SHUTOFF\r\n${YAML_STATES}\r\n---\r\na: 1\r\n`,
  ],
  [
    'with a text over lines',
    'yaml',
    `fault: 'a\n  b'\nstatus: SHUTOFF\n${YAML_STATES}\n`,
    `status: SHUTOFF\n${YAML_STATES}\n`,
  ],
  [
    'behind a byte order mark',
    'yaml',
    `\uFEFFprogress: 0\nstatus: SHUTOFF\n${YAML_STATES}\n`,
    `\uFEFFstatus: SHUTOFF\n${YAML_STATES}\n`,
  ],
  [
    'in flow style',
    'yaml',
    `{status: SHUTOFF, fault: {a: [1, 2]}, ${YAML_STATES}}\n`,
    `{status: SHUTOFF, ${YAML_STATES}}\n`,
  ],
  [
    'at the end of flow style over lines',
    'yaml',
    `s: {\n  status: SHUTOFF,\n  ${YAML_STATES}, # a,\n  progress: 0 # b\n}\n`,
    `s: {\n  status: SHUTOFF,\n  ${YAML_STATES}, # a,\n  # b\n}\n`,
  ],
  [
    'at the end of flow style',
    'yaml',
    `s: {status: SHUTOFF, ${YAML_STATES}, progress: 0}\n`,
    `s: {status: SHUTOFF, ${YAML_STATES}}\n`,
  ],

  [
    'in a string of JSON',
    'json',
    JSON.stringify({ body: `{\n  "progress": 0,\n  ${STATES}\n}` }),
    JSON.stringify({ body: `{\n  ${STATES}\n}` }),
  ],
  [
    'in a string in a string',
    'json',
    JSON.stringify({ body: JSON.stringify({ body: `{${STATES}, "progress": 0}` }) }),
    JSON.stringify({ body: JSON.stringify({ body: `{${STATES}}` }) }),
  ],
  ['in single quotes', 'yaml', `body: '{"fault": "it''s", ${STATES}}'\n`, `body: '{${STATES}}'\n`],
  [
    'in a block text',
    'yaml',
    `body: |\n  {\n    ${STATES},\n    "progress": 0\n  }\nnext: 1\n`,
    `body: |\n  {\n    ${STATES}\n  }\nnext: 1\n`,
  ],
  [
    'on a line of a block text',
    'yaml',
    `body: |\n  {\n    "progress": 0,\n    ${STATES}\n  }\nnext: 1\n`,
    `body: |\n  {\n    ${STATES}\n  }\nnext: 1\n`,
  ],
  [
    'in a folded text in double quotes',
    'yaml',
    `body: "{ \\"progress\\": 0,\n  ${STATES.replaceAll('"', '\\"')} }"\n`,
    `body: "{ ${STATES.replaceAll('"', '\\"')} }"\n`,
  ],
];

describe('Removing a field', () => {
  for (const [where, languageId, before, after] of CASES) {
    it(`takes it out ${where} (${languageId})`, () => assert.equal(removed(before, languageId), after));
  }

  it('is worked out quickly for many fields on one line', () => {
    const servers = Array.from({ length: 10_000 }, () => `{"progress": 0, "fault": {}, ${STATES}}`);
    assert.equal(within(10, () => checkText(`[${servers.join()}]`, 'json')).length, 20_000);
  });

  for (const [what, text] of [
    ['an alias', `f: &f {code: 1}\ns:\n  fault: *f\n  status: SHUTOFF\n  ${YAML_STATES}\n`],
    ['an anchor', `s:\n  fault: &f {code: 1}\n  status: SHUTOFF\n  ${YAML_STATES}\nt: *f\n`],
    [
      'what holds an anchor in use',
      `s:\n  fault: {code: &c 1}\n  status: SHUTOFF\n  ${YAML_STATES}\nt: *c\n`,
    ],
    ['what was merged', `f: &f\n  fault: 1\ns:\n  <<: *f\n  status: SHUTOFF\n  ${YAML_STATES}\n`],
    [
      'an explicit key',
      `? progress\n: 1\nstatus: SHUTOFF\n${YAML_STATES}\n`.replace('? progress\n:', '? progress\n:'),
    ],
    ['an explicit key behind a hash in a string', `{name: "b # c", ${STATES}, ? "progress" : 73, a: 1}\n`],
    ['a key behind a tag and a hash in a string', `{name: "b # c", ${STATES}, !!str progress : 73, a: 1}\n`],
    ['what stands in Base64', `body: !!binary ${btoa(`{"progress": 0, ${STATES}}`)}\n`],
  ] as const) {
    it(`is not offered for ${what}`, () => {
      const found = checkText(text, 'yaml').filter(({ rule }) => rule === 'unexpected-field');
      assert.equal(found.length, 1);
      assert.deepEqual(found[0]?.fixes, []);
    });
  }
});
