import { type Say, sayGlue } from '../words';
import { FONTS, LINE } from './fonts';
import type { Node, Plan, Rung } from './plan-diagram';
import { textWidth, wrap } from './text-width';
import type { MapAction, Transition } from './types';

/** The height of a box, in pixels. */
export const NODE_HEIGHT = 44;
/** Half the distance between the lines of a transition and the one back, in pixels. */
export const APART = 9;
/** The width of a lane for a line beside the rungs, in pixels. */
export const LANE = 34;

/** The horizontal positions: left rail, rungs, the end of the lanes for shared lines, right rail. */
export interface Columns {
  readonly left: Span;
  readonly rungs: Span;
  readonly lane: number;
  readonly right: Span;
}

/** A horizontal range, in pixels. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** A rung with the y coordinate of its middle, in pixels. */
export interface Placed {
  readonly rung: Rung;
  readonly y: number;
}

/** Returns the horizontal positions, with enough room for all texts. */
export function columnsOf(say: Say, { left, right, rungs, buses }: Plan, minGap: number): Columns {
  const nodes = rungs.flatMap(({ node }) => node ?? []);
  const widthOf = (some: readonly (Node | undefined)[]) =>
    Math.max(
      60,
      ...some.flatMap((node) => [
        textWidth(node?.vmState ?? '', FONTS.value),
        textWidth(node?.status ?? '', FONTS.small),
      ]),
    ) + 24;
  const gap = (ways: readonly (readonly MapAction[] | undefined)[]) =>
    Math.max(
      minGap,
      ...ways
        .flatMap((actions) => actions ?? [])
        .map(({ label }) => textWidth(`${label}${sayGlue(say).trimEnd()}`, FONTS.small)),
    ) + 34;
  const leftWidth = left ? widthOf([left]) : 0;
  const leftGap = left
    ? gap(rungs.flatMap(({ fromLeft, toLeft }) => [fromLeft?.actions, toLeft?.actions]))
    : 0;
  const rungStart = leftWidth + leftGap;
  const rungEnd = rungStart + widthOf(nodes);
  const laneEnd = rungEnd + (buses.length > 0 ? LANE * buses.length : 0);
  const rightGap = gap(
    rungs.flatMap(({ fromRight, toRight, start, anywhere }) => [
      fromRight?.actions,
      toRight?.actions,
      start?.actions,
      anywhere,
    ]),
  );
  const rightStart = laneEnd + rightGap;
  const rightWidth = Math.max(widthOf([right]), textWidth(say('every vm_state'), FONTS.small) + 24);
  return {
    left: { start: 0, end: leftWidth },
    rungs: { start: rungStart, end: rungEnd },
    lane: laneEnd,
    right: { start: rightStart, end: rightStart + rightWidth },
  };
}

/** Places the rungs from top to bottom. Each gets enough room for its labels and for the transition to the next one. */
export function placeRungs(say: Say, { rungs }: Plan, columns: Columns): Placed[] {
  let y = 0;
  return rungs.map((rung, index) => {
    const above = rungs[index - 1];
    if (above !== undefined) {
      const down = above.down ? NODE_HEIGHT + above.down.actions.length * LINE + 22 : 0;
      y += Math.max(
        halfHeight(say, above, columns, 'below') + halfHeight(say, rung, columns, 'above') + 10,
        down,
      );
    } else y = halfHeight(say, rung, columns, 'above');
    return { rung, y };
  });
}

/** Returns how far a rung extends above or below its middle, in pixels. */
export function halfHeight(say: Say, rung: Rung, columns: Columns, side: 'above' | 'below'): number {
  const sides: [Transition | undefined, Transition | undefined, Span][] = [
    [rung.fromLeft, rung.toLeft, gapLeft(columns)],
    [rung.fromRight, rung.toRight, gapRight(columns)],
  ];
  const heights = sides.map(([there, back, gap]) => {
    const both = there !== undefined && back !== undefined;
    const shown = side === 'above' ? (there ?? back) : both ? back : undefined;
    if (shown === undefined) return 0;
    return (both ? APART : 0) + 6 + labelLines(say, shown.actions, gap).length * LINE;
  });
  const single = side === 'above' ? [rung.start?.actions, rung.anywhere] : [];
  const others = single.map((actions) =>
    (actions?.length ?? 0) > 0 ? 6 + labelLines(say, actions ?? [], gapRight(columns)).length * LINE : 0,
  );
  return Math.max(rung.node ? NODE_HEIGHT / 2 : 0, ...heights, ...others);
}

/** Returns the range between the left rail and the rungs. */
function gapLeft({ left, rungs }: Columns): Span {
  return { start: left.end, end: rungs.start };
}

/** Returns the range between the rungs, or the lanes beside them, and the right rail. */
function gapRight({ lane, right }: Columns): Span {
  return { start: lane, end: right.start };
}

/** Returns the lines of a transition's label. */
export function labelLines(say: Say, actions: readonly MapAction[], gap: Span): string[] {
  return wrap(
    actions.map(({ label }) => label),
    gap.end - gap.start - 24,
    FONTS.small,
    sayGlue(say),
  );
}
