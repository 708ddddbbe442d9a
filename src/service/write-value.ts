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
 * @returns undefined where the value is written elsewhere and only reaches the server through an alias.
 */
export function replaceValue(fixture: Fixture, field: Field, state: string | null): Edit | undefined {
  if (field.origin !== undefined) return undefined;
  const { start, end } = field.span;
  const blank = field.kind === 'absent' && fixture.text[start - 1] === ':' ? ' ' : '';
  const style = field.kind === 'absent' && !isJson(fixture.languageId) ? 'plain' : field.style;
  return { offset: start, length: end - start, text: blank + literal(fixture, state, style) };
}
