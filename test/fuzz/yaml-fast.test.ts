import assert from 'node:assert/strict';
import fc from 'fast-check';
import { dump, YAMLException } from 'js-yaml';
import { stringify } from 'yaml';
import { Collector } from '../../src/fixture/collect/collector';
import { readYamlEvents } from '../../src/fixture/yaml/events';
import { readYamlFast } from '../../src/fixture/yaml/fast';
import { file, holds, SEED } from './helpers';

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

const KEYS = [
  'OS-EXT-STS:vm_state',
  'OS-EXT-STS:task_state',
  'os-extended-status:vm_state',
  'vm_state',
  'task_state',
  'power_state',
  'vmState',
  'status',
  'fault',
  'progress',
  'nova_object.data',
  'server',
  'servers',
  'a key',
  "it's",
  '1',
  'true',
  '名',
];

const SERVER = '{"server": {"OS-EXT-STS:vm_state": "active", "status": "ERROR"}}';

const scalar = fc.oneof(
  fc.constantFrom<unknown>(
    'active',
    'ACTIVE',
    'rebooting',
    '{{ x }}',
    'None',
    '',
    ' a ',
    'x: y',
    'x #y',
    'x:',
  ),
  fc.constantFrom<unknown>(
    'two\nlines',
    'three\n\nlines\n',
    '  indented\nlines',
    '- x',
    '? x',
    '名前',
    "it's",
  ),
  fc.constantFrom<unknown>(
    null,
    true,
    false,
    0,
    -1.5,
    '0x1F',
    '1e3',
    '.inf',
    '~',
    'no',
    '2026-01-01',
    '=',
    '<<',
  ),
  fc.constantFrom<unknown>(
    SERVER,
    `${SERVER}\n`,
    `POST /\n${SERVER}`,
    Buffer.from(SERVER).toString('base64'),
  ),
  fc.constantFrom<unknown>([], {}, [[]], [{}]),
  fc.string({ maxLength: 8 }),
);

/** YAML of every kind whose keys are often ours. A new value each time: the same one twice would be an alias. */
const { value } = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    scalar.map((one) => structuredClone(one)),
    fc.array(tie('value'), { maxLength: 4 }),
    fc.dictionary(fc.oneof(fc.constantFrom(...KEYS), fc.string({ maxLength: 4 })), tie('value'), {
      maxKeys: 6,
    }),
  ),
}));

/** Ways to write the same YAML. */
const WRITINGS: readonly ((value: unknown) => string)[] = [
  (data) => dump(data, { lineWidth: -1, noRefs: true }),
  (data) => dump(data, { lineWidth: -1, noRefs: true, indent: 4 }),
  (data) => dump(data, { lineWidth: 30, noRefs: true }),
  (data) => dump(data, { lineWidth: -1, noRefs: true, forceQuotes: true }),
  (data) => dump(data, { lineWidth: -1, flowLevel: 2 }),
  (data) => stringify(data, { aliasDuplicateObjects: false }),
  (data) => stringify(data, { lineWidth: 0, indentSeq: false, aliasDuplicateObjects: false }),
  (data) => stringify(data, { lineWidth: 0, defaultStringType: 'QUOTE_DOUBLE' }),
  (data) => stringify(data, { lineWidth: 0, defaultStringType: 'BLOCK_LITERAL' }),
  (data) => stringify(data, { lineWidth: 0, defaultStringType: 'BLOCK_FOLDED', indent: 3 }),
];

/** What people and programs put around it, or between its lines. */
const TURNS: readonly ((text: string) => string)[] = [
  (text) => text,
  (text) => text.replaceAll('\n', '\r\n'),
  (text) => `---\n${text}`,
  (text) => `# a list\n\n${text}\n# the end`,
  (text) => text.replace(/(?<=[a-z])\n/g, '   # why\n'),
  (text) => text.replace(/\n(?=\w)/g, '\n\n  # and\n'),
  (text) => text.replace(/\n(?= *- )/g, '\n\n'),
  (text) => text.trimEnd(),
  (text) => text.replace(/^(?=.)/gm, '  '),
  (text) => text.replace(/: null$/gm, ':'),
];

const written = fc
  .tuple(fc.oneof(value, file, file), fc.constantFrom(...WRITINGS), fc.constantFrom(...TURNS))
  .map(([data, write, turn]) => turn(write(data)));

describe(`the fast reader of YAML (seed ${SEED})`, function () {
  this.timeout(60_000);

  it('finds what the library finds, and seldom gives up', () => {
    let read = 0;
    let servers = 0;
    let strings = 0;
    holds(
      fc.property(written, (text) => {
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
      fc.property(written, fc.array(change, { minLength: 1, maxLength: 2 }), (text, changes) => {
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
