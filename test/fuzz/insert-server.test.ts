import assert from 'node:assert/strict';
import fc from 'fast-check';
import { load } from 'js-yaml';
import { parse, stringify } from 'yaml';
import { insertServer, readFixture } from '../../src/service';
import { applyEdits } from '../../src/service/write/edits';
import { file, holds, SEED } from './helpers';

const SERVER = { name: 'brand new', status: 'ACTIVE' };

const parseYaml = (text: string): unknown => parse(text, { logLevel: 'silent' });

/** What becomes a line of its own. */
const WHOLE = JSON.stringify({ server: SERVER });

/** A file with a few servers, and other things around them. */
const things = fc.oneof(
  file,
  fc.record({ a: fc.constantFrom<unknown>(1, 'x\ny\n', 'x\n\n\n', null, [], {}, [[]], [{}]), file, z: file }),
  fc.array(fc.oneof(file, fc.constantFrom<unknown>(1, null, [], {})), { maxLength: 3 }),
  fc.record({ server: fc.constantFrom<unknown>({}, [], { server: {} }, { a: [1, { b: [] }] }) }),
);

/** How far into a text, everywhere alike. */
const place = fc.noBias(fc.nat(9_999)).map((part) => part / 9_999);

/** Without aliases: what goes into a map that others take over would be there twice. */
const PLAIN = { aliasDuplicateObjects: false };

const WAYS: readonly [string, string, (value: unknown) => string, (text: string) => unknown][] = [
  ['json', 'JSON', (value) => JSON.stringify(value, null, 2), JSON.parse],
  ['json', 'JSON in one line', (value) => JSON.stringify(value), JSON.parse],
  ['yaml', 'YAML', (value) => stringify(value, PLAIN), load],
  ['yaml', 'YAML with lists not indented', (value) => stringify(value, { ...PLAIN, indentSeq: false }), load],
  ['yaml', 'YAML in flow style', (value) => stringify(value, { ...PLAIN, collectionStyle: 'flow' }), load],
  ['yaml', 'JSON read as YAML', (value) => JSON.stringify(value, null, 2), load],
];

/** A value without the new server, or with something else in its place; and how often it stood there. */
function replaceNew(value: unknown, other?: object): { count: number; rest: unknown } {
  let count = 0;
  const isNew = (one: unknown) => JSON.stringify(one) === JSON.stringify(SERVER);
  const walk = (one: unknown): unknown => {
    if (isNew(one)) {
      count += 1;
      return other;
    }
    if (Array.isArray(one)) return one.map(walk).filter((item) => item !== undefined);
    return typeof one === 'object' && one !== null
      ? Object.fromEntries(Object.entries(one).map(([key, item]) => [key, walk(item)]))
      : one;
  };
  return { rest: walk(value), count };
}

/** Asserts that a text has the new server once more than a value, or in the place of an empty map, and else the same. */
function assertInserted(text: string, value: unknown, parse: (text: string) => unknown): void {
  const after = parse(text);
  const { rest, count } = replaceNew(after);
  assert.equal(count, 1, text);
  const ways = [rest, replaceNew(after, {}).rest].map((one) => JSON.stringify(one));
  assert.ok(ways.includes(JSON.stringify(value)), text);
}

describe(`inserting a server at any place (seed ${SEED})`, function () {
  this.timeout(60_000);

  for (const [languageId, name, write, parse] of WAYS) {
    for (const eol of ['\n', '\r\n']) {
      it(`of ${name} with ${JSON.stringify(eol)} gives a whole text, with it once and all else unchanged`, () => {
        let done = 0;
        holds(
          fc.property(things, place, (value, at) => {
            const text = write(value).replaceAll('\n', eol);
            const before = parse(text);
            const offset = Math.round(at * text.length);
            const edit = insertServer(readFixture(text, languageId), offset, SERVER, '  ');
            if (edit === undefined) return;
            done += 1;
            const after = applyEdits(text, [edit]);
            assertInserted(after, before, parse);
            if (text.includes('\r')) assert.doesNotMatch(after, /(?<!\r)\n/);
          }),
          400,
        );
        assert.ok(done > 200, `${done} times`);
      });
    }
  }

  it('of JSON Lines gives whole lines, one of them with it', () => {
    holds(
      fc.property(fc.array(things, { minLength: 1, maxLength: 4 }), place, (values, at) => {
        const text = values.map((one) => `${JSON.stringify(one)}\n`).join('');
        const offset = Math.round(at * text.length);
        const edit = insertServer(readFixture(text, 'jsonl'), offset, SERVER, '  ');
        assert.ok(edit);
        const after = applyEdits(text, [edit]);
        const lines = after.trimEnd().split('\n');
        if (lines.length > values.length) {
          const others = lines.filter((line) => JSON.stringify(JSON.parse(line)) !== WHOLE);
          assert.equal(others.map((line) => `${line}\n`).join(''), text);
        } else {
          assertInserted(`[${lines}]`, JSON.parse(JSON.stringify(values)), JSON.parse);
        }
      }),
      400,
    );
  });

  it('of a half typed text gives a whole one or none', () => {
    holds(
      fc.property(
        things,
        place,
        fc.constantFrom('"new": ', 'new:', ',', '- ', '[', '{}', '#', '\n'),
        (value, at, typed) => {
          for (const [languageId, , write] of WAYS) {
            const whole = write(value);
            const offset = Math.round(at * whole.length);
            const text = whole.slice(0, offset) + typed + whole.slice(offset);
            const edit = insertServer(readFixture(text, languageId), offset + typed.length, SERVER, '  ');
            if (edit === undefined) continue;
            // Not all that one library reads can be read by the other: a map as a key.
            const read = languageId === 'yaml' ? parseYaml : JSON.parse;
            const { count } = replaceNew(read(applyEdits(text, [edit])));
            assert.equal(count, 1, text);
          }
        },
      ),
      150,
    );
  });
});
