import { clouds, type StateField, vocabularyOf } from '../../src/mapping';

/**
 * How a field's key is written, as a pattern: in the API's spelling, or as SDKs and templates have it (`vmState`).
 * Lengths have bounds here and below, as all of this is looked for backwards from every value. A notification's
 * bare `state` is left out: half of what people call a state is not a server's.
 */
const KEYS: Readonly<Record<StateField, string>> = {
  vmState: '[\\w.:-]{0,40}(?i:vm[-_. ]?state)',
  taskState: '[\\w.:-]{0,40}(?i:task[-_. ]?state)',
  status: 'status',
};

const FIELDS = Object.keys(KEYS) as StateField[];

const GAP = '[ \\t]{0,40}';

/** What can stand before a plain YAML value: its tag and its anchor. */
const PROPERTIES = '(?:[&!][^\\s]{0,40}[ \\t]{1,4}){0,2}';

/** The ends of plain values: a line's end or a comment; in brackets and braces also what parts their items. */
const BLOCK_END = '(?=[ \\t]*$|[ \\t]+#)';
const FLOW_END = '(?=[ \\t]*(?:$|[,\\]}])|[ \\t]+#)';

/**
 * The injection grammars that give the three keys and every value of every cloud scopes of their own, so that a
 * misspelt value looks like any other text before a check has run. One for what stands in quotes, one each for
 * YAML's plain values in blocks and in brackets or braces, as these end differently. They only add to what VS
 * Code's own grammars have found, inside their strings, so that nothing behind a value can come out otherwise.
 *
 * @returns the grammars by the names of their files.
 */
export function grammars() {
  return {
    'quoted.injection': injection(
      'quoted',
      [
        'L:source.json string',
        'L:source.json meta.structure.dictionary.value -string -comment',
        'L:source.yaml string.quoted',
      ],
      [
        ...FIELDS.map((field) => key(field, `(?<=["'])`, `(?=["']${GAP}:)`)),
        ...FIELDS.map((field) => value(field, `["']`, `(?=["'])`)),
        // In JSON; the text "null" is none.
        nullOf('taskState', `(?<="${KEYS.taskState}"${GAP}:)(\\s*)(null)\\b`),
      ],
    ),
    'block.injection': injection(
      'block',
      ['L:source.yaml string.unquoted.plain -string.unquoted.plain.in'],
      plain(BLOCK_END),
    ),
    'flow.injection': injection('flow', ['L:source.yaml string.unquoted.plain.in'], plain(FLOW_END)),
  };
}

function injection(place: string, selectors: string[], patterns: object[]) {
  return {
    comment: 'Made from the mapping core by `npm run generate grammar`. Do not edit.',
    scopeName: `server-status.${place}.injection`,
    injectionSelector: selectors.join(', '),
    patterns,
  };
}

function plain(end: string) {
  return [
    ...FIELDS.map((field) => key(field, '', `(?=${GAP}:(?:[ \\t]|$))`)),
    ...FIELDS.map((field) => value(field, '', end)),
    nullOf('taskState', `${behind('taskState', '')}()(null|Null|NULL|~)${end}`),
  ];
}

// Every pattern begins with \G: it holds where the host's string begins, and nowhere inside a longer text.

function key(field: StateField, before: string, end: string) {
  return { match: `\\G${before}${KEYS[field]}${end}`, name: scope('meta.key', field) };
}

function value(field: StateField, quote: string, end: string) {
  return {
    match: `\\G${behind(field, quote)}(?:${values(field)})${end}`,
    // Of the common scopes it is the one that every theme of VS Code colours otherwise than its strings. A `status` is a
    // server's only in a server, which no grammar can see: what it is coloured by is the check (status-colours.ts).
    name: scope(field === 'status' ? 'meta.value' : 'constant.numeric', field),
  };
}

function nullOf(field: StateField, pattern: string) {
  return { match: `\\G${pattern}`, captures: { 2: { name: scope('constant.language.null', field) } } };
}

/** Holds behind a field's key, its colon and what else stands before its value. */
function behind(field: StateField, quote: string): string {
  const name = `(?:["']${KEYS[field]}["']|(?:^|[-?{\\[,])${GAP}${KEYS[field]})`;
  return `(?<=${name}${GAP}:${GAP}${PROPERTIES}${quote})`;
}

function scope(root: string, field: StateField): string {
  const name = { vmState: 'vm-state', taskState: 'task-state', status: 'status' }[field];
  return `${root}.${name}.server-status`;
}

/** Every cloud's values in every spelling that it has, longest first: the first alternative that fits is taken. */
function values(field: StateField): string {
  const all = [...clouds.values()].flatMap((cloud) => [
    ...Object.keys(vocabularyOf(cloud, field)),
    ...(field === 'vmState' ? Object.keys(cloud.vmStateAliases) : []),
  ]);
  return [...new Set(all)].sort((a, b) => b.length - a.length || (a < b ? -1 : 1)).join('|');
}
