import type { Field, ReadText, Span } from '../../fixture';
import { ownTextOf } from '../recognise/own-text';
import type { ServerObject } from '../recognise/types';
import type { Edit } from '../types';
import { blockSpans } from './remove-block';
import { flowSpans } from './remove-flow';

/** Returns the edits that remove a field with its value; undefined if that would lose anything else. */
export function removeField(reading: ReadText, object: ServerObject, field: Field): Edit[] | undefined {
  // An alias or anchor connects the field with other places.
  if (field.origin !== undefined || field.shared || field.sealed) return undefined;
  const { text, inner, outer } = ownTextOf(reading, object);
  const spanOf = ({ start, end }: Span): Span => ({ start: inner(start), end: inner(end) });
  const isJson = object.notation === 'json';
  const spans =
    object.notation === 'yaml-block'
      ? blockSpans(text, { ...field, key: spanOf(field.key), span: spanOf(field.span) })
      : flowSpans(text, isJson, {
          open: inner(object.span.start),
          key: spanOf(field.key),
          value: spanOf(field.span),
        });
  if (!spans || (!isJson && holdsAnchorInUse(text, spans))) return undefined;
  return spans.map((span) => {
    const { start, end } = outer(span);
    // In a block scalar or quoted string, the indentation of the next line is removed, and this line's stays.
    const behind = text[span.end - 1] === '\n' ? outer({ start: span.end, end: span.end }).start : end;
    return { offset: start, length: behind - start, text: '' };
  });
}

/** Tells whether an alias elsewhere refers to an anchor in the spans. */
export function holdsAnchorInUse(text: string, spans: readonly Span[]): boolean {
  return spans.some(({ start, end }) =>
    [...text.slice(start, end).matchAll(/(?<![^\s,[{:])&([^\s,[\]{}]+)/g)].some(([, name]) =>
      text.includes(`*${name}`, end),
    ),
  );
}
