import { type Field, type Fixture, isJson, type Value } from '../fixture';
import type { Edit } from './types';

/** A state as the file's language writes it, in the style of the value that it replaces. */
export function literal(fixture: Fixture, state: string | null, style: Value['style']): string {
  if (state === null) return 'null';
  if (isJson(fixture.languageId) || style === 'double' || style === 'json') return JSON.stringify(state);
  return style === 'single' ? `'${state}'` : state;
}

/**
 * The edit that gives a field another value and touches nothing else.
 *
 * @returns undefined where the value is written elsewhere and only reaches the server through an alias, or
 *   cannot be replaced without loss.
 */
export function replaceValue(fixture: Fixture, field: Field, state: string | null): Edit | undefined {
  if (field.origin !== undefined) return undefined;
  const { start, end } = field.span;
  // Inside a block scalar everything is text; null needs the block's header gone.
  if (field.style === 'block' && (state === null || start === end))
    return replaceBlock(fixture, field, state);
  const blank = field.kind === 'absent' && fixture.text[start - 1] === ':' ? ' ' : '';
  const style = field.kind === 'absent' && !isJson(fixture.languageId) ? 'plain' : field.style;
  return { offset: start, length: end - start, text: blank + literal(fixture, state, style) };
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
  return { offset: start, length: end - start, text: literal(fixture, state, 'plain') };
}
