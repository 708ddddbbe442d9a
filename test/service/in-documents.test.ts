import assert from 'node:assert/strict';
import { checkText, type FixableFinding, readFixture } from '../../src/service';
import { applyEdits } from './helpers';

/** A document with one code block. */
const block = (text: string, language = '') => `# A\n\n\`\`\`${language}\n${text}\n\`\`\`\n`;

const rules = (text: string, languageId = 'markdown') => checkText(text, languageId).map(({ rule }) => rule);

/** What a text marks, and the text after the first fix of the only finding. */
function marked(text: string, languageId = 'markdown'): { mark: string; fixed: string } {
  const [finding, ...others] = checkText(text, languageId) as FixableFinding[];
  assert.ok(finding);
  assert.deepEqual(others, []);
  const { start, end } = finding.span;
  return { mark: text.slice(start, end), fixed: applyEdits(text, finding.fixes[0]?.edits ?? []) };
}

const MEMBERS = (status: string, task = 'null') =>
  `"OS-EXT-STS:task_state": ${task},\n"OS-EXT-STS:vm_state": "active",\n"OS-EXT-STS:power_state": 1,\n"status": ${status}`;

describe('Members of JSON without its braces', () => {
  for (const [what, text, languageId] of [
    ['a block of JSON', block(MEMBERS('"ACTIVE"'), 'json'), 'markdown'],
    ['a block without a language', block(`${MEMBERS('"ACTIVE"')},`), 'markdown'],
    ['words without quotes', block(MEMBERS('ACTIVE').replaceAll('"', '')), 'markdown'],
    ['a string of Python', `x = '''\n${MEMBERS("'ACTIVE'", 'None').replaceAll('"', "'")}\n'''\n`, 'python'],
  ] as const)
    it(`are left alone, as they are a part of a server: ${what}`, () =>
      assert.deepEqual(rules(text, languageId), []));

  it('have commas that belong to the values where the document says that it is YAML', () => {
    const text = block('server:\n  name: a,\n  OS-EXT-STS:vm_state: active,\n  status: ACTIVE', 'yaml');
    assert.deepEqual(rules(text), ['unknown-vm-state']);
  });
});

describe('A dict that Python has printed', () => {
  const dict = (task: string, status = 'ACTIVE') =>
    `{'OS-EXT-STS:task_state': ${task}, 'OS-EXT-STS:vm_state': 'active', 'status': '${status}'}`;

  for (const [what, text] of [
    ['behind a word', block(`server: ${dict('None')}`)],
    ['in a list', block(`servers:\n- ${dict('None')}`)],
    ['behind lines that are indented', block(`  Location: None\n\nWARNING: x\n${dict('None')}`)],
  ] as const)
    it(`has its own word for null ${what}`, () => {
      assert.equal(readFixture(text, 'markdown').servers.length, 1);
      assert.deepEqual(rules(text), []);
      assert.deepEqual(rules(text.replace("'ACTIVE'", "'SHUTOFF'")), ['status-mismatch']);
    });

  it('is a string of Python like any other', () =>
    assert.deepEqual(rules(`x = """\nserver: ${dict('None')}\n"""\n`, 'python'), []));

  it('is YAML where the document says so', () =>
    assert.deepEqual(rules(block(`server: ${dict('None')}`, 'yaml')), ['null-as-text']));
});

describe('A text that looks much like one of these', () => {
  const yaml = [
    'server:',
    "  'OS-EXT-STS:vm_state': active",
    "  'OS-EXT-STS:task_state': rebooting",
    "  'status': ACTIVE",
  ].join('\n');

  for (const [what, text, languageId, expected] of [
    ['YAML with single quotes', block(yaml), 'markdown', ['status-mismatch']],
    ['YAML with single quotes in a string', `x = \`\n${yaml}\n\``, 'javascript', ['status-mismatch']],
    [
      'flow YAML over several lines',
      block(
        `server: { # see (docs} for it\n  OS-EXT-STS:vm_state: active,\n  OS-EXT-STS:task_state: rebooting,\n  status: ACTIVE,\n}`,
      ),
      'markdown',
      ['status-mismatch'],
    ],
    [
      'a comma at the end of YAML',
      `x := \`\nserver:\n  OS-EXT-STS:vm_state: active\n  OS-EXT-STS:task_state: rebooting\n  status: REBOOT,\n\``,
      'go',
      ['unknown-status'],
    ],
    [
      'an answer behind a command and a caption',
      block(`$ nova show\nRESP BODY:\n{"OS-EXT-STS:vm_state": "stopped", "status": "ACTIVE"}`),
      'markdown',
      ['status-mismatch'],
    ],
    [
      'an answer behind a command and lines of a log',
      block(
        `$ nova show\nDEBUG: auth\n    {\n  "OS-EXT-STS:vm_state": "stopped",\n  "status": "ACTIVE"\n    }`,
      ),
      'markdown',
      ['status-mismatch'],
    ],
    [
      'flow YAML with None',
      block(
        `servers:\n- {name: a, status: BUILD, 'OS-EXT-STS:vm_state': active, 'OS-EXT-STS:task_state': None}`,
      ),
      'markdown',
      ['status-mismatch', 'null-as-text'],
    ],
    [
      'a log line',
      `LOG.info('got server: {"status": "BAR", "OS-EXT-STS:vm_state": "active"}')`,
      'python',
      [],
    ],
    [
      'a program in a language that is not read',
      block(
        'class T {\n  test() {\n    expect(s).toMatchObject({"OS-EXT-STS:vm_state": "active", "status": "REBOOT"});\n  }\n}',
        'scala',
      ),
      'markdown',
      [],
    ],
    [
      'a map of a program that goes on',
      block('server = {\n  "OS-EXT-STS:vm_state": "active",\n  "status": "REBOOT",\n  **more,\n}'),
      'markdown',
      [],
    ],
  ] as const)
    it(`is read as before: ${what}`, () => assert.deepEqual(rules(text, languageId), expected));
});

describe('JSON behind something else on its line', () => {
  const json = (status: string) =>
    `{\n  "OS-EXT-STS:vm_state": "stopped",\n  "OS-EXT-STS:task_state": null,\n  "status": "${status}"\n}`;

  for (const before of ['server = ', 'Attributes ', 'Attributes\t', 'Out[3]: ', 'The server:'])
    it(`is found: ${JSON.stringify(before)}`, () => {
      const text = block(before + json('ACTIVE'));
      assert.equal(marked(text).fixed, text.replace('ACTIVE', 'SHUTOFF'));
    });
});
