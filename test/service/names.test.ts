import assert from 'node:assert/strict';
import { check, listServers, readFixture, sayFinding } from '../../src/service';
import { inEnglish } from '../../src/words';
import { optionsOf } from './helpers';

const WRONG = '"OS-EXT-STS:vm_state": "active", "status": "ERROR"';
const YAML = ['OS-EXT-STS:vm_state: active', 'status: ERROR'];

/** What the list of servers calls each. */
const namesIn = (text: string, languageId: string) =>
  listServers(readFixture(text, languageId), optionsOf({})).map(({ says }) => says.replace(/: active.*/, ''));

describe('A server', () => {
  for (const [what, languageId, text, name] of [
    ['its name in JSON', 'json', `{"id": "1", ${WRONG}, "name": "web-1"}`, 'web-1'],
    ['its id where it has no name', 'json', `{"id": "a-1", ${WRONG}}`, 'a-1'],
    ['its id where that is a number', 'json', `{"id": 7, ${WRONG}}`, '7'],
    [
      'its own name, not that of its flavor',
      'json',
      `{"flavor": {"name": "m1"}, ${WRONG}, "name": "b"}`,
      'b',
    ],
    [
      'its name in YAML',
      'yaml',
      ['server:', '  flavor:', '    name: m1', '  name: b', ...YAML.map((l) => `  ${l}`)].join('\n'),
      'b',
    ],
    [
      'its name behind a dash',
      'yaml',
      [`- name: "web 1" # first`, ...YAML.map((l) => `  ${l}`)].join('\n'),
      'web 1',
    ],
    ['its name behind its id', 'json', `{"id": "1", "name": "a", ${WRONG}}`, 'a'],
    ['its name in front of its id', 'json', `{"name": "a", "id": "1", ${WRONG}}`, 'a'],
    ['its first name', 'json', `{"name": "a", "name": "b", ${WRONG}}`, 'a'],
    ['its id where its name is none', 'json', `{"name": null, "id": "1", ${WRONG}}`, '1'],
    ['its id where its name is empty', 'json', `{"name": "", "id": "1", ${WRONG}}`, '1'],
    ['its id where its name is a map', 'json', `{"name": {"name": "a"}, "id": "1", ${WRONG}}`, '1'],
    ['its id where a list says name', 'json', `{"a": ["name", "b"], "id": "1", ${WRONG}}`, '1'],
    ['its id where a value says name', 'json', `{"a": "name", "b": "c", "id": "1", ${WRONG}}`, '1'],
    [
      'its name behind lists and maps',
      'json',
      `{"a": [{"name": "b"}, []], "c": {}, ${WRONG}, "name": "d"}`,
      'd',
    ],
    ['its name behind a comment', 'jsonc', `{/* "name": "b", */ "name": "c", ${WRONG}}`, 'c'],
    ['its name with blanks around a colon', 'json', `{"name" : "c", ${WRONG}}`, 'c'],
    [
      'its name in single quotes between braces',
      'yaml',
      "{'name': 'web', OS-EXT-STS:vm_state: active, status: ERROR}",
      'web',
    ],
    ['its name with quotes in it', 'yaml', ['name: the "big" one', ...YAML].join('\n'), 'the "big" one'],
    [
      'its name behind a symbol of Ruby',
      'ruby',
      "s = { :id => 'x', :name => 'web', 'OS-EXT-STS:vm_state' => 'active', 'status' => 'ERROR' }\n",
      'web',
    ],
    ['its name in quotes', 'yaml', ['name: "b" # c', ...YAML].join('\n'), 'b'],
    ['its name in single quotes', 'yaml', ["name: 'b c' # d", ...YAML].join('\n'), 'b c'],
    ['its name behind a key in quotes', 'yaml', ['"name": b', ...YAML].join('\n'), 'b'],
    ['its name without the comment', 'yaml', ['name: b#c d  # e', ...YAML].join('\n'), 'b#c d'],
    ['its id in YAML', 'yaml', ['id: 7', ...YAML].join('\n'), '7'],
    ['its first name in YAML', 'yaml', ['name: a', 'b:', '  name: c', ...YAML].join('\n'), 'a'],
    [
      'its id where its name is an alias',
      'yaml',
      ['name: *a', 'id: b', ...YAML].join('\n').replace(/^/, 'a: &a 1\n'),
      'b',
    ],
    ['its id where its name has an anchor', 'yaml', ['name: &a c', 'id: b', ...YAML].join('\n'), 'b'],
    ['its id where its name is a block', 'yaml', ['name: |', '  c', 'id: b', ...YAML].join('\n'), 'b'],
    ['its id where its name is filled in', 'yaml', ['name: {{ c }}', 'id: b', ...YAML].join('\n'), 'b'],
    ['its id where its name is absent', 'yaml', ['name:', 'id: b', ...YAML].join('\n'), 'b'],
    [
      'its name in a list further in',
      'yaml',
      ['a:', '  - name: b', ...YAML.map((l) => `    ${l}`), '    c:', '      name: d'].join('\n'),
      'b',
    ],
    [
      'its name behind that of a list',
      'yaml',
      ['a:', '  - c:', '      - name: d', ...YAML.map((l) => `    ${l}`), '    name: b'].join('\n'),
      'b',
    ],
    [
      'its name in Windows',
      'yaml',
      ['- id: 1', ...YAML.map((l) => `  ${l}`), '  name: b', ''].join('\r\n'),
      'b',
    ],
    ['its name in a map of a program', 'python', `x = {'name': 'a', 'id': 'b', ${WRONG}}`, 'a'],
    ['its name behind a call', 'python', `x = {'c': f({'name': 'd'}, 'e'), ${WRONG}, 'name': "a"}`, 'a'],
    ['its id where its name is a call', 'python', `x = {'name': f('c'), 'id': 'b', ${WRONG}}`, 'b'],
    ['its id where its name is filled in', 'javascript', `x = { name, id: 'b', ${WRONG} }`, 'b'],
    [
      'its name in Ruby',
      'ruby',
      `x = { name: 'a', ${WRONG.replaceAll(':', ' =>').replace('STS =>', 'STS:')} }`,
      'a',
    ],
    [
      'its name behind an arrow',
      'ruby',
      `x = { :name => 'a', ${WRONG.replaceAll(':', ' =>').replace('STS =>', 'STS:')} }`,
      'a',
    ],
    ['its id where a value says name', 'python', `x = {'c': 'name', 'd': 'e', 'id': 'b', ${WRONG}}`, 'b'],
    ['its name in a flow map', 'yaml', '{name: web-1, OS-EXT-STS:vm_state: active, status: ERROR}', 'web-1'],
    ['its name in a string', 'json', JSON.stringify({ body: `{"name": "in-1", ${WRONG}}` }), 'in-1'],
    ['its name in a string of YAML', 'yaml', `body: '{"name": "in-1", ${WRONG}}'\n`, 'in-1'],
  ] as const) {
    it(`is called by ${what}`, () => {
      assert.deepEqual(namesIn(text, languageId), [name]);
    });
  }

  it('is called by its own name where it stands in another one', () => {
    const inner = `{"name": "b", ${WRONG}, "a": {"name": "c"}}`;
    const outer = (text: string) => `{"was": ${text}, "list": [${text}], ${WRONG}, "name": "d"}`;
    assert.deepEqual(namesIn(outer(inner), 'json'), ['d', 'b', 'b']);
    assert.deepEqual(namesIn(`[${outer(outer(inner))}, ${inner}]`, 'json'), [
      'd',
      ...['d', 'b', 'b'],
      ...['d', 'b', 'b'],
      'b',
    ]);
  });

  it('has no name where it has none', () => {
    assert.deepEqual(
      listServers(readFixture(`{${WRONG}, "flavor": {"name": "m1"}}`, 'json'), optionsOf({})).map(
        ({ says }) => says,
      ),
      ['active + null, ERROR'],
    );
  });

  it('is named by its findings', () => {
    const fixture = readFixture(`{"name": "web-1 ", ${WRONG}}`, 'json');
    const [finding] = check(fixture, optionsOf({}));
    assert.match(
      finding ? sayFinding(inEnglish, fixture, finding) : '',
      /gives "ACTIVE"\. Server: "web-1 "\.$/,
    );
  });
});
