import assert from 'node:assert/strict';
import { readFixture } from '../../src/service';
import { within } from '../within';
import { LANGUAGES, survive, useAll } from './helpers';

/** How long each of these texts may take, in seconds of the processor. */
const LIMIT = 5;

const SERVER = '{"OS-EXT-STS:vm_state": "active", "status": "ERROR"}';

/** Texts that nest deep or repeat much; each has to be done with in a few seconds. */
const TEXTS: readonly [string, string][] = [
  ['lists', `${'['.repeat(50_000)}${SERVER}${']'.repeat(50_000)}`],
  ['lists that are not closed', `${'['.repeat(50_000)}${SERVER}`],
  ['maps', `${'{"server":'.repeat(20_000)}${SERVER}${'}'.repeat(20_000)}`],
  ['maps that are not closed', `${'{"a":'.repeat(20_000)}${SERVER}`],
  ['block lists of YAML', `${'- '.repeat(20_000)}vm_state`],
  ['block maps of YAML', `${Array.from({ length: 1500 }, (_, i) => `${' '.repeat(i)}vm_state:\n`).join('')}`],
  ['closing brackets', `${']'.repeat(50_000)}${SERVER}`],
  ['quotes', `${'"'.repeat(50_001)}vm_state`],
  ['commas', `[${','.repeat(50_000)}${SERVER}]`],
  ['colons', `{"a"${':'.repeat(50_000)}"vm_state"}`],
  ['tags and anchors', `vm_state: ${'!a &b '.repeat(5000)}`],
  ['complex keys', `${'? '.repeat(5000)}vm_state`],
  ['comments', `${'# server-status-disable\n'.repeat(3000)}a: ${SERVER}\n`],
  ['comments in JSON', `${'// server-status-disable-next-line x\n'.repeat(3000)}${SERVER}`],
  ['one long key', `{"${'x'.repeat(500_000)}vm_state": 1}`],
  ['one long status', `{"OS-EXT-STS:vm_state": "active", "status": "${'A'.repeat(500_000)}"}`],
  ['hosts', `{"OS-EXT-STS:vm_state": "active", "links": "${'x.otc.t-systems.com '.repeat(5000)}"}`],
  ['blanks', `${' '.repeat(200_000)}${SERVER}${' '.repeat(200_000)}`],
  // Few, so that a reader that takes twice as long for each of them fails here and does not hang.
  ['number signs in a flow list', `[vm_state: active ${'# '.repeat(18)}\n, c: d]`],
  ['broken lines', `${`a: ${SERVER}\nhalf a line\n`.repeat(500)}`],
  ['line breaks', `${'\n'.repeat(100_000)}${SERVER}${'\r\n'.repeat(100_000)}`],
];

/** Aliases of aliases, each twice as large as the one before. */
const LAUGHS = Array.from({ length: 30 }, (_, i) =>
  i === 0 ? `a0: &a0 ${SERVER}` : `a${i}: &a${i} [*a${i - 1} , *a${i - 1} ]`,
).join('\n');

for (const languageId of LANGUAGES) {
  describe(`a text of very many things in ${languageId}`, () => {
    for (const [what, text] of TEXTS) {
      it(`is read without throwing or hanging: ${what}`, () =>
        within(LIMIT, () => survive(text, languageId)));
    }
  });
}

describe('a text of very many things', () => {
  for (const [what, text] of TEXTS.slice(0, 4)) {
    it(`still gives the server of JSON that is ${what} deep inside`, () => {
      assert.equal(within(LIMIT, () => readFixture(text, 'json')).servers.length, 1);
    });
  }

  it('says that it was skipped where YAML nests too deep to be read', () => {
    assert.equal(typeof within(LIMIT, () => readFixture(TEXTS[0]?.[1] ?? '', 'yaml')).skipped, 'string');
  });

  it('may be aliases of aliases', () => {
    assert.equal(within(LIMIT, () => useAll(LAUGHS, 'yaml')).fixture.servers.length, 1);
  });

  it('may be 2,000 servers with a finding each', () => {
    const text = `[${Array.from({ length: 2000 }, () => SERVER).join(',\n')}]`;
    assert.equal(within(LIMIT, () => useAll(text, 'json')).findings.length, 2000);
  });

  it('may be 2,000 servers of YAML with a finding each', () => {
    const text = Array.from({ length: 2000 }, () => `- ${SERVER}\n`).join('');
    assert.equal(within(LIMIT, () => useAll(text, 'yaml')).findings.length, 2000);
  });
});
