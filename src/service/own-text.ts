import type { Span, Value } from '../fixture';
/** The text that something is written in: the file, or the content of a string in it; and its places in the file. */
import type { Fixture } from './recognise/types';
export interface OwnText {
  readonly text: string;
  /** From the file to this text. */
  inner(offset: number): number;
  /** From this text to the file. */
  outer(span: Span): Span;
}

/** The text that a place of the file belongs to, which stands in these strings. */
export function ownTextOf(
  { text, strings }: Fixture,
  offset: number,
  within: Value['within'],
): OwnText | undefined {
  if (within === undefined) return { text, inner: (at) => at, outer: (span) => span };
  const string = strings.find(
    ({ span, within: styles }) =>
      span.start <= offset && offset <= span.end && styles.length === within.length,
  );
  if (string === undefined) return undefined;
  return {
    text: string.text,
    inner: (at) => string.maps.reduceRight((place, map) => map.contentAt(place), at),
    outer: (span) =>
      string.maps.reduce(({ start, end }, map) => {
        const from = map.startOf(start);
        return { start: from, end: start === end ? from : map.endOf(end) };
      }, span),
  };
}
