import type { Field, Reading, Span } from '../../fixture';
import { ownTextOf } from '../recognise/own-text';
import type { ServerObject } from '../recognise/types';
import type { Edit } from '../types';
import { blockSpans } from './remove-block';
import { flowSpans } from './remove-flow';

/** The edits that take a field out with its value; undefined where that cannot be done without loss. */
export function removeField(reading: Reading, object: ServerObject, field: Field): Edit[] | undefined {
  // An alias or anchor ties the field to other places.
  if (field.origin !== undefined || field.shared || field.sealed) return undefined;
  const { text, inner, outer } = ownTextOf(reading, object);
  const spanOf = ({ start, end }: Span): Span => ({ start: inner(start), end: inner(end) });
  const isJson = object.notation === 'json';
  const spans =
    object.notation === 'yaml-block'
      ? blockSpans(text, field)
      : flowSpans(text, isJson, {
          open: inner(object.span.start),
          key: spanOf(field.key),
          value: spanOf(field.span),
        });
  if (!spans || (!isJson && holdsAnchorInUse(reading.text, spans))) return undefined;
  return spans.map(outer).map(({ start, end }) => ({ offset: start, length: end - start, text: '' }));
}

/** True where an alias elsewhere stands for something in the stretches. */
function holdsAnchorInUse(text: string, spans: readonly Span[]): boolean {
  return spans.some(({ start, end }) =>
    [...text.slice(start, end).matchAll(/(?<![^\s,[{:])&([^\s,[\]{}]+)/g)].some(([, name]) =>
      text.includes(`*${name}`, end),
    ),
  );
}
