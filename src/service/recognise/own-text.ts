import { type Placement, type ReadText, type Span, unmoved } from '../../fixture';
import type { ServerObject } from './types';

/** The text that contains an object: the file, or the content of a string. It converts places between both. */
export interface OwnText {
  readonly text: string;
  /** Converts an offset in the file to one in this text. */
  inner(offset: number): number;
  /** Converts a span in this text to one in the file. */
  outer(span: Span): Span;
}

/** Returns the text that contains an object. Text in Base64 has no places in the file. */
export function ownTextOf(
  { text }: Pick<ReadText, 'text'>,
  { embedded }: Pick<ServerObject, 'embedded'>,
): OwnText {
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

/** Returns what is the same for all objects in one string, also after some of them were moved; undefined in the file. */
export function stringOf({ embedded }: Pick<ServerObject, 'embedded'>): Placement | undefined {
  const own = embedded?.maps[0];
  return own && unmoved(own);
}
