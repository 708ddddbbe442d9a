import assert from 'node:assert/strict';
import fc from 'fast-check';
import { YAMLException } from 'js-yaml';
import { Collector } from '../../src/fixture/collect/collector';
import { readYamlEvents } from '../../src/fixture/yaml/events';
import { readYamlFast } from '../../src/fixture/yaml/fast';
import { holds, SEED } from './helpers';
import { writtenYaml } from './yaml-texts';

const found = ({ objects, strings, isRepeating }: Collector) => ({ objects, strings, isRepeating });

/** What the fast reader found; undefined where it gave up. */
function fast(text: string) {
  const collector = new Collector();
  return readYamlFast(text, collector) ? found(collector) : undefined;
}

/** What the library finds; undefined for a text that has an error. */
function whole(text: string) {
  const collector = new Collector();
  try {
    readYamlEvents(text, collector);
  } catch (error) {
    if (error instanceof YAMLException) return undefined;
    throw error;
  }
  return found(collector);
}

describe(`the fast reader of YAML (seed ${SEED})`, function () {
  this.timeout(60_000);

  it('finds what the library finds, and seldom gives up', () => {
    let read = 0;
    let servers = 0;
    let strings = 0;
    holds(
      fc.property(writtenYaml, (text) => {
        const got = fast(text);
        if (got === undefined) return;
        assert.deepEqual(got, whole(text), JSON.stringify(text));
        read += 1;
        servers += got.objects.length;
        strings += got.strings.length;
      }),
      8000,
    );
    assert.ok(read > 3000, `${read} read`);
    assert.ok(servers > 500 && strings > 300, `${servers} servers, ${strings} strings`);
  });

  it('gives up where the library does', () => {
    const server = 'OS-EXT-STS:vm_state: active';
    for (const depth of [490, 497, 498, 499, 500, 700]) {
      for (const text of [
        `${'- '.repeat(depth)}${server}\n`,
        `${Array.from({ length: depth }, (_, i) => `${' '.repeat(i)}a:\n`).join('')}${' '.repeat(depth)}${server}\n`,
        `${'- '.repeat(depth)}[]\n`,
      ]) {
        const got = fast(text);
        if (got !== undefined) assert.deepEqual(got, whole(text), `${depth}`);
      }
    }
    for (const text of ['vm_state: |\n x\n ', 'a: |+\n    {"server":{"vm_state":1}}\n  ', '- >-\n x\n\n  '])
      if (fast(text)) assert.deepEqual(fast(text), whole(text), text);
  });

  it('gives up or agrees with the library on changed texts', () => {
    const change = fc.tuple(
      fc.nat(),
      fc.nat(3),
      fc.constantFrom(
        '',
        ...':-#\'"|>&*!?%@`{}[],~ \n\r\t\\0a',
        ': ',
        ' #',
        '- ',
        '\n  ',
        '\n\n',
        '---\n',
        '...\n',
        '<<: ',
        '\u00a0',
        '\u2028',
        '\u0000',
        '\uFEFF',
        '🚀',
      ),
    );
    let agreed = 0;
    holds(
      fc.property(writtenYaml, fc.array(change, { minLength: 1, maxLength: 2 }), (text, changes) => {
        const changed = changes.reduce((now, [where, length, put]) => {
          const at = where % (now.length + 1);
          return now.slice(0, at) + put + now.slice(at + length);
        }, text);
        const got = fast(changed);
        if (got === undefined) return;
        assert.deepEqual(got, whole(changed), JSON.stringify(changed));
        agreed += 1;
      }),
      12_000,
    );
    assert.ok(agreed > 1000, `${agreed} read`);
  });
});
