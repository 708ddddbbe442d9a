import { parse, stringify } from 'yaml';

/** How a file can be written: the name, the language id, and a writer with its reader. */
export type Way = readonly [string, string, (value: unknown) => string, (text: string) => unknown];

export const WAYS: readonly Way[] = [
  ['JSON', 'json', (value) => JSON.stringify(value), JSON.parse],
  ['JSON over lines', 'json', (value) => JSON.stringify(value, null, 2), JSON.parse],
  ['YAML', 'yaml', (value) => stringify(value), parse],
  ['YAML in flow style', 'yaml', (value) => stringify(value, { collectionStyle: 'flow' }), parse],
  [
    'YAML in single quotes',
    'yaml',
    (value) => stringify(value, { defaultStringType: 'QUOTE_SINGLE' }),
    parse,
  ],
  [
    'YAML in double quotes',
    'yaml',
    (value) => stringify(value, { defaultStringType: 'QUOTE_DOUBLE' }),
    parse,
  ],
  [
    'YAML in literal texts',
    'yaml',
    (value) => stringify(value, { defaultStringType: 'BLOCK_LITERAL', defaultKeyType: 'PLAIN' }),
    parse,
  ],
  ['YAML in CR LF', 'yaml', (value) => stringify(value).replaceAll('\n', '\r\n'), parse],
];

/** JSON in a string of JSON or YAML. */
const inString = ([name, languageId, write, read]: Way, space?: number): Way => [
  `JSON in ${name}`,
  languageId,
  (value) => write({ body: JSON.stringify(value, null, space) }),
  (text) => JSON.parse((read(text) as { body: string }).body),
];

/** The same in strings: on one line, and over lines. */
export const WAYS_IN_STRINGS: readonly Way[] = WAYS.flatMap((way) => [
  inString(way),
  inString([`lines in ${way[0]}`, ...way.slice(1)] as unknown as Way, 2),
]);
