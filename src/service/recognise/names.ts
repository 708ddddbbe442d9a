import { createScanner, SyntaxKind } from 'jsonc-parser';
import type { Reading } from '../../fixture';
import { ownTextOf } from './own-text';
import type { ServerObject } from './types';

/** What a server is called, its name before its id; undefined where it has neither. */
export function nameOf(reading: Reading, object: ServerObject): string | undefined {
  const { sealed, span, notation } = object;
  const own = ownTextOf(reading, object);
  const text = sealed
    ? sealed.text.slice(sealed.span.start, sealed.span.end)
    : own.text.slice(own.inner(span.start), own.inner(span.end));
  const { name, id } =
    notation === 'literal'
      ? textsInLiteral(text)
      : notation === 'yaml-block' && !sealed
        ? textsInBlock(own, object)
        : textsInBrackets(text);
  return [name, id].find((one) => one && !FILLED_IN.test(one));
}

/** A name that the text does not spell out. */
const FILLED_IN = /^…+$/;

/** What a server in Base64 is called, where nothing can point at it: its name, its id or its number. */
export function nameOfSealed(reading: Reading, object: ServerObject): string | undefined {
  if (object.sealed === undefined) return undefined;
  return nameOf(reading, object) ?? `server ${object.number ?? ''}`;
}

interface Texts {
  name?: string;
  id?: string;
}

/**
 * Reads the name and the id of an object in brackets, in JSON or YAML. It goes over the tokens, because what stands in an
 * object can nest to any depth.
 */
function textsInBrackets(text: string): Texts {
  const texts: Texts = {};
  const scanner = createScanner(text, true);
  let depth = 0;
  let key = '';
  let isValue = false;
  for (let token = scanner.scan(); token !== SyntaxKind.EOF; token = scanner.scan()) {
    if (token === SyntaxKind.OpenBraceToken || token === SyntaxKind.OpenBracketToken) depth += 1;
    else if (token === SyntaxKind.CloseBraceToken || token === SyntaxKind.CloseBracketToken) depth -= 1;
    else if (depth === 1 && WORDS.has(token)) {
      const word = scanner.getTokenValue().replace(/^'(.*)'$/, '$1');
      if (isValue && (key === 'name' || key === 'id')) texts[key] ??= word;
      else if (!isValue) key = word;
    }
    if (depth === 1) isValue = token === SyntaxKind.ColonToken;
    if (texts.name) break;
  }
  return texts;
}

/** What a map of a program consists of: strings, brackets, the signs between a key and its value, words. */
const LITERAL_TOKEN = /'((?:[^'\\]|\\[\s\S])*)'|"((?:[^"\\]|\\[\s\S])*)"|[{}[\]()]|=>|:|,|[\w.-]+/g;

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
    if (token === ':' || token === '=>') isValue = true;
    else if (token === ',') isValue = false;
    else if (!isValue) key = string ?? token;
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
function textsInBlock({ text, inner }: ReturnType<typeof ownTextOf>, { span }: ServerObject): Texts {
  const start = inner(span.start);
  const column = start - Math.max(text.lastIndexOf('\n', start - 1), text.lastIndexOf('\r', start - 1)) - 1;
  const texts: Texts = {};
  for (const [, indent = '', key = '', value = ''] of text.slice(start, inner(span.end)).matchAll(FIELD)) {
    if (indent.length === column || indent === '') texts[key as keyof Texts] ??= plain(value);
  }
  return texts;
}

/** A name or an id on a line of its own, or on the first one, which begins behind its blanks or its dash. */
const FIELD = /(?:^|(?<=[\r\n]))( *)["']?(name|id)["']?[ \t]*:[ \t]+([^\r\n]+)/g;

/** A scalar on one line, without its quotes and the comment behind it; empty for anything else. */
function plain(written: string): string {
  const quoted = /^(?:"((?:[^"\\]|\\.)*)"|'((?:[^']|'')*)')/.exec(written);
  if (quoted) return quoted[1] ?? quoted[2] ?? '';
  return /^[&*!|>[{%@`#]/.test(written) ? '' : written.replace(/\s+#.*$/, '').trim();
}
