import assert from 'node:assert/strict';
import fc from 'fast-check';
import { check, DEFAULT_OPTIONS, fixAll, readFixture } from '../../src/service';
import { RULES } from '../../src/service/rules';
import { applyEdits } from '../service/helpers';
import { assertInside, holds, SEED, server, useAll } from './helpers';

/** Pieces that comments for the product are made of, and what does not belong there. */
const PIECES = [
  ...['disable', 'disable-line', 'disable-next-line', 'disable-file', 'enable', 'enabled', 'disable-'].map(
    (verb) => `server-status-${verb}`,
  ),
  ...['server-status cloud=', 'server-status', 'cloud=', 'openstack', 'rackspace', 'nosuch', 'auto'],
  ...RULES.keys(),
  ...[
    'status-mismach',
    'POWER-STATE',
    'power_state',
    ' -- ',
    '--',
    ' ',
    ' ',
    '  ',
    ',',
    ', ',
    '\t',
    '*',
    '#',
  ],
  ...['\u2028', '\u00a0', '🚀', '\uD800', '\0', '__proto__', 'constructor', '"', '{', '}'],
];

const words = fc.array(fc.constantFrom(...PIECES), { maxLength: 8 }).map((pieces) => pieces.join(''));
/** What silences, put together as people do, with mistakes. */
const silencing = fc
  .tuple(
    fc.constantFrom('disable', 'disable-line', 'disable-next-line', 'disable-file', 'enable'),
    fc.array(fc.constantFrom(...RULES.keys(), 'status-mismach', 'nosuch'), { maxLength: 3 }),
    fc.constantFrom('', ' -- why', ' --', ','),
  )
  .map(([verb, codes, reason]) => `server-status-${[verb, ...codes].join(' ')}${reason}`);

/** Servers with a comment before each and behind each. */
const commented = (comment: fc.Arbitrary<string>) =>
  fc.array(fc.tuple(comment, server, comment), { minLength: 1, maxLength: 4 });
type Commented = [string, Record<string, unknown>, string][];

/** Ways to write such a file; each line break in a comment would end it. */
const WAYS: readonly (readonly [string, (rows: Commented, write?: (comment: string) => string) => string])[] =
  [
    [
      'yaml',
      (rows, write = (comment) => comment) =>
        rows
          .map(([before, fields, behind]) => {
            const lines = Object.entries(fields).map(
              ([key, value]) => `  "${key}": ${JSON.stringify(value)}`,
            );
            const [first = '', ...rest] = lines;
            return `# ${write(before)}\n- ${first.trim()} # ${write(behind)}\n${rest.join('\n')}\n`;
          })
          .join(''),
    ],
    [
      'jsonc',
      (rows, write = (comment) => comment) =>
        `[${rows
          .map(([before, fields, behind]) => {
            const inner = write(behind).replaceAll('*/', '');
            return `// ${write(before)}\n${JSON.stringify(fields, null, 1).replace('\n', ` /* ${inner} */\n`)}`;
          })
          .join(',\n')}]`,
    ],
  ];

for (const [languageId, write] of WAYS) {
  describe(`comments for the product in ${languageId} (seed ${SEED})`, function () {
    this.timeout(30_000);

    it('may say anything: nothing throws, and every place lies in the text', () => {
      holds(
        fc.property(commented(words), (rows) => {
          const text = write(rows);
          assertInside(text, useAll(text, languageId));
        }),
        80,
      );
    });

    it('take findings away and add none but those about comments', () => {
      holds(
        fc.property(commented(silencing), (rows) => {
          const found = (text: string) =>
            check(readFixture(text, languageId))
              .filter(({ rule }) => rule !== 'unused-directive')
              .map(({ rule, span: { start, end } }) => `${rule} ${start}-${end}`);
          // As long as the directive, and none.
          const without = write(rows, (comment) => comment.replaceAll('server-status', 'server_status'));
          const all = new Set(found(without));
          for (const one of found(write(rows))) assert.ok(all.has(one), `${one} in ${write(rows)}`);
        }),
        80,
      );
    });

    it('are put right once, and nothing else with them', () => {
      holds(
        fc.property(commented(silencing), (rows) => {
          const text = write(rows);
          const keep = fixAll(readFixture(text, languageId), DEFAULT_OPTIONS, 'keep');
          const fix = fixAll(readFixture(text, languageId), DEFAULT_OPTIONS, 'fix');
          assert.equal(applyEdits(text, fix.edits), fix.fixture.text);
          const commentsOf = (fixture: typeof keep.fixture) =>
            fixture.comments.map(({ start, end }) => fixture.text.slice(start, end).trim());
          // Values change, comments stay.
          assert.deepEqual(commentsOf(keep.fixture), commentsOf(readFixture(text, languageId)));
          assert.equal(fixAll(fix.fixture, DEFAULT_OPTIONS, 'fix').fixture.text, fix.fixture.text);
        }),
        50,
      );
    });
  });
}
