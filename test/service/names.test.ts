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
    ['its name in a flow map', 'yaml', '{name: web-1, OS-EXT-STS:vm_state: active, status: ERROR}', 'web-1'],
    ['its name in a string', 'json', JSON.stringify({ body: `{"name": "in-1", ${WRONG}}` }), 'in-1'],
    ['its name in a string of YAML', 'yaml', `body: '{"name": "in-1", ${WRONG}}'\n`, 'in-1'],
  ] as const) {
    it(`is called by ${what}`, () => {
      assert.deepEqual(namesIn(text, languageId), [name]);
    });
  }

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
