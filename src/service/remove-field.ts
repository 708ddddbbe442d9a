import { type Field, type Fixture, isJson, type Span } from '../fixture';
import { ownTextOf } from './own-text';
import { blockSpans } from './remove-block';
import { flowSpans } from './remove-flow';
import type { Fix, Subject } from './types';

/** One fix that takes a field out with its value; none where that cannot be done without loss. */
export function removeField({ fixture, object }: Pick<Subject, 'fixture' | 'object'>, field: Field): Fix[] {
  // An alias or anchor ties the field to other places.
  if (field.origin !== undefined || field.shared || field.sealed) return [];
  const own = ownTextOf(fixture, field.key.start, field.within);
  const inner = ({ start, end }: Span): Span => ({
    start: own?.inner(start) ?? 0,
    end: own?.inner(end) ?? 0,
  });
  const open = own?.inner(object.span.start) ?? 0;
  const json = field.within !== undefined || isJson(fixture.languageId);
  const isFlow = json || own?.text[open] === '{';
  const spans =
    own &&
    (isFlow
      ? flowSpans(own.text, json, { open, key: inner(field.key), value: inner(field.span) })
      : blockSpans(own.text, field));
  if (!own || !spans || (!json && holdsAnchorInUse(fixture, spans))) return [];
  const edits = spans
    .map(own.outer)
    .map(({ start, end }) => ({ offset: start, length: end - start, text: '' }));
  return [{ title: `Remove ${field.keyText}`, preferred: false, edits }];
}

/** True where an alias elsewhere stands for something in the stretches. */
function holdsAnchorInUse({ text }: Fixture, spans: readonly Span[]): boolean {
  return spans.some(({ start, end }) =>
    [...text.slice(start, end).matchAll(/(?<![^\s,[{:])&([^\s,[\]{}]+)/g)].some(([, name]) =>
      text.includes(`*${name}`, end),
    ),
  );
}
