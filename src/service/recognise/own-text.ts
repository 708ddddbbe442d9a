import type { Reading, Span } from '../../fixture';
import type { ServerObject } from './types';

/** The text that something is written in: the file, or the content of a string in it; and its places in the file. */
export interface OwnText {
  readonly text: string;
  /** From the file to this text. */
  inner(offset: number): number;
  /** From this text to the file. */
  outer(span: Span): Span;
}

/** The text that an object is written in. One in Base64 has none that could be pointed at. */
export function ownTextOf({ text }: Reading, { embedded }: Pick<ServerObject, 'embedded'>): OwnText {
  if (embedded === undefined) return { text, inner: (at) => at, outer: (span) => span };
  return {
    text: embedded.text,
    inner: (at) => embedded.maps.reduceRight((place, map) => map.contentAt(place), at),
    outer: (span) =>
      embedded.maps.reduce(({ start, end }, map) => {
        const from = map.startOf(start);
        return { start: from, end: start === end ? from : map.endOf(end) };
      }, span),
  };
}
