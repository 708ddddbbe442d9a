import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parse, stringify } from 'yaml';
import { complete, readFixture } from '../../src/service';
import { holds, SEED, server } from './helpers';

const WAYS: readonly [string, string, (value: unknown) => string, (text: string) => unknown][] = [
  ['JSON', 'json', (value) => JSON.stringify(value), JSON.parse],
  ['JSON over lines', 'json', (value) => JSON.stringify(value, null, 2), JSON.parse],
  ['YAML', 'yaml', (value) => stringify(value), parse],
  [
    'YAML in single quotes',
    'yaml',
    (value) => stringify(value, { defaultStringType: 'QUOTE_SINGLE' }),
    parse,
  ],
  ['YAML in flow style', 'yaml', (value) => stringify(value, { collectionStyle: 'flow' }), parse],
  [
    'YAML in literal texts',
    'yaml',
    (value) => stringify(value, { defaultStringType: 'BLOCK_LITERAL', defaultKeyType: 'PLAIN' }),
    parse,
  ],
];

for (const [way, languageId, write, read] of WAYS) {
  describe(`every completion of a value in ${way} (seed ${SEED})`, function () {
    this.timeout(30_000);

    it('leaves a text that can be read and holds the value of its label', () => {
      const seen = new Set<string>();
      holds(
        fc.property(server, fc.nat(), (value, pick) => {
          const text = write([value]);
          const fixture = readFixture(text, languageId);
          for (const field of Object.values(fixture.servers[0]?.fields ?? {})) {
            if (field.kind === 'object' || field.kind === 'array') continue;
            const list = complete(fixture, field.span.end);
            const item = list?.items[pick % list.items.length];
            if (!list || item?.kind !== 'value') continue;
            const accepted = text.slice(0, list.span.start) + item.text + text.slice(list.span.end);
            const [got] = read(accepted) as Record<string, unknown>[];
            assert.equal(String(got?.[field.keyText]).trim(), item.label, `${field.keyText} in ${text}`);
            seen.add(item.label);
          }
        }),
        150,
      );
      assert.ok(seen.size > 20);
    });
  });
}
