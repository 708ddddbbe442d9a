import { type Field, isJson, type Span } from '../fixture';
import { ownTextOf } from './own-text';
import type { Fixture } from './recognise/types';
import { blockSpans } from './remove-block';
import { flowSpans } from './remove-flow';
import type { Edit, Subject } from './types';

/** The edits that take a field out with its value; undefined where that cannot be done without loss. */
export function removeField(
  { fixture, object }: Pick<Subject, 'fixture' | 'object'>,
  field: Field,
): Edit[] | undefined {
  // An alias or anchor ties the field to other places.
  if (field.origin !== undefined || field.shared || field.sealed) return undefined;
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
  if (!own || !spans || (!json && holdsAnchorInUse(fixture, spans))) return undefined;
  return spans.map(own.outer).map(({ start, end }) => ({ offset: start, length: end - start, text: '' }));
}

/** True where an alias elsewhere stands for something in the stretches. */
function holdsAnchorInUse({ text }: Fixture, spans: readonly Span[]): boolean {
  return spans.some(({ start, end }) =>
    [...text.slice(start, end).matchAll(/(?<![^\s,[{:])&([^\s,[\]{}]+)/g)].some(([, name]) =>
      text.includes(`*${name}`, end),
    ),
  );
}
