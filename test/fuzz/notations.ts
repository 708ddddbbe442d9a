import assert from 'node:assert/strict';
import { load, loadAll } from 'js-yaml';
import { type ParseError, parse as parseJsonc } from 'jsonc-parser';
import type { Dice } from './wrapped/dice';

/** What a file holds: a map or a list of maps, the values of which are scalars, maps and lists. */
type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

/** A way to write a file, with another parser that reads it: it throws where the text is broken. */
export interface FileNotation {
  readonly name: string;
  readonly languageId: string;
  readonly write: (value: Json, dice: Dice) => string;
  readonly read: (text: string) => unknown;
}

const JSON_NOTATION: FileNotation = {
  name: 'JSON',
  languageId: 'json',
  write: (value, dice) => broken(JSON.stringify(value, null, dice.pick(['', '  ', '\t'])), dice),
  read: JSON.parse,
};

/** JSON with comments and trailing commas. */
function jsonc(value: Json, dice: Dice, indent = ''): string {
  const noise = () => dice.pick(['', '', ' ', ' // {"status": "x", \n', '/* " } */', '\n\n']);
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const isList = Array.isArray(value);
  const deeper = `${indent}  `;
  const members = Object.entries(value).map(
    ([key, one]) =>
      `${noise()}\n${deeper}${isList ? '' : `${JSON.stringify(key)}${noise()}:${noise()}`}${jsonc(one, dice, deeper)}${noise()}`,
  );
  const trailing = members.length > 0 && dice.isLucky(0.3) ? ',' : '';
  const [open, close] = isList ? '[]' : '{}';
  return `${open}${members.join(',')}${trailing}${noise()}\n${indent}${close}`;
}

function readJsonc(text: string): unknown {
  const errors: ParseError[] = [];
  const value = parseJsonc(text, errors, { allowTrailingComma: true });
  assert.deepEqual(errors, []);
  return value;
}

/** CR LF, at times. */
function broken(text: string, dice: Dice): string {
  return dice.isLucky(0.2) ? text.replaceAll('\n', '\r\n') : text;
}

/** The anchors of a document, by what they stand for. */
type Anchors = Map<string, string>;

const PLAIN = /^[A-Za-z][\w-]*$/;
const isPlain = (text: string) => PLAIN.test(text) && !/^(null|true|false|yes|no|on|off|y|n)$/i.test(text);

function yamlScalar(value: string | number | boolean | null, dice: Dice, anchors: Anchors): string {
  const known = anchors.get(JSON.stringify(value));
  if (known && dice.isLucky(0.3)) return `*${known}`;
  const text = String(value);
  const quoted = JSON.stringify(text);
  const ways =
    value === null
      ? ['null', '~', '!!null null']
      : typeof value !== 'string'
        ? [text]
        : [
            quoted,
            `!!str ${quoted}`,
            `! ${quoted}`,
            ...(/[\n]/.test(text) ? [] : [`'${text.replaceAll("'", "''")}'`]),
            ...(isPlain(text) ? [text, text, `!!str ${text}`] : []),
          ];
  const written = dice.pick(ways);
  if (!dice.isLucky(0.15)) return written;
  const name = `a${anchors.size}`;
  anchors.set(JSON.stringify(value), name);
  return `&${name} ${written}`;
}

function yamlKey(key: string, dice: Dice): string {
  return dice.pick([key, key, key, key, `"${key}"`, `'${key}'`, `!!str ${key}`]);
}

/** The lines of a map or list in block style, each behind the indentation. */
function yamlBlock(value: Json, dice: Dice, anchors: Anchors, indent: string): string {
  const noise = () => dice.pick(['', '', '', '', `${indent}# status: ERROR\n`, '\n']);
  if (Array.isArray(value)) {
    return value.map((one) => `${noise()}${indent}-${yamlValue(one, dice, anchors, indent, true)}`).join('');
  }
  return Object.entries(value as { [key: string]: Json })
    .map(([key, one]) => {
      const written = yamlKey(key, dice);
      if (!dice.isLucky(0.2))
        return `${noise()}${indent}${written}:${yamlValue(one, dice, anchors, indent, false)}`;
      if (one === null && dice.isLucky(0.3)) return `${noise()}${indent}? ${written}\n`;
      return `${noise()}${indent}? ${written}\n${indent}:${yamlValue(one, dice, anchors, indent, true)}`;
    })
    .join('');
}

/**
 * What stands behind a dash or a colon, with the end of its line.
 *
 * @param isCompact true where a map may begin on the same line.
 */
function yamlValue(value: Json, dice: Dice, anchors: Anchors, indent: string, isCompact: boolean): string {
  const comment = () => dice.pick(['', '', '', ' # status: x', ' ']);
  if (typeof value !== 'object' || value === null) {
    if (value === null && dice.isLucky(0.2)) return `${comment()}\n`;
    if (typeof value === 'string' && isPlain(value) && dice.isLucky(0.1))
      return ` ${dice.pick(['|-', '>-', '>', '|'])}\n${indent}  ${value}\n`;
    if (dice.isLucky(0.05)) return `\n${indent}  ${yamlScalar(value, dice, anchors)}\n`;
    return ` ${yamlScalar(value, dice, anchors)}${comment()}\n`;
  }
  const size = Object.keys(value).length;
  if (size === 0 || dice.isLucky(0.15))
    return ` ${yamlFlow(value, dice, anchors, `${indent}  `)}${comment()}\n`;
  const lines = yamlBlock(value, dice, anchors, `${indent}  `);
  // A comment may stand in front of the first member.
  if (isCompact && lines.startsWith(`${indent}  `) && !/^\s*[#!'"&*]/.test(lines))
    return ` ${lines.slice(indent.length + 2)}`;
  return `${dice.pick(['', '', ' # a', ` !!${Array.isArray(value) ? 'seq' : 'map'}`])}\n${lines}`;
}

function yamlFlow(value: Json, dice: Dice, anchors: Anchors, indent: string): string {
  if (typeof value !== 'object' || value === null) return yamlScalar(value, dice, anchors);
  const gap = () => dice.pick(['', ' ', ' ', `\n${indent}`, ` # "status": x\n${indent}`]);
  const isList = Array.isArray(value);
  const members = Object.entries(value).map(([key, one]) => {
    if (isList) return `${gap()}${yamlFlow(one, dice, anchors, indent)}`;
    const isBare = one === null && dice.isLucky(0.4);
    const name = yamlKey(key, dice);
    if (isBare) return `${gap()}${name}${dice.pick(['', ': ', ':'])}`;
    return `${gap()}${dice.isLucky(0.1) ? '? ' : ''}${name} : ${yamlFlow(one, dice, anchors, indent)}`;
  });
  const [open, close] = isList ? '[]' : '{}';
  return `${open}${members.join(`${dice.pick(['', ' '])},`)}${dice.pick(['', ' ', members.length ? ' ,' : ''])}${gap()}${close}`;
}

const YAML_NOTATION: FileNotation = {
  name: 'YAML',
  languageId: 'yaml',
  write: (value, dice) =>
    broken(
      dice.pick(['', '', '---\n', '# a\n\n', '%YAML 1.2\n---\n']) + yamlBlock(value, dice, new Map(), ''),
      dice,
    ),
  read: (text) => load(text),
};

/** What a program says behind a sign, as a literal that a pattern takes apart. */
function literalIn(text: string, pattern: RegExp): string {
  const found = pattern.exec(text);
  assert.ok(found?.[1] !== undefined, text);
  return found[1];
}

/** A string of Python in single quotes, or None. */
function pythonOf(value: Json, dice: Dice, indent: string): string {
  if (value === null) return 'None';
  if (typeof value === 'boolean') return value ? 'True' : 'False';
  if (typeof value === 'number') return String(value);
  if (typeof value === 'string') {
    const quoted = JSON.stringify(value);
    return dice.isLucky(0.5)
      ? quoted
      : `'${quoted.slice(1, -1).replaceAll('\\"', '"').replaceAll("'", "\\'")}'`;
  }
  const isList = Array.isArray(value);
  const deeper = `${indent}    `;
  const gap = dice.pick(['', `\n${deeper}`]);
  const members = Object.entries(value).map(
    ([key, one]) => `${gap}${isList ? '' : `${pythonOf(key, dice, '')}: `}${pythonOf(one, dice, deeper)}`,
  );
  const [open, close] = isList ? '[]' : '{}';
  return `${open}${members.join(', ')}${dice.pick(['', members.length ? ',' : ''])}${close}`;
}

/** Reads a map of Python: its strings and words become those of JSON. */
function readPython(map: string): unknown {
  const json = map.replace(
    /"(?:[^"\\\n]|\\.)*"|'((?:[^'\\\n]|\\.)*)'|#[^\n]*|\b(?:None|True|False)\b/g,
    (token, inner?: string) => {
      if (inner !== undefined) return `"${inner.replaceAll("\\'", "'").replace(/(?<!\\)"/g, '\\"')}"`;
      if (token.startsWith('"')) return token;
      return token.startsWith('#') ? '' : ({ None: 'null', True: 'true', False: 'false' }[token] ?? '');
    },
  );
  return readJsonc(json);
}

function fence({ name, languageId, write, read }: FileNotation): FileNotation {
  return {
    name: `${name} in Markdown`,
    languageId: 'markdown',
    write: (value, dice) =>
      `# A\n\n\`\`\`${languageId}\n${write(value, dice).replace(/\r\n/g, '\n').trimEnd()}\n\`\`\`\n\nb\n`,
    read: (text) => read(literalIn(text, /^```\w+\n([^`]*)\n```\n\nb\n$/m)),
  };
}

function inString({ name, languageId, write, read }: FileNotation): FileNotation {
  return {
    name: `JSON in ${name}`,
    languageId,
    write: (value, dice) => write({ body: JSON.stringify(value, null, dice.pick(['', '  '])) }, dice),
    read: (text) => JSON.parse((read(text) as { body: string }).body),
  };
}

/** Every way. */
export const NOTATIONS: readonly FileNotation[] = [
  JSON_NOTATION,
  {
    name: 'JSON with comments',
    languageId: 'jsonc',
    write: (value, dice) => broken(jsonc(value, dice), dice),
    read: readJsonc,
  },
  {
    name: 'JSON Lines',
    languageId: 'jsonl',
    write: (value, dice) =>
      broken(
        (Object.values(value as object)[0] as Json[]).map((one) => `${JSON.stringify(one)}\n`).join(''),
        dice,
      ),
    read: (text) => text.split('\n').flatMap((line) => (line.trim() === '' ? [] : [JSON.parse(line)])),
  },
  YAML_NOTATION,
  {
    ...YAML_NOTATION,
    name: 'YAML in braces',
    write: (value, dice) => broken(`${yamlFlow(value, dice, new Map(), ' ')}\n`, dice),
  },
  {
    ...YAML_NOTATION,
    name: 'YAML documents',
    write: (value, dice) =>
      (Object.values(value as object)[0] as Json[])
        .map((one) => `---\n${yamlBlock(one, dice, new Map(), '')}`)
        .join(''),
    read: (text) => loadAll(text),
  },
  inString(JSON_NOTATION),
  inString(YAML_NOTATION),
  inString({
    ...YAML_NOTATION,
    name: 'a block text',
    write: (value) => `body: |\n${String((value as { body: string }).body).replace(/^/gm, '  ')}\n`,
  }),
  {
    name: "a raw string of Go's",
    languageId: 'go',
    write: (value, dice) =>
      `package a\n\nconst body = \`${JSON.stringify(value, null, dice.pick(['', '\t']))}\`\n`,
    read: (text) => JSON.parse(literalIn(text, /body = `([^`]*)`\n$/)),
  },
  {
    name: "an interpreted string of Go's",
    languageId: 'go',
    write: (value, dice) =>
      `package a\n\nconst body = ${JSON.stringify(JSON.stringify(value, null, dice.pick(['', ' '])))}\n`,
    read: (text) => JSON.parse(JSON.parse(literalIn(text, /body = ("(?:[^"\\\n]|\\.)*")\n$/))),
  },
  {
    name: "a dict of Python's",
    languageId: 'python',
    write: (value, dice) => `BODY = ${pythonOf(value, dice, '')}\n`,
    read: (text) => readPython(literalIn(text, /BODY = ([\s\S]*)$/)),
  },
  fence(JSON_NOTATION),
  fence(YAML_NOTATION),
];
