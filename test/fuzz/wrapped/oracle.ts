import { loadAll } from 'js-yaml';
import type { Span } from '../../../src/service';
import { type Broken, MARK } from './broken-server';

/** A file with one wrong value in it, and where that stands. */
export interface Wrapped {
  readonly text: string;
  /** The value with its quotes, however these are written. */
  readonly span: Span;
}

/** A quote and its backslashes, once or several strings deep; escapes of YAML and escaped line breaks may be in it. */
const BACKSLASH = '(?:\\\\(?:x5c|u005c|U0000005c)|\\\\)';
const LINE_BREAK = '\\\\(?:\\r\\n|\\r|\\n)[ \\t]*';
const QUOTE = `(?:(?:${BACKSLASH}(?:${BACKSLASH}|${LINE_BREAK})*)?(?:"|\\\\(?:x22|u0022|U00000022))|')`;
const OPENING = new RegExp(`${QUOTE}(?:${LINE_BREAK})?$`);
const CLOSING = new RegExp(`^(?:${LINE_BREAK})?${QUOTE}`);

/** Puts the wrong value in the place of the mark. */
export function unmark(marked: string, { wrong }: Broken): Wrapped {
  const [before = '', after, ...more] = marked.split(MARK);
  if (after === undefined || more.length > 0) throw new Error(`there is not one mark in ${marked}`);
  const start = before.length - (OPENING.exec(before)?.[0].length ?? 0);
  const end = before.length + wrong.length + (CLOSING.exec(after)?.[0].length ?? 0);
  return { text: before + wrong + after, span: { start, end } };
}

/** The field's values in all the servers of a file, found by parsing it and the texts in its strings. */
export function valuesOf(text: string, languageId: string, field: string): unknown[] {
  return parsed(text, languageId).flatMap((document) => [...valuesIn(document, field)]);
}

function parsed(text: string, languageId: string): unknown[] {
  const body = text.replace(/^\uFEFF/, '').replace(HEAD, '');
  if (languageId === 'yaml' && body.length === text.replace(/^\uFEFF/, '').length)
    return loadAll(body.replace('!tape', '!!map'));
  if (languageId === 'jsonl')
    return body.split(/[\r\n]+/).flatMap((line) => (line.trim() ? [JSON.parse(line)] : []));
  if (languageId === 'jsonc') return [JSON.parse(body.replace(/ \/\/[^\r\n]*| \/\*.*?\*\/(?=\r|\n|$)/g, ''))];
  return [JSON.parse(body)];
}

const HEAD = /^HTTP\/[^\r\n]*(?:(?:\r\n|\r|\n)[^\r\n]+)*/;

function* valuesIn(value: unknown, field: string): Iterable<unknown> {
  if (typeof value === 'string') {
    if (/^(?:HTTP|\s*[[{"])/.test(value)) yield* valuesIn(JSON.parse(value.replace(HEAD, '')), field);
    return;
  }
  if (value === null || typeof value !== 'object') return;
  if (!Array.isArray(value) && field in value && 'name' in value) {
    const found = (value as Record<string, unknown>)[field];
    // A block scalar's last line break belongs to how it is written.
    yield typeof found === 'string' ? found.trimEnd() : found;
  }
  for (const member of Object.values(value)) yield* valuesIn(member, field);
}
