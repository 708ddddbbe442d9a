import assert from 'node:assert/strict';
import fc from 'fast-check';
import { checkText, type Finding } from '../../src/service';
import { applyEdits } from '../service/helpers';
import { file, holds, SEED } from './helpers';
import { WAYS, WAYS_IN_STRINGS } from './ways';

type Servers = { servers: Record<string, unknown>[] };

/** The file without a key in one of its servers. */
function without({ servers }: Servers, server: number, key: string): Servers {
  return {
    servers: servers.map((fields, i) => {
      const { [key]: _, ...rest } = fields;
      return i === server ? rest : fields;
    }),
  };
}

/** The removals that are offered, with the key that each names. */
function removals(findings: readonly Finding[]) {
  return findings
    .filter(({ rule }) => rule === 'unexpected-field')
    .map(({ fixes }) => {
      assert.equal(fixes.length, 1);
      return { key: fixes[0]?.title.replace('Remove ', '') ?? '', edits: fixes[0]?.edits ?? [] };
    });
}

for (const [way, languageId, write, read] of [...WAYS, ...WAYS_IN_STRINGS]) {
  it(`a removed field leaves every other one as it was, in ${way} (seed ${SEED})`, function () {
    this.timeout(30_000);
    holds(
      fc.property(file, (value) => {
        const text = write(value);
        // Some ways of writing a value are not the value that was written.
        const whole = read(text) as Servers;
        for (const { key, edits } of removals(checkText(text, languageId))) {
          const left = read(applyEdits(text, edits)) as Servers;
          const server = whole.servers.findIndex(
            (fields, i) => key in fields && !(key in (left.servers[i] ?? {})),
          );
          assert.ok(server >= 0, `${key} is gone from ${text}`);
          assert.deepEqual(left, without(whole, server, key), text);
          // What is left is the text in its order, without the stretches.
          assert.ok(edits.every(({ text: put }) => put === ''));
        }
      }),
      150,
    );
  });
}
