import { createScanner, SyntaxKind } from 'jsonc-parser';
import { type EmbeddedText, firstFrom, lineStart, type Reading, type Span } from '../../fixture';
import { type OwnText, ownTextOf } from './own-text';
import type { Fixture, ServerObject } from './types';

/** What a server is called, its name before its id; undefined where it has neither. */
export function nameOf({ names }: Fixture, object: ServerObject): string | undefined {
  return names()(object);
}

/** A name that the text does not spell out. */
const FILLED_IN = /^…+$/;

/** What a server in Base64 is called, where nothing can point at it: its name, its id or its number. */
export function nameOfSealed(fixture: Fixture, object: ServerObject): string | undefined {
  if (object.sealed === undefined) return undefined;
  return nameOf(fixture, object) ?? `server ${object.number ?? ''}`;
}

interface Texts {
  name?: string;
  id?: string;
}

/** The objects between brackets in one text, which can stand in one another to any depth. */
interface InText {
  readonly text: string;
  /** Where they begin. */
  readonly starts: Set<number>;
  /** Those that stand in no other, in order. */
  readonly outermost: { readonly start: number; end: number; count: number }[];
  /** What they are called, by where they begin. */
  readonly texts: Map<number, Texts>;
}

/**
 * Prepares to tell what the objects of a reading are called. Each stretch of a text is looked at once, when somebody
 * first asks for a server in it, however many servers stand in one another there.
 *
 * @param objects in the order of the text.
 */
export function namesIn(
  reading: Reading,
  objects: readonly ServerObject[],
): (object: ServerObject) => string | undefined {
  const byText = new Map<EmbeddedText | string | undefined, InText>();
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
  reading: Reading,
  byText: ReadonlyMap<EmbeddedText | string | undefined, InText>,
  object: ServerObject,
): Texts {
  const { notation, span } = object;
  const own = ownTextOf(reading, object);
  if (notation === 'literal')
    return textsInLiteral(own.text.slice(own.inner(span.start), own.inner(span.end)).slice(0, MAX_LITERAL));
  if (isBlock(object)) return textsInBlock(own, object);
  return textsIn(byText.get(textKey(object)), placeOf(reading, object).start);
}

/** How far a name is looked for in a map of a program: maps can stand in one another, and each is looked at. */
const MAX_LITERAL = 20_000;

/** True for a map of YAML's block style. */
function isBlock({ notation, sealed }: ServerObject): boolean {
  return notation === 'yaml-block' && !sealed;
}

/** Tells apart the texts that objects are written in. */
function textKey({ embedded, sealed }: ServerObject): EmbeddedText | string | undefined {
  return sealed ? sealed.text : embedded;
}

/** Where an object stands in the text that it is written in. */
function placeOf(reading: Reading, object: ServerObject): Span & { readonly text: string } {
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
 * Reads the names and ids of the objects in a stretch of a text between brackets, in JSON or YAML. It goes over the
 * tokens, because what stands in an object can nest to any depth.
 */
function readTexts(
  { text, starts, texts }: InText,
  { start, end, count }: InText['outermost'][number],
): void {
  const scanner = createScanner(text.slice(start, end), true);
  /** For each open bracket: what its object is called so far, and its last key. */
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

/** What a map of a program consists of: strings, brackets, the signs between a key and its value, words. */
const LITERAL_TOKEN = /'((?:[^'\\]|\\[\s\S]?)*)'?|"((?:[^"\\]|\\[\s\S]?)*)"?|[{}[\]()]|=>|:|,|[\w.-]+/g;

/** Reads the name and the id of a map of a program, where they are spelled out. */
function textsInLiteral(text: string): Texts {
  const texts: Texts = {};
  let depth = 0;
  let key = '';
  let isValue = false;
  for (const [token, single, double] of text.matchAll(LITERAL_TOKEN)) {
    if (/^[{[(]$/.test(token)) depth += 1;
    else if (/^[}\])]$/.test(token)) depth -= 1;
    const string = single ?? double;
    if (depth !== 1) continue;
    // A colon with nothing before it begins a key of Ruby's (`:name => 'a'`).
    if (token === '=>' || (token === ':' && key !== '')) isValue = true;
    else if (token === ',') {
      isValue = false;
      key = '';
    } else if (!isValue) key = string ?? (/^[\w.-]/.test(token) ? token : key);
    else if (string !== undefined && (key === 'name' || key === 'id')) texts[key] ??= string;
  }
  return texts;
}

/** Quoted or, in YAML, plain. */
const WORDS: ReadonlySet<SyntaxKind> = new Set([
  SyntaxKind.StringLiteral,
  SyntaxKind.NumericLiteral,
  SyntaxKind.Unknown,
]);

/** Reads the name and the id of a map in YAML's block style: keys of its own stand at its column. */
function textsInBlock({ text, inner }: OwnText, { span }: ServerObject): Texts {
  const start = inner(span.start);
  const column = start - lineStart(text, start);
  const texts: Texts = {};
  for (const [, indent = '', key = '', value = ''] of text.slice(start, inner(span.end)).matchAll(FIELD)) {
    if (indent.length === column || indent === '') texts[key as keyof Texts] ??= plain(value);
  }
  return texts;
}

/** A name or an id on a line of its own, or on the first one, which begins behind its blanks or its dash. */
const FIELD = /(?:^|(?<=[\r\n]))( *)["']?(name|id)["']?[ \t]*:[ \t]+([^\r\n]+)/g;

const COMMENT = /\s#/;

/** A scalar on one line, without its quotes and the comment behind it; empty for anything else. */
function plain(written: string): string {
  const quoted = /^(?:"((?:[^"\\]|\\.)*)"|'((?:[^']|'')*)')/.exec(written);
  if (quoted) return quoted[1] ?? quoted[2] ?? '';
  return /^[&*!|>[{%@`#]/.test(written) ? '' : (written.split(COMMENT, 1)[0] ?? '').trim();
}
