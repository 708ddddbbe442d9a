import fc from 'fast-check';
import { dump } from 'js-yaml';
import { stringify } from 'yaml';
import { file } from './helpers';

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

/** YAML as programs and people write it, most of it with servers. */
export const writtenYaml = fc
  .tuple(fc.oneof(value, file, file), fc.constantFrom(...WRITINGS), fc.constantFrom(...TURNS))
  .map(([data, write, turn]) => turn(write(data)));
