import assert from 'node:assert/strict';
import fc from 'fast-check';
import { Collector } from '../../src/fixture/collect/collector';
import { readJsonFast } from '../../src/fixture/json/fast';
import { readJsonScanned } from '../../src/fixture/json/scan';
import { atOnce } from '../../src/fixture/steps';
import { file, holds, SEED } from './helpers';

/** What a reader found; undefined where the fast one gave up. */
function fast(text: string, lines: boolean) {
  const collector = new Collector();
  return atOnce(readJsonFast(text, lines, collector)) ? found(collector) : undefined;
}

const found = ({ objects, strings }: Collector) => ({ objects, strings });
const scanned = (text: string, lines: boolean) => found(atOnce(readJsonScanned(text, lines)).collector);

const KEYS = [
  'OS-EXT-STS:vm_state',
  'OS-EXT-STS:task_state',
  'os-extended-status:vm_state',
  'vm_state',
  'task_state',
  'power_state',
  'vmState',
  'taskState',
  'status',
  'fault',
  'progress',
  'state',
  'old_task_state',
  'nova_object.data',
  'server',
  'servers',
  '',
  'a "key"',
  'stat\u00fcs',
];

const SERVER_IN_STRING = '{"server": {"OS-EXT-STS:vm_state": "active", "status": "ERROR"}}';

const scalar = fc.oneof(
  fc.constantFrom<unknown>('active', 'ACTIVE', 'rebooting', '{{ x }}', 'None', '', SERVER_IN_STRING),
  fc.constantFrom<unknown>(null, true, false, 0, -1.5e-7, 1e21),
  fc.string({ unit: 'binary', maxLength: 12 }),
  fc.constantFrom(SERVER_IN_STRING, '[]').map((text) => Buffer.from(text).toString('base64')),
  fc.constant(SERVER_IN_STRING).map((text) => JSON.stringify({ body: text })),
);

/** JSON of every kind whose keys are often ours. */
const { json } = fc.letrec<{ json: unknown }>((tie) => ({
  json: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    scalar,
    fc.array(tie('json'), { maxLength: 4 }),
    fc.dictionary(fc.oneof(fc.constantFrom(...KEYS), fc.string({ maxLength: 6 })), tie('json'), {
      maxKeys: 6,
    }),
  ),
}));

/** Ways to write the same JSON. */
const WRITINGS: readonly ((value: unknown) => string)[] = [
  (value) => JSON.stringify(value),
  (value) => JSON.stringify(value, null, 2),
  (value) => JSON.stringify(value, null, '\t'),
  (value) => ` \r\n${JSON.stringify(value, null, 1).replaceAll('\n', '\r\n')}\r\n\t`,
  (value) => JSON.stringify(value, null, 1).replaceAll('\n', '\r'),
  (value) =>
    JSON.stringify(value)
      .replaceAll('/', '\\/')
      .replace(/[^ -~]/g, escaped),
  // Every fourth letter of a string that is no escape.
  (value) => JSON.stringify(value).replace(/(?<=[a-z]{3})[a-z](?=[^\\]*")/g, escaped),
];

function escaped(letter: string): string {
  return `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`;
}

const written = fc
  .tuple(fc.oneof(json, file), fc.constantFrom(...WRITINGS))
  .map(([value, write]) => write(value));

describe(`the fast reader of JSON (seed ${SEED})`, function () {
  this.timeout(60_000);

  it('finds what the library’s scanner finds in whole JSON, and seldom gives up', () => {
    let read = 0;
    let servers = 0;
    let strings = 0;
    holds(
      fc.property(written, (text) => {
        const got = fast(text, false);
        if (got === undefined) return;
        assert.deepEqual(got, scanned(text, false), text);
        read += 1;
        servers += got.objects.length;
        strings += got.strings.length;
      }),
      4000,
    );
    assert.ok(read > 2500, `${read} read`);
    assert.ok(servers > 500 && strings > 500, `${servers} servers, ${strings} strings`);
  });

  it('never gives up on what JSON.stringify writes without escaping a key', () => {
    holds(
      fc.property(fc.oneof(json, file), fc.constantFrom(undefined, 2, '\t'), (value, space) => {
        const text = JSON.stringify(value, null, space);
        const hasEscapedKey = /"(?:[^"\\\n]|\\.)*\\.(?:[^"\\\n]|\\.)*" ?:/.test(text);
        assert.ok(hasEscapedKey || fast(text, false) !== undefined, text);
      }),
      1500,
    );
  });

  it('finds what the scanner finds in JSON Lines', () => {
    holds(
      fc.property(
        fc.array(fc.oneof(json, file), { maxLength: 5 }),
        fc.constantFrom('\n', '\r\n', '\n\n'),
        (values, eol) => {
          const text = values.map((value) => JSON.stringify(value)).join(eol);
          const got = fast(text, true);
          if (got !== undefined) assert.deepEqual(got, scanned(text, true), text);
        },
      ),
      1000,
    );
  });

  it('gives up at a line break or the end behind a backslash', () => {
    const states = '"OS-EXT-STS:vm_state":"active","status":"ACTIVE","status":"ERROR"';
    for (const text of [
      `{"a":"x\\\n",${states}}`,
      `{"a":"x\\\r",${states}}`,
      '{"vm_state":1,"b":"éééé\\\0"}\n',
      '{"vm_state":1,"b":"x\\',
    ]) {
      assert.equal(fast(text, false), undefined, JSON.stringify(text));
      assert.equal(fast(text, true), undefined, JSON.stringify(text));
    }
  });

  it('gives up where two values stand on one line of JSON Lines', () => {
    for (const text of ['{"server": {}}{"a": 1}', '{"server": {}} []', '"{}"null', '1 2']) {
      assert.equal(fast(text, true), undefined, text);
    }
  });

  for (const lines of [false, true]) {
    it(`gives up or agrees with the scanner on changed texts${lines ? ' of JSON Lines' : ''}`, () => {
      const change = fc.tuple(
        fc.nat(),
        fc.nat(3),
        fc.constantFrom(
          '',
          ...'{}[],:"\\\n\r\t-0.e+tn/u',
          '//',
          '/*',
          '""',
          'null',
          '\\u12',
          '\u0000',
          '\uFEFF',
        ),
      );
      let agreed = 0;
      holds(
        fc.property(written, fc.array(change, { minLength: 1, maxLength: 2 }), (text, changes) => {
          const changed = changes.reduce((now, [where, length, put]) => {
            const at = where % (now.length + 1);
            return now.slice(0, at) + put + now.slice(at + length);
          }, text);
          // In JSON Lines a bracket that begins a line ends what is open, even within a value that is whole.
          if (lines && /[\r\n][[{]/.test(changed)) return;
          const got = fast(changed, lines);
          if (got === undefined) return;
          assert.deepEqual(got, scanned(changed, lines), changed);
          agreed += 1;
        }),
        6000,
      );
      assert.ok(agreed > 300, `${agreed} read`);
    });
  }
});
