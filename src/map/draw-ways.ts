import { type Say, sayAll, sayList } from '../words';
import type { Direction, GroupItem, Item, Point } from './drawing';
import { text } from './drawing';
import { FONTS, LINE } from './fonts';
import { APART, type Columns, LANE, labelLines, NODE_HEIGHT, type Placed, type Span } from './place-diagram';
import type { Bus, Plan } from './plan-diagram';
import { sayActions, sayWay } from './say-map';
import type { MapAction, Transition } from './types';

const START_RADIUS = 7;

/** Draws a rung's transitions to both rails, its creation, and the actions that lead to it from everywhere. */
export function drawWays(say: Say, { rung, y }: Placed, { right }: Plan, columns: Columns): GroupItem[] {
  const { node, fromLeft, toLeft, fromRight, toRight, start, anywhere } = rung;
  // The rung without a node connects the rails directly.
  if (node === undefined) {
    const across = { start: columns.left.end, end: columns.right.start };
    return pair(say, fromLeft, toLeft, y, across, 'right');
  }
  const rightSpan = { start: columns.rungs.end, end: columns.right.start };
  const labels = { start: columns.lane, end: columns.right.start };
  const middle = (columns.lane + columns.right.start) / 2 + 40;
  return [
    ...pair(say, fromLeft, toLeft, y, { start: columns.left.end, end: columns.rungs.start }, 'right'),
    ...(right ? pair(say, fromRight, toRight, y, rightSpan, 'left', labels) : []),
    ...(start ? [drawStart(say, start, y, { start: columns.rungs.end, end: middle })] : []),
    ...(anywhere.length > 0
      ? [
          drawWay(
            say,
            {
              actions: anywhere,
              title: sayActions(say, say('every vm_state'), node.vmState, anywhere),
            },
            { from: [], to: [node.vmState] },
            y,
            rightSpan,
            'left',
            'above',
            labels,
          ),
        ]
      : []),
  ];
}

/** Draws a transition from a rail and the one back, or only one of them. */
function pair(
  say: Say,
  there: Transition | undefined,
  back: Transition | undefined,
  y: number,
  span: Span,
  to: 'left' | 'right',
  labels: Span = span,
): GroupItem[] {
  const both = there !== undefined && back !== undefined;
  const opposite = to === 'left' ? 'right' : 'left';
  const draw = (way: Transition, at: number, direction: 'left' | 'right', label: 'above' | 'below') =>
    drawWay(
      say,
      { actions: way.actions, title: sayWay(say, way) },
      { from: [way.from], to: [way.to] },
      at,
      span,
      direction,
      label,
      labels,
    );
  return [
    ...(there ? [draw(there, both ? y - APART : y, to, 'above')] : []),
    ...(back ? [draw(back, both ? y + APART : y, opposite, both ? 'below' : 'above')] : []),
  ];
}

/**
 * Draws a horizontal transition with its labels.
 *
 * @param y the middle of its line.
 * @param to the side of the arrowhead.
 * @param label the side of the line on which the labels are.
 * @param labels the horizontal room for the labels.
 */
function drawWay(
  say: Say,
  { actions, title }: { readonly actions: readonly MapAction[]; readonly title: string },
  ends: { readonly from: readonly (string | null)[]; readonly to: readonly string[] },
  y: number,
  span: Span,
  to: 'left' | 'right',
  label: 'above' | 'below',
  labels: Span,
): GroupItem {
  const [tail, tip] = to === 'right' ? [span.start, span.end] : [span.end, span.start];
  const lines = labelLines(say, actions, labels);
  const first = label === 'above' ? y - 6 - (lines.length - 1) * LINE : y + 5 + FONTS.small.size;
  const middle = (labels.start + labels.end) / 2;
  return wayGroup(title, ends, actions, [
    {
      kind: 'line',
      points: [
        [tail, y],
        [back([tip, y], to)[0], y],
      ],
      classes: 'stroke',
    },
    { kind: 'head', at: [tip, y], to, classes: 'fill' },
    ...lines.map((line, index) => text(line, [middle, first + index * LINE], FONTS.small, 'label', 'middle')),
  ]);
}

function wayGroup(
  title: string,
  { from, to }: { readonly from: readonly (string | null)[]; readonly to: readonly string[] },
  actions: readonly MapAction[],
  items: readonly Item[],
): GroupItem {
  const about = { kind: 'way', from, to, actions: actions.map(({ id }) => id) } as const;
  return { kind: 'group', classes: 'way', title, about, items };
}

/** Moves the end of a line back, so it does not show at the tip of the arrowhead. */
function back([x, y]: Point, to: Direction): Point {
  const by = 6;
  if (to === 'left') return [x + by, y];
  if (to === 'right') return [x - by, y];
  return to === 'down' ? [x, y - by] : [x, y + by];
}

/** Draws the creation of a server: a transition from a dot. */
function drawStart(say: Say, way: Transition, y: number, span: Span): GroupItem {
  const drawn = drawWay(
    say,
    { actions: way.actions, title: sayWay(say, way) },
    { from: [null], to: [way.to] },
    y,
    span,
    'left',
    'above',
    span,
  );
  const dot: Item = { kind: 'dot', at: [span.end, y], radius: START_RADIUS, classes: 'fill' };
  return { ...drawn, items: [...drawn.items, dot] };
}

/** Draws the transition between a rung and the next one. */
export function drawDown(
  say: Say,
  { rung, y }: Placed,
  next: Placed | undefined,
  { rungs }: Columns,
): GroupItem[] {
  const { down, node } = rung;
  if (down === undefined || next === undefined || node === undefined) return [];
  const x = rungs.start + 22;
  const top = y + NODE_HEIGHT / 2;
  const bottom = next.y - NODE_HEIGHT / 2;
  const to = down.from === node.vmState ? 'down' : 'up';
  const [tail, tip] = to === 'down' ? [top, bottom] : [bottom, top];
  const first = (top + bottom) / 2 + 4 - ((down.actions.length - 1) * LINE) / 2;
  return [
    wayGroup(sayWay(say, down), { from: [down.from], to: [down.to] }, down.actions, [
      { kind: 'line', points: [[x, tail], back([x, tip], to)], classes: 'stroke' },
      { kind: 'head', at: [x, tip], to, classes: 'fill' },
      ...down.actions.map(({ label }, index) =>
        text(label, [x + 10, first + index * LINE], FONTS.small, 'label'),
      ),
    ]),
  ];
}

/** Draws transitions that share a vertical line beside the rungs, from all their starts to all their ends. */
export function drawBus(
  say: Say,
  bus: Bus,
  index: number,
  rungs: readonly Placed[],
  { rungs: column }: Columns,
): GroupItem[] {
  const find = (vmState: string) => rungs.find(({ rung }) => rung.node?.vmState === vmState);
  const from = bus.from.flatMap((vmState) => find(vmState) ?? []);
  const to = bus.to.flatMap((vmState) => find(vmState) ?? []);
  const x = column.end + LANE * (index + 0.6);
  const ys = [...from, ...to].map(({ y }) => y);
  const title = sayActions(say, sayAll(say, bus.from), sayList(say, bus.to), bus.actions);
  const labelY = Math.min(...ys) + 4 + FONTS.small.size;
  return [
    wayGroup(title, bus, bus.actions, [
      ...from.map(
        ({ y }): Item => ({
          kind: 'line',
          points: [
            [column.end, y],
            [x, y],
          ],
          classes: 'stroke',
        }),
      ),
      {
        kind: 'line',
        points: [
          [x, Math.min(...ys)],
          [x, Math.max(...ys)],
        ],
        classes: 'stroke',
      },
      ...to.flatMap(({ y }): Item[] => [
        { kind: 'line', points: [[x, y], back([column.end, y], 'left')], classes: 'stroke' },
        { kind: 'head', at: [column.end, y], to: 'left', classes: 'fill' },
      ]),
      // Dots show where the vertical line is joined; at its ends, the corners do.
      ...ys
        .filter((y) => y !== Math.min(...ys) && y !== Math.max(...ys))
        .map((y): Item => ({ kind: 'dot', at: [x, y], radius: 3, classes: 'fill' })),
      ...bus.actions.map(({ label }, index) =>
        text(label, [x + 9, labelY + index * LINE], FONTS.small, 'label'),
      ),
    ]),
  ];
}
