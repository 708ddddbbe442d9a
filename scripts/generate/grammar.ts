import { clouds, type StateField, vocabularyOf } from '../../src/mapping';

/**
 * Patterns of the fields' keys: in the API's spelling, or as SDKs and templates write them (`vmState`). Lengths are
 * limited here and below, as these patterns are used in lookbehinds at every value. A notification's bare `state` is
 * omitted: it is rarely a server's.
 */
const KEYS: Readonly<Record<StateField, string>> = {
  vmState: '[\\w.:-]{0,40}(?i:vm[-_. ]?state)',
  taskState: '[\\w.:-]{0,40}(?i:task[-_. ]?state)',
  status: 'status',
};

const FIELDS = Object.keys(KEYS) as StateField[];

const GAP = '[ \\t]{0,40}';

/** The tag and anchor that can precede a plain YAML value. */
const PROPERTIES = '(?:[&!][^\\s]{0,40}[ \\t]{1,4}){0,2}';

/** The end of plain values: the end of the line or a comment; in brackets and braces also their separators. */
const BLOCK_END = '(?=[ \\t]*$|[ \\t]+#)';
const FLOW_END = '(?=[ \\t]*(?:$|[,\\]}])|[ \\t]+#)';

/**
 * Returns injection grammars with separate scopes for the three keys and the values of all clouds, so a misspelt value
 * looks like any other text even before a check. One grammar is for quoted strings, two are for YAML's plain values,
 * which end differently in blocks and in brackets. They only add scopes inside the strings that VS Code's grammars
 * find, so they cannot affect any text after a value.
 *
 * @returns the grammars by file name.
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
        // For JSON. The text "null" does not match.
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

// Every pattern starts with \G, which matches only at the start of the host grammar's string.

function key(field: StateField, before: string, end: string) {
  return { match: `\\G${before}${KEYS[field]}${end}`, name: scope('meta.key', field) };
}

function value(field: StateField, quote: string, end: string) {
  return {
    match: `\\G${behind(field, quote)}(?:${values(field)})${end}`,
    // The only common scope that every theme of VS Code colours differently from its strings. No grammar can see
    // whether a `status` is in a server, so the check colours it (status-colours.ts).
    name: scope(field === 'status' ? 'meta.value' : 'constant.numeric', field),
  };
}

function nullOf(field: StateField, pattern: string) {
  return { match: `\\G${pattern}`, captures: { 2: { name: scope('constant.language.null', field) } } };
}

/** Returns a lookbehind for a field's key, its colon and the text before its value. */
function behind(field: StateField, quote: string): string {
  const name = `(?:["']${KEYS[field]}["']|(?:^|[-?{\\[,])${GAP}${KEYS[field]})`;
  return `(?<=${name}${GAP}:${GAP}${PROPERTIES}${quote})`;
}

function scope(root: string, field: StateField): string {
  const name = { vmState: 'vm-state', taskState: 'task-state', status: 'status' }[field];
  return `${root}.${name}.server-status`;
}

/** Returns all values of all clouds in any spelling, longest first, as the first matching alternative is taken. */
function values(field: StateField): string {
  const all = [...clouds.values()].flatMap((cloud) => [
    ...Object.keys(vocabularyOf(cloud, field)),
    ...(field === 'vmState' ? Object.keys(cloud.vmStateAliases) : []),
  ]);
  return [...new Set(all)].sort((a, b) => b.length - a.length || (a < b ? -1 : 1)).join('|');
}
