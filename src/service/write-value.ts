import type { Field, Fixture, Style, Value } from '../fixture';
import type { Edit } from './types';

/** A state as it is written in the style of the value that it replaces, in the strings that this stands in. */
export function literal(state: string | null, { style, within }: Pick<Value, 'style' | 'within'>): string {
  return escapeWithin(state === null ? 'null' : quoted(state, style), within);
}

function quoted(state: string, style: Style): string {
  if (style === 'json' || style === 'double') return JSON.stringify(state);
  return style === 'single' ? `'${state.replaceAll("'", "''")}'` : state;
}

/** A text as it has to be written inside strings of these styles, the innermost first. */
export function escapeWithin(text: string, within: Value['within'] = []): string {
  return within.reduce((written, style) => {
    if (style === 'json' || style === 'double') return JSON.stringify(written).slice(1, -1);
    return style === 'single' ? written.replaceAll("'", "''") : written;
  }, text);
}

/**
 * The edit that gives a field another value and touches nothing else.
 *
 * @returns undefined where the value is written elsewhere and only reaches the server through an alias, or
 *   cannot be replaced without loss.
 */
export function replaceValue(fixture: Fixture, field: Field, state: string | null): Edit | undefined {
  if (field.origin !== undefined || field.sealed) return undefined;
  const { start, end } = field.span;
  // Inside a block scalar everything is text; null needs the block's header gone.
  if (field.style === 'block' && (state === null || start === end))
    return replaceBlock(fixture, field, state);
  const tag = field.within === undefined ? tagBefore(fixture.text, field) : undefined;
  if (tag && (state === null || !/^!(!str)?$/.test(tag.text))) {
    // The tag would make something else of what is written behind it.
    return tag.isNext
      ? { offset: tag.start, length: end - tag.start, text: literal(state, field) }
      : undefined;
  }
  const blank = field.kind === 'absent' && fixture.text[start - 1] === ':' ? ' ' : '';
  const tag = state === null ? tagBefore(fixture, field) : NO_TAG;
  const offset = start - tag.length;
  return { offset, length: end - offset, text: tag.anchor + blank + literal(state, field) };
}

const NO_TAG = { length: 0, anchor: '' };

/** A tag and what follows it before the value, such as `!!str `: it would make a text of null. */
function tagBefore(fixture: Fixture, { key, span, within }: Field): { length: number; anchor: string } {
  if (within !== undefined) return NO_TAG;
  const match = /(?<=[\s:])!\S*[ \t]+(&\S+[ \t]+)?$/.exec(fixture.text.slice(key.end, span.start));
  return match ? { length: match[0].length, anchor: match[1] ?? '' } : NO_TAG;
}

/** The YAML tag of a value (`!!str`), and whether nothing but blanks stands between the two. */
function tagBefore(
  text: string,
  { key, span }: Field,
): { text: string; start: number; isNext: boolean } | undefined {
  const gap = text.slice(key.end, span.start);
  const match = /(?<=\s)!\S*/.exec(gap);
  if (!match) return undefined;
  const isNext = gap.slice(match.index + match[0].length).trim() === '';
  return { text: match[0], start: key.end + match.index, isNext };
}

function replaceBlock(fixture: Fixture, { key, span }: Field, state: string | null): Edit | undefined {
  const between = fixture.text.slice(key.end, span.start);
  const header = /^[ \t]*:[ \t]+(?=[|>][-+\d]*[ \t]*(?:[\r\n]|$))/.exec(between);
  if (!header) return undefined;
  const start = key.end + header[0].length;
  const end =
    span.start === span.end
      ? start + (/^[|>][-+\d]*/.exec(fixture.text.slice(start, span.end))?.[0].length ?? 0)
      : span.end;
  return { offset: start, length: end - start, text: literal(state, { style: 'plain' }) };
}
