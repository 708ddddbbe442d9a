import { type Block, firstFrom, type Span } from '../../fixture';
import type { Cloud } from '../../mapping';
import type { Mark } from '../recognise/marks';

/** Marks with running totals: servers can be nested, and each needs the marks in its span. */
export interface Tally {
  /** Counts the marks that start in a span. */
  readonly count: (span: Span) => number;
  /** Counts those of them that fit a cloud. */
  readonly countFitting: (span: Span, cloud: Cloud) => number;
  /** Returns the first of them. */
  readonly first: (span: Span) => Mark | undefined;
}

/** Adds up marks. Blocks that have been added up before need not be again, wherever they have moved. */
export function tallyOf(blocks: readonly Block<Mark>[]): Tally {
  const sizes = totals(blocks, ({ made }) => made.length);
  const byCloud = new Map<Cloud, Uint32Array>();
  const fitting = (cloud: Cloud): Uint32Array => {
    const known =
      byCloud.get(cloud) ?? totals(blocks, ({ made }) => fittingIn(made, cloud)[made.length] ?? 0);
    byCloud.set(cloud, known);
    return known;
  };
  /** Returns the last block that starts before an offset, and how many of its marks do. */
  const placeOf = (offset: number): readonly [block: number, index: number] => {
    const block = Math.max(0, firstFrom(blocks, offset, startOfBlock) - 1);
    const { made = [], shift = 0 } = blocks[block] ?? {};
    return [block, firstFrom(made, offset - shift, startOfMark)];
  };
  const countTo = (offset: number): number => {
    const [block, index] = placeOf(offset);
    return (sizes[block] ?? 0) + index;
  };
  const countFittingTo = (offset: number, cloud: Cloud): number => {
    const [block, index] = placeOf(offset);
    const { made = [] } = blocks[block] ?? {};
    return (fitting(cloud)[block] ?? 0) + (fittingIn(made, cloud)[index] ?? 0);
  };
  const first = (span: Span): Mark | undefined => {
    const [block, index] = placeOf(span.start);
    const mark = blocks[block]?.items()[index] ?? blocks[block + 1]?.items()[0];
    return mark && mark.span.start < span.end ? mark : undefined;
  };
  return {
    count: ({ start, end }) => countTo(end) - countTo(start),
    countFitting: ({ start, end }, cloud) => countFittingTo(end, cloud) - countFittingTo(start, cloud),
    first,
  };
}

const startOfBlock = ({ reach, shift }: Block<Mark>) => reach.start + shift;
const startOfMark = ({ span }: Mark) => span.start;

/** Returns, for each i from 0, the sum of the first i blocks. */
function totals<T>(blocks: readonly Block<T>[], amountOf: (block: Block<T>) => number): Uint32Array {
  const sums = new Uint32Array(blocks.length + 1);
  for (const [i, block] of blocks.entries()) sums[i + 1] = (sums[i] ?? 0) + amountOf(block);
  return sums;
}

/** By the marks of a block, which do not change. */
const counted = new WeakMap<readonly Mark[], Map<Cloud, Uint32Array>>();

/** Returns, for each i from 0, how many of the first i marks fit a cloud. */
function fittingIn(marks: readonly Mark[], cloud: Cloud): Uint32Array {
  const byCloud = counted.get(marks) ?? new Map<Cloud, Uint32Array>();
  counted.set(marks, byCloud);
  const known = byCloud.get(cloud);
  if (known) return known;
  const counts = new Uint32Array(marks.length + 1);
  for (const [i, { clouds }] of marks.entries())
    counts[i + 1] = (counts[i] ?? 0) + Number(clouds.includes(cloud));
  byCloud.set(cloud, counts);
  return counts;
}
