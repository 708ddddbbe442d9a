import assert from 'node:assert/strict';
import fc from 'fast-check';
import { dump } from 'js-yaml';
import { stringify } from 'yaml';
import { type Difference, type Fixture, readFixture } from '../../src/service';
import { readChanged } from '../../src/service/recognise/read-change';
import { said } from '../service/recognise/said';
import { file, holds, RUN, SEED, server } from './helpers';
import { writtenYaml } from './yaml-texts';

/** Asserts that the places of plain scalars are still theirs: in broken YAML, how much is read depends on the part. */
function assertInPlace({ text, servers, leftAlone }: Fixture): void {
  for (const { fields } of [...servers, ...leftAlone])
    for (const field of Object.values(fields)) {
      const { start, end } = field.span;
      if (field.kind === 'string' && field.style === 'plain' && !/\n/.test(text.slice(start, end)))
        assert.equal(text.slice(start, end), field.text);
    }
}

const json = fc
  .tuple(file, fc.constantFrom(undefined, 2, '\t'))
  .map(([value, space]) => JSON.stringify(value, null, space));

/** JSON in strings of JSON, as Mockoon's routes have it. */
const routes = fc.array(file, { minLength: 1, maxLength: 3 }).map((files) => {
  const bodies = files.map((value, i) => ({ uuid: `r${i}`, body: JSON.stringify(value) }));
  return JSON.stringify({ routes: bodies }, null, 2);
});

/** The servers of a file in a string each. */
const inRoutes = ({ servers }: { servers: unknown[] }): string =>
  JSON.stringify({ routes: servers.map((value, i) => ({ uuid: `r${i}`, body: JSON.stringify(value) })) });

/** JSON in strings of YAML, as an HTTP recording has it. */
const recordings = fc
  .tuple(
    fc.array(file, { minLength: 1, maxLength: 3 }),
    fc.constantFrom<'QUOTE_DOUBLE' | 'BLOCK_LITERAL'>('QUOTE_DOUBLE', 'BLOCK_LITERAL'),
  )
  .map(([files, style]) =>
    stringify(
      {
        interactions: files.map((value) => ({
          response: { code: 200, body: JSON.stringify(value, null, 1) },
        })),
      },
      { defaultStringType: style, defaultKeyType: 'PLAIN', lineWidth: 0 },
    ),
  );

const block = file.map((value) => dump(value, { lineWidth: -1 }));

/** More than the length from which YAML is read in sections: an error costs only its part. */
const filler = dump(
  Array.from({ length: 900 }, (_, i) => ({ name: `web-${i}`, addresses: [{ addr: `10.0.0.${i % 250}` }] })),
);
const long = fc.array(server, { minLength: 3, maxLength: 6 }).map((servers) => {
  const own = dump({ servers }, { lineWidth: -1 });
  return `${own}${filler.replace(/^/gm, '  ').trimEnd()}\n`;
});

/** Enough servers for several blocks, in part without evidence for a cloud, and in part in one that is around all of them. */
const many = fc
  .tuple(
    fc.array(server, { minLength: 2, maxLength: 3 }),
    fc.integer({ min: 17, max: 40 }),
    fc.boolean(),
    fc.option(server, { nil: undefined, freq: 3 }),
  )
  .map(([some, times, isNamed, outer]) => {
    const one = ({ enterprise_project_id: id, ...rest }: Record<string, unknown>) =>
      structuredClone(isNamed && id !== undefined ? { ...rest, enterprise_project_id: id } : rest);
    const servers = Array.from({ length: times }, () => some.map(one)).flat();
    return outer ? { servers: [{ ...one(outer), servers }, one(outer)] } : { servers };
  });

/** What a person types, pastes or deletes. */
const typed = fc.oneof(
  fc.constantFrom(
    '',
    '',
    'a',
    'ACTIVE',
    'error',
    'status',
    ' ',
    '\n',
    '\n  ',
    '"',
    ',',
    ':',
    '{',
    '}',
    '[',
    ']',
    '-',
    '#',
  ),
  fc.constantFrom(
    '# server-status-disable-line',
    '// x\n',
    '/* x */',
    '"x": 1, ',
    '\\n',
    '\\u0041',
    'null',
    '|',
    "'",
    '1',
    '🚀',
  ),
  fc.constantFrom(
    '"enterprise_project_id": "0", ',
    '"href": "https://compute.example.com/", ',
    '"server": {',
  ),
  fc.constantFrom(
    '\n      x',
    '\n    - id: 1',
    '{"status": "ACTIVE", "OS-EXT-STS:vm_state": "active"}, ',
    '}, {',
  ),
);

/** A change of a text, somewhere or in one of its servers. */
interface Edit {
  readonly at: number;
  readonly inServer: number | undefined;
  readonly length: number;
  readonly put: string;
}

const edit: fc.Arbitrary<Edit> = fc.record({
  at: fc.nat(),
  inServer: fc.option(fc.nat(), { nil: undefined, freq: 4 }),
  length: fc.constantFrom(0, 0, 0, 1, 1, 2, 6),
  put: typed,
});

/** Returns the text after an edit, and the edit as an editor tells it: it may replace a word by one that is much like it. */
function edited(
  { text, servers }: Fixture,
  { at, inServer, length, put }: Edit,
): { text: string; change: Difference } {
  const place = inServer === undefined ? undefined : servers[inServer % Math.max(1, servers.length)]?.span;
  const span = place ?? { start: 0, end: text.length };
  const start = Math.min(text.length, span.start + (at % (span.end - span.start + 2)));
  const end = Math.min(text.length, start + length);
  const change = { start, end, growth: put.length - (end - start) };
  return { text: text.slice(0, start) + put + text.slice(end), change };
}

/** Edits texts and compares each change that is read alone with the whole text. Returns how many there were. */
function compare(languageId: string, texts: fc.Arbitrary<string>, inputs: number): number {
  let alone = 0;
  holds(
    fc.property(texts, fc.array(edit, { minLength: 4, maxLength: 16 }), (first, steps) => {
      let fixture = readFixture(first, languageId);
      for (const step of steps) {
        const { text, change } = edited(fixture, step);
        const whole = readFixture(text, languageId);
        const now = readChanged(fixture, text, step.at % 2 === 0 ? change : undefined);
        if (now) {
          alone += 1;
          if (languageId === 'yaml' && now.broken().length > 0) assertInPlace(now);
          else if (said(now) !== said(whole))
            assert.deepEqual(
              JSON.parse(said(now)),
              JSON.parse(said(whole)),
              JSON.stringify([fixture.text, text]),
            );
        }
        // A change after which only whole texts can be read is taken back.
        if (now || whole.isDivisible()) fixture = now ?? whole;
      }
    }),
    inputs,
  );
  return alone;
}

describe(`a change that is read alone (seed ${SEED})`, function () {
  this.timeout(240_000);

  for (const [what, languageId, texts, inputs, least] of [
    ['JSON', 'json', json, 700, 4500],
    ['JSON Lines', 'jsonl', json, 150, 250],
    ['JSON in strings of JSON', 'json', routes, 200, 500],
    ['YAML in blocks', 'yaml', block, 500, 1200],
    ['YAML of every style', 'yaml', writtenYaml, 300, 450],
    ['JSON in strings of YAML', 'yaml', recordings, 200, 600],
    ['long YAML with errors', 'yaml', long, 25, 120],
    ['many servers of JSON', 'json', many.map((value) => JSON.stringify(value, null, 1)), 12, 60],
    ['many servers in strings of JSON', 'json', many.map(inRoutes), 6, 6],
    ['many servers of YAML', 'yaml', many.map((value) => dump(value, { lineWidth: -1 })), 6, 6],
  ] as const) {
    it(`says the same as the whole text: ${what}`, () => {
      const alone = compare(languageId, texts, inputs);
      assert.ok(RUN !== undefined || alone >= least, `${alone} read alone`);
    });
  }
});
