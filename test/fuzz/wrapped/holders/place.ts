import type { Span } from '../../../../src/service';
import { type Broken, MARK } from '../broken-server';

/** Private letters around the wrong value. Every writer leaves them alone, so they show where the value stands. */
const START = '\uE000';
const END = '\uE001';

/** Stands for a value that the program fills in. */
export const HOLE = '\uE002';

/** True for the letters above, which are never escaped. */
export function isMarker(letter: string): boolean {
  return letter === START || letter === END || letter === HOLE;
}

/** Puts the wrong value in the place of the mark, with markers around it and its quotes. */
export function markValue(text: string, { wrong }: Pick<Broken, 'wrong'>): string {
  return text.replace(new RegExp(`(["']?)${MARK}\\1`), (_, quote) => START + quote + wrong + quote + END);
}

/** Writes the value itself where the mark is. */
export function markWhole(text: string, written: string): string {
  return text.replace(MARK, () => START + written + END);
}

/** A text in three parts: what stands before the marked value, the value, and what stands behind it. */
export function atMarkers(marked: string): [before: string, value: string, behind: string] {
  const [before = '', value, behind, ...more] = marked.split(/[\uE000\uE001]/);
  if (value === undefined || behind === undefined || more.length > 0)
    throw new Error(`there is not one marked value in ${marked}`);
  return [before, value, behind];
}

/** Takes the markers out of a text and says where they were. */
export function unmarked(marked: string): { text: string; span: Span } {
  const [before, value, behind] = atMarkers(marked);
  return {
    text: before + value + behind,
    span: { start: before.length, end: before.length + value.length },
  };
}
