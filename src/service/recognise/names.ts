import { createScanner, SyntaxKind } from 'jsonc-parser';
import { blanksBehind, firstFrom, lineStart, type Placement, type ReadText, type Span } from '../../fixture';
import { type OwnText, ownTextOf, stringOf } from './own-text';
import type { Fixture, ServerObject } from './types';

/** Returns the name of a server, or else its id; undefined if it has neither. */
export function nameOf({ names }: Fixture, object: ServerObject): string | undefined {
  return names()(object);
}

/** Matches a name that only a template fills in. */
const FILLED_IN = /^\u2026+$/;

/** Returns the name, id or number of a server in Base64, which has no place to point at. */
export function nameOfSealed(fixture: Fixture, object: ServerObject): string | undefined {
  if (object.sealed === undefined) return undefined;
  return nameOf(fixture, object) ?? `server ${object.number ?? ''}`;
}

interface Texts {
  name?: string;
  id?: string;
}

/** The bracketed objects of one text, which can be nested to any depth. */
interface InText {
  readonly text: string;
  /** The offsets where they start. */
  readonly starts: Set<number>;
  /** The outermost ones, in order. */
  readonly outermost: { readonly start: number; end: number; count: number }[];
  /** Their names, by start offset. */
  readonly texts: Map<number, Texts>;
}

/**
 * Returns a function that finds the names of objects. It scans each part of a text only once, on demand, no matter how
 * many servers are nested in it.
 *
 * @param objects in text order.
 */
export function namesIn(
  reading: Pick<ReadText, 'text'>,
  objects: readonly ServerObject[],
): (object: ServerObject) => string | undefined {
  const byText = new Map<Placement | string | undefined, InText>();
  const placed = objects
    .filter((object) => !isBlock(object) && object.notation !== 'literal')
    .map((object) => ({ object, ...placeOf(reading, object) }));
  for (const { object, text, start, end } of placed.sort((a, b) => a.start - b.start)) {
    const there = byText.get(textKey(object)) ?? {
      text,
      starts: new Set<number>(),
      outermost: [],
      texts: new Map<number, Texts>(),
    };
    byText.set(textKey(object), there);
    there.starts.add(start);
    const last = there.outermost.at(-1);
    if (last && start < last.end) {
      last.count += 1;
      last.end = Math.max(last.end, end);
    } else there.outermost.push({ start, end, count: 1 });
  }
  return (object) => {
    const { name, id } = textsOf(reading, byText, object);
    return [name, id].find((one) => one && !FILLED_IN.test(one));
  };
}

function textsOf(
  reading: Pick<ReadText, 'text'>,
  byText: ReadonlyMap<Placement | string | undefined, InText>,
  object: ServerObject,
): Texts {
  const { notation, span } = object;
  const own = ownTextOf(reading, object);
  if (notation === 'literal')
    return textsInLiteral(own.text.slice(own.inner(span.start), own.inner(span.end)).slice(0, MAX_LITERAL));
  if (isBlock(object)) return textsInBlock(own, object);
  return textsIn(byText.get(textKey(object)), placeOf(reading, object).start);
}

/** How many characters of a map in source code are searched: nested maps are searched repeatedly. */
const MAX_LITERAL = 20_000;

/** Tells whether an object is a map in YAML's block style. */
function isBlock({ notation, sealed }: ServerObject): boolean {
  return notation === 'yaml-block' && !sealed;
}

/** Returns the key of the text that contains an object. */
function textKey(object: ServerObject): Placement | string | undefined {
  return object.sealed ? object.sealed.text : stringOf(object);
}

/** Returns the span of an object in the text that contains it. */
function placeOf(reading: Pick<ReadText, 'text'>, object: ServerObject): Span & { readonly text: string } {
  const { sealed, span } = object;
  if (sealed) return { text: sealed.text, ...sealed.span };
  const { text, inner } = ownTextOf(reading, object);
  return { text, start: inner(span.start), end: inner(span.end) };
}

function textsIn(there: InText | undefined, start: number): Texts {
  if (there === undefined) return {};
  const { outermost, texts } = there;
  const around = outermost[firstFrom(outermost, start + 1, (one) => one.start) - 1];
  if (around && !texts.has(around.start)) readTexts(there, around);
  return texts.get(start) ?? {};
}

/**
 * Reads the names and ids of the objects in a bracketed part of a text, in JSON or YAML. Uses tokens instead of a
 * recursive parser, as objects can be nested to any depth.
 */
function readTexts(
  { text, starts, texts }: InText,
  { start, end, count }: InText['outermost'][number],
): void {
  const scanner = createScanner(text.slice(start, end), true);
  /** For each open bracket, the name so far and the last key. */
  const open: { readonly texts: Texts | undefined; key: string; isValue: boolean }[] = [];
  for (let token = scanner.scan(); token !== SyntaxKind.EOF; token = scanner.scan()) {
    if (token === SyntaxKind.OpenBraceToken || token === SyntaxKind.OpenBracketToken) {
      const at = start + scanner.getTokenOffset();
      const own: Texts | undefined = starts.has(at) ? {} : undefined;
      if (own) texts.set(at, own);
      open.push({ texts: own, key: '', isValue: false });
      continue;
    }
    if (token === SyntaxKind.CloseBraceToken || token === SyntaxKind.CloseBracketToken) open.pop();
    const top = open.at(-1);
    if (top?.texts === undefined) continue;
    if (WORDS.has(token)) {
      const word = scanner.getTokenValue().replace(/^'(.*)'$/, '$1');
      if (top.isValue && (top.key === 'name' || top.key === 'id')) top.texts[top.key] ??= word;
      else if (!top.isValue) top.key = word;
    }
    top.isValue = token === SyntaxKind.ColonToken;
    if (count === 1 && top.texts.name) break;
  }
}

/** The tokens of a map in source code: strings, brackets, separators, words. */
const LITERAL_TOKEN = /'((?:[^'\\]|\\[\s\S]?)*)'?|"((?:[^"\\]|\\[\s\S]?)*)"?|[{}[\]()]|=>|:|,|[\w.-]+/g;

/** Reads the name and id of a map in source code, if they are literals. */
function textsInLiteral(text: string): Texts {
  const texts: Texts = {};
  let depth = 0;
  let key = '';
  let isValue = false;
  for (const [token, single, double] of text.matchAll(LITERAL_TOKEN)) {
    if ('{[('.includes(token)) depth += 1;
    else if ('}])'.includes(token)) depth -= 1;
    const string = single ?? double;
    if (depth !== 1) continue;
    // A colon with nothing before it starts a symbol key in Ruby (`:name => 'a'`).
    if (token === '=>' || (token === ':' && key !== '')) isValue = true;
    else if (token === ',') {
      isValue = false;
      key = '';
    } else if (!isValue) key = string ?? (/^[\w.-]/.test(token) ? token : key);
    else if (string !== undefined && (key === 'name' || key === 'id')) texts[key] ??= string;
  }
  return texts;
}

/** The tokens of quoted scalars and of YAML's plain ones. */
const WORDS: ReadonlySet<SyntaxKind> = new Set([
  SyntaxKind.StringLiteral,
  SyntaxKind.NumericLiteral,
  SyntaxKind.Unknown,
]);

/** Reads the name and id of a map in YAML's block style, whose keys are at its column. */
function textsInBlock({ text, inner }: OwnText, { span }: ServerObject): Texts {
  const start = inner(span.start);
  const column = start - lineStart(text, start);
  const texts: Texts = {};
  const end = inner(span.end);
  for (let at = start; at < end; at = LINE_BREAK.lastIndex) {
    const key = blanksBehind(text, at);
    FIELD.lastIndex = key;
    const isOwn = key - at === column || key === at;
    const [, name, value = ''] = (isOwn && FIELD.exec(text)) || [];
    if (name !== undefined) texts[name as keyof Texts] ??= plain(value);
    // A name is preferred to an id.
    if (texts.name) break;
    LINE_BREAK.lastIndex = at;
    if (!LINE_BREAK.test(text)) break;
  }
  return texts;
}

/** Matches a name or id. Each use of this and the next expression sets where it begins. */
const FIELD = /["']?(name|id)["']?[ \t]*:[ \t]+([^ \t\r\n][^\r\n]*)/y;

const LINE_BREAK = /\r\n?|\n/g;

const COMMENT = /\s#/;

/** Returns a one-line scalar without quotes and comment; empty for other values. */
function plain(written: string): string {
  const quoted = /^(?:"((?:[^"\\]|\\.)*)"|'((?:[^']|'')*)')/.exec(written);
  if (quoted) return quoted[1] ?? quoted[2] ?? '';
  return /^[&*!|>[{%@`#]/.test(written) ? '' : (written.split(COMMENT, 1)[0] ?? '').trim();
}
