// biome-ignore-all lint/suspicious/noTemplateCurlyInString: other languages have them in strings, too
import { type Json, MARK } from '../broken-server';
import type { Dice } from '../dice';
import { markWhole } from './place';

/** How a language writes a map and what can stand in it, made from its reference. */
export interface MapWriter {
  readonly languageId: string;
  readonly name: string;
  readonly brackets: readonly [string, string];
  readonly list: readonly [string, string];
  readonly separator: readonly string[];
  readonly words: { readonly null: string; readonly true: string; readonly false: string };
  /** Quotes of strings. */
  readonly quotes: readonly string[];
  /** Expressions: names, calls, strings with something in them. */
  readonly open: readonly string[];
  readonly comments: readonly string[];
  /** What may stand behind a value (`as const`). */
  readonly asides?: readonly string[];
  /** True where a key can be a word without quotes. */
  readonly hasWordKeys?: true;
  /** True where strings side by side are one. */
  readonly joinsStrings?: true;
  readonly program: (map: string) => string;
}

const OBJECT = {
  brackets: ['{', '}'],
  list: ['[', ']'],
  separator: [': ', ':', ' : '],
  words: { null: 'null', true: 'true', false: 'false' },
  quotes: ['"', "'"],
  open: ['id', 'ids[0]', 'f({ a: 1 })', '`${id}-x`', 'id ? \'a\' : "b"', '() => ({ status: 1 })', '/[,}"]/'],
  comments: ['// it’s "so\n', '/* "status": "ERROR", */'],
  hasWordKeys: true,
  program: (map: string) => `const BODY = ${map};`,
} as const;

export const MAP_WRITERS: readonly MapWriter[] = [
  {
    languageId: 'python',
    name: 'a dict',
    brackets: ['{', '}'],
    list: ['[', ']'],
    separator: [': ', ':', ' : '],
    words: { null: 'None', true: 'True', false: 'False' },
    quotes: ['"', "'", "u'", '"""', 'r"'],
    open: [
      'ids',
      'ids[0]',
      'f(a=1, b={"a": 2})',
      "f'{ids}x'",
      "'%s' % ids",
      'ids or "a"',
      'lambda x: x',
      '-1',
    ],
    comments: ['# it\'s "so\n'],
    joinsStrings: true,
    program: (map) => `ids = []\nBODY = ${map}`,
  },
  { languageId: 'javascript', ...OBJECT, name: 'an object' },
  { languageId: 'typescript', ...OBJECT, name: 'an object', asides: ['', ' as const', ' satisfies string'] },
  {
    languageId: 'typescriptreact',
    ...OBJECT,
    name: 'an object',
    program: (map) => `const BODY = ${map};\nconst x = <p title="a">Don't {id} "b</p>;`,
  },
  {
    languageId: 'ruby',
    name: 'a hash',
    brackets: ['{', '}'],
    list: ['[', ']'],
    separator: [' => ', '=>'],
    words: { null: 'nil', true: 'true', false: 'false' },
    quotes: ['"', "'"],
    open: ['id', 'ids[0]', 'f(a: 1)', '"#{id}x"', ':active', 'ids.map { |i| i }'],
    comments: ['# it\'s "so\n'],
    program: (map) => `body = ${map}`,
  },
  {
    languageId: 'php',
    name: 'an array',
    brackets: ['[', ']'],
    list: ['[', ']'],
    separator: [' => ', '=>'],
    words: { null: 'null', true: 'true', false: 'false' },
    quotes: ['"', "'"],
    open: ['$id', '$ids[0]', 'f(1, [2 => 3])', '"{$id}x"', '$this->id', 'self::ID'],
    comments: ['// it\'s "so\n', '# it\'s "so\n', '/* "status" => "ERROR", */'],
    program: (map) => `<?php\n$body = ${map};`,
  },
  {
    languageId: 'php',
    name: 'array()',
    brackets: ['array(', ')'],
    list: ['array(', ')'],
    separator: [' => '],
    words: { null: 'null', true: 'true', false: 'false' },
    quotes: ["'"],
    open: ['$id'],
    comments: ['// it\'s "so\n'],
    program: (map) => `<?php\nreturn ${map};`,
  },
  {
    languageId: 'go',
    name: 'a map',
    brackets: ['map[string]interface{}{', '}'],
    list: ['[]any{', '}'],
    separator: [': ', ':'],
    words: { null: 'nil', true: 'true', false: 'false' },
    quotes: ['"', '`'],
    open: ['id', 'ids[0]', 'f("a", 1)', 'fmt.Sprintf("%s", id)', 'Server{ID: 1}'],
    comments: ['// it’s "so\n', '/* "status": "ERROR", */'],
    program: (map) => `package a\n\nvar body = ${map}\n`,
  },
];

/** Writes a value as a literal of the language. The mark's value gets markers around it. */
export function writeMap(value: Json, writer: MapWriter, wrong: string, dice: Dice): string {
  const { words, list, brackets } = writer;
  if (value === null) return words.null;
  if (typeof value === 'boolean') return value ? words.true : words.false;
  if (typeof value === 'number') return String(value);
  if (value === MARK) return markWhole(MARK, quote(wrong, writer, dice)) + dice.pick(writer.asides ?? ['']);
  if (typeof value === 'string') return quote(value, writer, dice) + dice.pick(writer.asides ?? ['']);
  if (Array.isArray(value))
    return bracketed(
      value.map((one) => writeMap(one, writer, wrong, dice)),
      list,
      writer,
      dice,
    );
  const members = Object.entries(value).map(([key, member]) => {
    const isWord = writer.hasWordKeys && /^[a-z]\w*$/.test(key) && dice.isLucky(0.5);
    const written = isWord ? key : quote(key, writer, dice, true);
    const separator = writer.separator.includes('=>') && isWord ? ': ' : dice.pick(writer.separator);
    return written + separator + writeMap(member, writer, wrong, dice);
  });
  const more = dice.shuffle([...members, ...extras(writer, dice)]);
  return bracketed(more, brackets, writer, dice);
}

/** Members that nobody can read. */
function extras(writer: MapWriter, dice: Dice): string[] {
  const [separator = ''] = writer.separator;
  return dice.isLucky(0.3) ? [quote('extra', writer, dice, true) + separator + dice.pick(writer.open)] : [];
}

function bracketed(
  items: readonly string[],
  [open, close]: readonly [string, string],
  { comments }: MapWriter,
  dice: Dice,
): string {
  if (items.length === 0) return open + close;
  const gap = () => dice.pick(['\n    ', '\n    ', `\n    ${dice.pick(comments)}    `]);
  if (dice.isLucky(0.2)) return `${open}${items.join(', ')}${close}`;
  return `${open}${items.map((item) => `${gap()}${item},`).join('')}\n${close}`;
}

/** A string, sometimes as several that are one. */
function quote(text: string, writer: MapWriter, dice: Dice, isKey = false): string {
  const opening = dice.pick(writer.quotes);
  const isRaw = /^[r`]/.test(opening);
  const close = opening.replace(/^[a-z]+/, '');
  const isOneLine = !/[\n\t\u2028]/.test(text);
  if (isRaw && (text.includes(close) || text.endsWith('\\') || (opening === 'r"' && !isOneLine)))
    return quote(text, writer, dice, isKey);
  const body = isRaw ? text : escaped(text, writer, close);
  if (writer.joinsStrings && !isKey && isOneLine && !isRaw && dice.isLucky(0.1)) {
    const at = dice.below(text.length);
    const [left, right] = [text.slice(0, at), text.slice(at)].map(
      (part) => opening + escaped(part, writer, close) + close,
    );
    return /[\ud800-\udbff]$/.test(text.slice(0, at)) ? opening + body + close : `${left} ${right}`;
  }
  return opening + body + close;
}

function escaped(text: string, { languageId }: MapWriter, close: string): string {
  const [mark = ''] = close;
  const isPlain = (languageId === 'ruby' || languageId === 'php') && mark === "'";
  if (isPlain) return text.replace(/[\\']/g, '\\$&');
  const quotes = text.replaceAll('\\', '\\\\').replaceAll(mark, `\\${mark}`);
  return quotes
    .replaceAll('\n', '\\n')
    .replaceAll('\t', '\\t')
    .replace(/[$#](?=[{$])/g, '\\$&');
}
