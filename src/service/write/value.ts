import type { Field, Style, Value } from '../../fixture';
import type { Fixture } from '../recognise/types';
import type { Edit } from '../types';
import { beforeBreaks, isBehindQuestion } from './lines';

/** Returns a state in a value's style, escaped for the strings around it; undefined if they cannot contain it. */
export function literal(
  state: string | null,
  { style, within }: Pick<Value, 'style' | 'within'>,
): string | undefined {
  const written = state === null ? nullIn(style) : quoted(state, style);
  return escapeWithin(written, within);
}

function nullIn(style: Style): string {
  return typeof style === 'string' ? 'null' : style.null;
}

function quoted(state: string, style: Style): string | undefined {
  if (typeof style !== 'string') {
    const escaped = style.escape(state);
    return escaped === undefined ? undefined : style.open + escaped + style.close;
  }
  if (style === 'json' || style === 'double') return JSON.stringify(state);
  return style === 'single' ? `'${state.replaceAll("'", "''")}'` : state;
}

/** Escapes a text for strings of these styles, innermost first; undefined if one of them cannot contain it. */
export function escapeWithin(text: string | undefined, within: Value['within'] = []): string | undefined {
  return within.reduce<string | undefined>((written, style) => {
    if (written === undefined) return undefined;
    if (typeof style !== 'string') return style.escape(written);
    if (style === 'json' || style === 'double') return JSON.stringify(written).slice(1, -1);
    return style === 'single' ? written.replaceAll("'", "''") : written;
  }, text);
}

/** Returns the edit that replaces a field's value; undefined if it comes from an alias or more would be lost. */
export function replaceValue(fixture: Fixture, field: Field, state: string | null): Edit | undefined {
  if (field.origin !== undefined || field.sealed) return undefined;
  const { start } = field.span;
  const end = endOf(fixture, field);
  // A block scalar holds only text; for null, its header must be removed.
  if (field.style === 'block' && (state === null || start === end))
    return replaceBlock(fixture, field, state);
  const written = literal(state, field);
  if (written === undefined) return undefined;
  const tag = tagOf(fixture, field);
  if (tag && (state === null || !/^!(!str)?$/.test(tag.text))) {
    // The tag would change the type of the new value.
    if (tag.anchor === undefined) return undefined;
    return { offset: tag.start, length: end - tag.start, text: tag.anchor + written };
  }
  if (start < end) return { offset: start, length: end - start, text: written };
  return fillIn(fixture, field, written);
}

/** Returns the end of a value; of a list or map, before the line breaks of a block scalar at its end. */
function endOf({ text }: Fixture, { kind, span }: Field): number {
  return kind === 'object' || kind === 'array' ? beforeBreaks(text, span.end) : span.end;
}

/** Inserts a value after a key without one, with the necessary separators. */
function fillIn({ text }: Fixture, { key, span, within }: Field, value: string): Edit | undefined {
  const { start, end } = span;
  const hasColon = /:|=>/.test(text.slice(key.end, start));
  // After a question mark, the value has its own line with its own colon.
  if (!hasColon && (within !== undefined || isBehindQuestion(text, key.start))) return undefined;
  if (!hasColon) return { offset: key.end, length: 0, text: `: ${value}` };
  // Without a blank, the value would become part of a tag or anchor.
  const isApart = /[\s\\"]/.test(text[start - 1] ?? '') || (within !== undefined && text[start - 1] !== ':');
  // Without a blank, a comment would become part of the value.
  const gap = text[end] === '#' ? ' ' : '';
  return { offset: start, length: end - start, text: `${isApart ? '' : ' '}${value}${gap}` };
}

/** Returns the edit that replaces a field's value by a number; undefined as for {@link replaceValue}. */
export function replaceNumber(fixture: Fixture, field: Field, value: number): Edit | undefined {
  if (field.origin !== undefined || field.sealed) return undefined;
  const { start } = field.span;
  const end = endOf(fixture, field);
  const tag = tagOf(fixture, field);
  if (tag && !/^!(!(int|str))?$/.test(tag.text)) {
    if (tag.anchor === undefined) return undefined;
    return { offset: tag.start, length: end - tag.start, text: `${tag.anchor}${value}` };
  }
  if (start === end) return fillIn(fixture, field, String(value));
  return { offset: start, length: end - start, text: String(value) };
}

/** Tells whether the tag before a field's value allows a new value after it. */
export function allowsTag(fixture: Fixture, field: Field, value: string | number | null): boolean {
  const tag = tagOf(fixture, field)?.text;
  if (tag === undefined) return true;
  return typeof value === 'number' ? /^!(!(int|str))?$/.test(tag) : value !== null && /^!(!str)?$/.test(tag);
}

/** Returns the YAML tag of a value (`!!str`) and the anchor after it, with its blanks; undefined for other text. */
function tagOf(
  { text }: Fixture,
  { key, span }: Field,
): { text: string; start: number; anchor: string | undefined } | undefined {
  const gap = text.slice(key.end, span.start);
  const match = /(?<=\s)!\S*/.exec(gap);
  if (!match) return undefined;
  const behind = gap.slice(match.index + match[0].length);
  const anchor = /^\s+(&\S+[ \t]+)?$/.exec(behind);
  return { text: match[0], start: key.end + match.index, anchor: anchor ? (anchor[1] ?? '') : undefined };
}

function replaceBlock(
  fixture: Fixture,
  { key, span, within }: Field,
  state: string | null,
): Edit | undefined {
  const between = fixture.text.slice(key.end, span.start);
  const header = /^[ \t]*:[ \t]+(?=[|>][-+\d]*[ \t]*(?:[\r\n]|$))/.exec(between);
  if (!header) return undefined;
  const start = key.end + header[0].length;
  const end =
    span.start === span.end
      ? start + (/^[|>][-+\d]*/.exec(fixture.text.slice(start, span.end))?.[0].length ?? 0)
      : span.end;
  const text = literal(state, { style: 'plain', within });
  return text === undefined ? undefined : { offset: start, length: end - start, text };
}
