import type { Json } from './broken-server';
import type { Dice } from './dice';

/** Ways to write a text as a value in the file's own tree. */
const VALUES: Readonly<Record<string, (text: string, indent: string) => string>> = {
  plain: (text) =>
    /^[\w][\w .\\/-]*$/.test(text) && !/^(null|~|true|false|[\d.]+)$|[ \t]$/i.test(text)
      ? text
      : JSON.stringify(text),
  'in single quotes': (text) =>
    /[\n\t\u2028]/.test(text) ? JSON.stringify(text) : `'${text.replaceAll("'", "''")}'`,
  'in double quotes': (text) => JSON.stringify(text),
  tagged: (text) => `!!str ${JSON.stringify(text)}`,
  anchored: (text) => `&a${text.length} ${JSON.stringify(text)}`,
  'in a literal block': (text, indent) =>
    /^\w+$/.test(text) ? `|-\n${indent}  ${text}` : JSON.stringify(text),
  'in a folded block': (text, indent) =>
    /^\w+$/.test(text) ? `>\n${indent} ${text}\n` : JSON.stringify(text),
  'on a line of its own': (text, indent) => `\n${indent}  ${JSON.stringify(text)}`,
};

const KEY = /^[A-Za-z][\w:-]*$/;
const keyOf = (key: string, quote: string) => (quote || !KEY.test(key) ? JSON.stringify(key) : key);

/** A value in block style. Comments and blank lines stand wherever they may. */
function block(
  value: Json,
  indent: string,
  dice: Dice,
  scalar: (text: string, indent: string) => string,
): string {
  if (value === null) return dice.pick(['null', '~', 'Null']);
  if (typeof value === 'string') return scalar(value, indent);
  if (typeof value !== 'object') return String(value);
  const noise = () => dice.pick(['', '', '', `\n${indent}# status: ERROR`, '\n']);
  const deeper = `${indent}${' '.repeat(1 + dice.below(4))}`;
  if (Array.isArray(value)) {
    if (value.length === 0) return '[]';
    const items = value.map(
      (item) => `${noise()}\n${indent}- ${flowOrNested(item, `${indent}  `, dice, scalar)}`,
    );
    return items.join('');
  }
  const members = Object.entries(value);
  if (members.length === 0) return '{}';
  const quote = dice.pick(['', '', '"']);
  return members
    .map(
      ([key, member]) => `${noise()}\n${indent}${keyOf(key, quote)}: ${block(member, deeper, dice, scalar)}`,
    )
    .join('');
}

/** A list's item: a map begins behind its dash, everything else stands as it would elsewhere. */
function flowOrNested(
  item: Json,
  indent: string,
  dice: Dice,
  scalar: (text: string, indent: string) => string,
): string {
  const written = block(item, indent, dice, scalar);
  const isMap = item !== null && typeof item === 'object' && !Array.isArray(item);
  const first = `\n${indent}`;
  return isMap && written.startsWith(first) && !written.startsWith(`${first}#`)
    ? written.slice(first.length)
    : written;
}

/** A value in flow style, over one or several lines. */
function flow(value: Json, dice: Dice): string {
  if (value === null) return 'null';
  if (typeof value === 'string') return JSON.stringify(value);
  if (typeof value !== 'object') return String(value);
  const gap = () => dice.pick(['', ' ', ' ', '\n   ', ' # a note: "x\n  ']);
  if (Array.isArray(value)) return `[${value.map((item) => gap() + flow(item, dice)).join(',')}${gap()}]`;
  const members = Object.entries(value).map(
    ([key, member]) => `${gap()}${keyOf(key, dice.pick(['', '"']))}: ${flow(member, dice)}`,
  );
  return `{${members.join(`${dice.pick(['', ' '])},`)}${gap()}}`;
}

/** Files in YAML that hold a body in their own tree. */
export const YAML_TREES: Readonly<Record<string, (body: Json, dice: Dice) => string>> = {
  'flow style': (body, dice) => `answer:\n  ${flow(body, dice)}\n`,
  'flow style behind a dash': (body, dice) => `- ${flow(body, dice)}\n- x: 1\n`,
  ...Object.fromEntries(
    Object.entries(VALUES).map(([name, scalar]) => [
      `block style, ${name}`,
      (body: Json, dice: Dice) => `# a file\n---${block(body, '', dice, scalar)}\n`,
    ]),
  ),
};
