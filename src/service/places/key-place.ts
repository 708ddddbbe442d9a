import { getLocation, type Location } from 'jsonc-parser';
import { blanksBehind, lineEnd, lineStart, PREFIXES, type Span } from '../../fixture';
import { type OwnText, ownTextOf, stringOf } from '../recognise/own-text';
import type { Fixture, ServerObject } from '../recognise/types';
import { commaBefore } from '../write/remove-flow';
import { inFlow, inLiteral } from './key-in-brackets';
import { behindComments, objectAt, servedObjects } from './place';
import type { KeyPlace } from './types';

/** Returns the place of a key at an offset; undefined if no served object can have one there. */
export function keyPlaceAt(fixture: Fixture, offset: number): KeyPlace | undefined {
  if (fixture.comments.some((comment) => isIn(fixture.text, comment, offset))) return undefined;
  const object = objectAt(fixture, offset);
  if (object?.notation === 'literal') return inLiteral(fixture, object, offset);
  if (object?.notation === 'yaml-flow') return inFlow(fixture, object, offset);
  if (object?.notation !== 'json') return inYaml(fixture, offset);
  const { text, inner, outer } = ownTextOf(fixture, object);
  const span = { start: inner(object.span.start), end: inner(object.span.end) };
  const place = inJson(text, object, span, inner(offset));
  return place && { ...place, span: outer(place.span), within: object.within ?? [] };
}

/** Tells whether an offset is inside a comment. The end of a line comment is inside it. */
function isIn(text: string, { start, end }: Span, offset: number): boolean {
  const isClosed = /\*\/\}?$|-->$/.test(text.slice(end - 3, end));
  return start < offset && (isClosed ? offset < end : offset <= end);
}

function inJson(
  text: string,
  object: ServerObject,
  { start, end }: Span,
  offset: number,
): KeyPlace | undefined {
  // Parses only from the object's start, as the text before it may be broken.
  const location = locationIn(text.slice(start, end), offset - start);
  if (location === undefined) return undefined;
  const { isAtPropertyKey, path, previousNode } = location;
  if (!isAtPropertyKey || path.length > 1) return undefined;
  const node = previousNode && start + previousNode.offset <= offset ? previousNode : undefined;
  const from = node ? start + node.offset : wordStart(text, offset);
  const nodeEnd = node ? from + node.length : offset;
  if (nodeEnd < offset) return undefined;
  // A quote that is still open takes in what is behind the key, up to the next quote.
  const isKey =
    node !== undefined &&
    (text.charAt(behindComments(text, nodeEnd)) === ':' || /^[\w:.-]*"?$/.test(text.slice(offset, nodeEnd)));
  const to = isKey ? nodeEnd : offset + (/^[\w:.-]*/.exec(text.slice(offset))?.[0].length ?? 0);
  // After trailing commas, the library takes the end of a value for a key, so the comma is checked.
  if (commaBefore(text, start, from) === undefined) return undefined;
  const behind = text.charAt(behindComments(text, to));
  return {
    object,
    span: { start: from, end: to },
    quote: text[from] === '"' ? '"' : '',
    ownQuote: '"',
    separator: ': ',
    style: 'json',
    hasValue: behind === ':',
    comma: behind === '"' ? ',' : '',
    within: [],
  };
}

/** Returns the library's parse location; undefined if the text is nested too deeply for its recursion. */
function locationIn(text: string, offset: number): Location | undefined {
  try {
    return getLocation(text, offset);
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

function wordStart(text: string, offset: number): number {
  return offset - (/[\w:.-]*$/.exec(text.slice(Math.max(0, offset - 100), offset))?.[0].length ?? 0);
}

/** Finds the place of a key in block style. It belongs to the object with keys in the same column and block. */
function inYaml(fixture: Fixture, offset: number): KeyPlace | undefined {
  const own = yamlAround(fixture, offset);
  const { text } = own;
  const at = own.inner(offset);
  const from = lineStart(text, at);
  const match = /^([ ]*(?:- +)*)(["']?)[\w:.-]*$/.exec(text.slice(from, at));
  if (!match || ['---', '...'].includes(text.slice(from, from + 3))) return undefined;
  const [, lead = '', quote = ''] = match;
  const column = lead.length;
  const start = from + column;
  const end = keyEnd(text, start, at);
  if (end < at) return undefined;
  const rest = text.slice(end, lineEnd(text, end));
  const hasValue = /^\s*:/.test(rest);
  if (!hasValue && (!/^\s*(?:(?<!\S)#.*)?$/.test(rest) || indentBehind(text, end) > column)) return undefined;
  // This is the colon of an explicit key's value: its key is above.
  if (hasValue && start === end) return undefined;
  const object = objectInColumn(own, start, column);
  return (
    object && {
      object,
      span: own.outer({ start, end }),
      quote,
      ownQuote: quote,
      separator: ': ',
      style: 'plain',
      hasValue,
      // Without a blank, a comment would become part of the value.
      comma: rest.startsWith('#') ? ' ' : '',
      within: object.within ?? [],
    }
  );
}

/** Returns the end of a key in block style, as far as it is typed, with its quotes. */
function keyEnd(text: string, start: number, at: number): number {
  // A colon is part of the key if more of the key follows (`OS-EXT-STS:vm_state`), or will be typed.
  const typed = text.slice(start, at).replace(/^["']/, '');
  if (PREFIXES.some((prefix) => prefix === typed)) return at + Number(/["']/.test(text.charAt(at)));
  return start + (/^["']?(?:[\w.-]|:(?=[\w.-]))*["']?/.exec(text.slice(start, start + 200))?.[0].length ?? 0);
}

/** Returns the indentation of the next line that is neither blank nor a comment; -1 if there is none. */
function indentBehind(text: string, offset: number): number {
  for (let at = lineEnd(text, offset) + 1; at < text.length; at = lineEnd(text, at) + 1) {
    const start = blanksBehind(text, at);
    if (/[^\r\n#]/.test(text.charAt(start))) return start - at;
  }
  return -1;
}

/** A YAML text with its objects. */
interface YamlText extends OwnText {
  readonly objects: readonly ServerObject[];
}

/** Returns the YAML text around an offset: the file, a string or a code block. */
function yamlAround(fixture: Fixture, offset: number): YamlText {
  const inBlocks = servedObjects(fixture).filter(({ notation }) => notation.startsWith('yaml'));
  const around = inBlocks.find(
    ({ embedded }) => embedded && embedded.span.start <= offset && offset <= embedded.span.end,
  );
  const string = around && stringOf(around);
  const objects = inBlocks.filter((object) => stringOf(object) === string);
  return { ...ownTextOf(fixture, around ?? {}), objects };
}

/** Returns the object before or after a position whose first key has this column, in the same block. */
function objectInColumn(
  { text, inner, objects }: YamlText,
  at: number,
  column: number,
): ServerObject | undefined {
  const startOf = ({ span }: ServerObject) => inner(span.start);
  const inColumn = objects
    .filter(({ notation }) => notation === 'yaml-block')
    .filter((object) => startOf(object) - lineStart(text, startOf(object)) === column)
    .sort((a, b) => startOf(a) - startOf(b));
  const above = inColumn.findLast((object) => startOf(object) <= at);
  const begins = lineStart(text, at);
  // Behind a dash, a list item begins.
  const isBegun = above !== undefined && (startOf(above) >= begins || !text.slice(begins, at).includes('-'));
  if (isBegun && isOneBlock(text, startOf(above), at, column)) return above;
  const below = inColumn.find((object) => startOf(object) > at);
  // An object that starts a list item has no keys above it.
  if (!below || text.slice(lineStart(text, startOf(below)), startOf(below)).includes('-')) return undefined;
  return isOneBlock(text, at, startOf(below), column) ? below : undefined;
}

/** Tells whether no line between the lines of two offsets has a smaller indentation or starts a document. */
function isOneBlock(text: string, first: number, last: number, column: number): boolean {
  const between = text.slice(lineEnd(text, first), lineStart(text, last)).split(/\r\n|\r|\n/);
  return between.every((line) => {
    const indent = /^ *(?=[^\s#])/.exec(line)?.[0].length;
    return (indent === undefined || indent >= column) && !/^(---|\.\.\.)/.test(line);
  });
}
