import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parse as parseJsonc } from 'jsonc-parser';
import { parse, stringify } from 'yaml';
import { checkText, type FixableFinding } from '../../src/service';
import { applyEdits } from '../service/helpers';
import { file, holds, SEED } from './helpers';
import { WAYS, WAYS_IN_STRINGS, type Way } from './ways';

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
function removals(findings: readonly FixableFinding[]) {
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

/** Comments that look like something else, behind every line and between the lines. */
function commented(text: string, mark: string): string {
  const lines = text.trimEnd().split('\n');
  return lines.map((line, i) => `${line} ${mark} ${i}, }: "\n  ${mark} &${i} [\n`).join('');
}

const COMMENTED: readonly Way[] = [
  [
    'commented JSON',
    'jsonc',
    (value) => commented(JSON.stringify(value, null, 2), '//'),
    (text) => parseJsonc(text),
  ],
  [
    'commented YAML',
    'yaml',
    (value) => commented(stringify(value, { defaultStringType: 'QUOTE_DOUBLE', lineWidth: 0 }), '#'),
    parse,
  ],
  ['commented YAML in flow style', 'yaml', (value) => commented(JSON.stringify(value, null, 1), '#'), parse],
];

for (const [way, languageId, write, read] of COMMENTED) {
  it(`a removed progress leaves every comment as it was, in ${way} (seed ${SEED})`, () => {
    holds(
      fc.property(file, (value) => {
        const text = write(value);
        const mark = languageId === 'yaml' ? '#' : '//';
        const comments = (of: string) =>
          of.split('\n').map((line) => line.slice(line.lastIndexOf(` ${mark} `)));
        for (const { key, edits } of removals(checkText(text, languageId))) {
          const after = applyEdits(text, edits);
          const left = read(after) as Servers;
          const whole = read(text) as Servers;
          const server = whole.servers.findIndex(
            (fields, i) => key in fields && !(key in (left.servers[i] ?? {})),
          );
          assert.deepEqual(left, without(whole, server, key), after);
          if (key === 'progress') assert.deepEqual(comments(after), comments(text));
        }
      }),
      100,
    );
  });
}
