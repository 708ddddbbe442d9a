import { clouds, type StateField, vocabularyOf } from '../src/mapping';

/** How a field's key is written, as a pattern. */
const KEYS: Readonly<Record<StateField, string>> = {
  vmState: '(?:OS-EXT-STS:|os-extended-status:)?vm_state',
  taskState: '(?:OS-EXT-STS:|os-extended-status:)?task_state',
  status: 'status',
};

const FIELDS = Object.keys(KEYS) as StateField[];

/**
 * The injection grammar that gives the three keys and every value of every cloud scopes of their own, so that
 * a misspelt value looks like any other text before a check has run.
 */
export function grammar() {
  return {
    comment: 'Made from the mapping core by `npm run grammar`. Do not edit.',
    scopeName: 'server-status.injection',
    injectionSelector: 'L:source.json -comment -string, L:source.yaml -comment -string',
    patterns: [{ include: '#json' }, { include: '#yaml' }],
    repository: {
      json: { patterns: FIELDS.map(jsonField) },
      yaml: { patterns: FIELDS.map(yamlField) },
    },
  };
}

function jsonField(field: StateField) {
  return {
    // With its comma: VS Code's grammar takes a comma for an error where it has not seen the value before it.
    match: `("${KEYS[field]}")\\s*(:)\\s*(?:("(?:${values(field)})")|(null))(?:\\s*(,))?`,
    captures: {
      1: { name: `${scope('meta.key', field)} string.json support.type.property-name.json` },
      2: { name: 'punctuation.separator.dictionary.key-value.json' },
      3: { name: scope('constant.language', field) },
      4: { name: 'constant.language.json' },
      5: { name: 'punctuation.separator.dictionary.pair.json' },
    },
  };
}

function yamlField(field: StateField) {
  const quoted = `(["']?)(${values(field)})\\4`;
  return {
    match: `(?<![\\w.:-])(["']?)(${KEYS[field]})\\1(:)[ \\t]+${quoted}(?=[ \\t]*(?:$|[ \\t]#|[,}\\]]))`,
    captures: {
      2: { name: `${scope('meta.key', field)} entity.name.tag.yaml` },
      3: { name: 'punctuation.separator.key-value.mapping.yaml' },
      5: { name: scope('constant.language', field) },
    },
  };
}

function scope(root: string, field: StateField): string {
  const name = { vmState: 'vm-state', taskState: 'task-state', status: 'status' }[field];
  return `${root}.${name}.server-status`;
}

/** Every cloud's values, longest first: a pattern takes the first alternative that fits. */
function values(field: StateField): string {
  const all = new Set([...clouds.values()].flatMap((cloud) => Object.keys(vocabularyOf(cloud, field))));
  return [...all].sort((a, b) => b.length - a.length || (a < b ? -1 : 1)).join('|');
}
