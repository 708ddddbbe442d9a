import { type Direction, type Drawing, type GroupItem, type Item, type Point, text } from './drawing';
import { FONTS, LINE } from './fonts';
import { type Bus, type Node, type Plan, planDiagram, type Rung } from './plan-diagram';
import { sayAction, sayWay } from './say-map';
import { textWidth, wrap } from './text-width';
import type { MapAction, StateMap, Transition } from './types';

const NODE_HEIGHT = 44;
/** Half the distance of the two lines of a way there and back. */
const APART = 9;
/** The room for a line beside the rungs. */
const LANE = 34;
const START_RADIUS = 7;
/** How long the ways between a rail and a rung are at least, where there is room. */
const MIN_GAP = 180;
const EVERY = 'every vm_state';

/** The horizontal places: the left rail, the rungs, the lane of the buses, the right rail. */
interface Columns {
  readonly left: Span;
  readonly rungs: Span;
  readonly lane: number;
  readonly right: Span;
}

interface Span {
  readonly start: number;
  readonly end: number;
}

/** A rung with its place. */
interface Placed {
  readonly rung: Rung;
  readonly y: number;
}

/**
 * Draws the ways between the vm_states as a ladder.
 *
 * @param minGap how long the ways between a rail and a rung are at least; as long as their labels they are anyway
 */
export function layoutDiagram(map: StateMap, minGap = MIN_GAP): Drawing {
  const plan = planDiagram(map);
  const columns = columnsOf(plan, minGap);
  const rungs = placeRungs(plan, columns);
  const busWays = plan.buses.flatMap((bus, index) => drawBus(bus, index, rungs, columns));
  const items = [
    ...rungs.flatMap((placed) => drawWays(placed, plan, columns)),
    ...rungs.flatMap((placed, index) => drawDown(placed, rungs[index + 1], columns)),
    ...busWays,
    ...drawRail(plan.left, rungs, columns.left, ({ fromLeft, toLeft }) => Boolean(fromLeft ?? toLeft)),
    ...drawRail(
      plan.right,
      rungs,
      columns.right,
      ({ node, fromRight, toRight }) => node === undefined || Boolean(fromRight ?? toRight),
    ),
    ...drawEvery(rungs, columns),
    ...rungs.flatMap(({ rung, y }) =>
      rung.node ? [drawNode(rung.node, columns.rungs, y - NODE_HEIGHT / 2, NODE_HEIGHT, y)] : [],
    ),
  ];
  const bottom = Math.max(0, ...rungs.map(({ rung, y }) => y + halfHeight(rung, columns, 'below')));
  const notes = plan.notes.map((note, index) =>
    text(note, [0, bottom + 26 + index * 18], FONTS.note, 'faint'),
  );
  const width = Math.max(columns.right.end, ...notes.map((note) => textWidth(note.text, FONTS.note)));
  return {
    width,
    height: bottom + (notes.length > 0 ? 16 + notes.length * 18 : 0),
    items: [...items, ...notes],
  };
}

function columnsOf({ left, right, rungs, buses }: Plan, minGap: number): Columns {
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
      ...ways.flatMap((actions) => actions ?? []).map(({ label }) => textWidth(`${label},`, FONTS.small)),
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
  const rightWidth = Math.max(widthOf([right]), textWidth(EVERY, FONTS.small) + 24);
  return {
    left: { start: 0, end: leftWidth },
    rungs: { start: rungStart, end: rungEnd },
    lane: laneEnd,
    right: { start: rightStart, end: rightStart + rightWidth },
  };
}

/** The rungs from the top down, each with room for its labels and for the way to the next one. */
function placeRungs({ rungs }: Plan, columns: Columns): Placed[] {
  let y = 0;
  return rungs.map((rung, index) => {
    const above = rungs[index - 1];
    if (above !== undefined) {
      const down = above.down ? NODE_HEIGHT + above.down.actions.length * LINE + 22 : 0;
      y += Math.max(halfHeight(above, columns, 'below') + halfHeight(rung, columns, 'above') + 10, down);
    } else y = halfHeight(rung, columns, 'above');
    return { rung, y };
  });
}

/** How far a rung reaches up or down from its middle. */
function halfHeight(rung: Rung, columns: Columns, side: 'above' | 'below'): number {
  const sides: [Transition | undefined, Transition | undefined, Span][] = [
    [rung.fromLeft, rung.toLeft, gapLeft(columns)],
    [rung.fromRight, rung.toRight, gapRight(columns)],
  ];
  const heights = sides.map(([there, back, gap]) => {
    const both = there !== undefined && back !== undefined;
    const shown = side === 'above' ? (there ?? back) : both ? back : undefined;
    if (shown === undefined) return 0;
    return (both ? APART : 0) + 6 + labelLines(shown.actions, gap).length * LINE;
  });
  const single = side === 'above' ? [rung.start?.actions, rung.anywhere] : [];
  const others = single.map((actions) =>
    (actions?.length ?? 0) > 0 ? 6 + labelLines(actions ?? [], gapRight(columns)).length * LINE : 0,
  );
  return Math.max(rung.node ? NODE_HEIGHT / 2 : 0, ...heights, ...others);
}

function gapLeft({ left, rungs }: Columns): Span {
  return { start: left.end, end: rungs.start };
}

function gapRight({ lane, right }: Columns): Span {
  return { start: lane, end: right.start };
}

function labelLines(actions: readonly MapAction[], gap: Span): string[] {
  return wrap(
    actions.map(({ label }) => label),
    gap.end - gap.start - 24,
    FONTS.small,
    ', ',
  );
}

/** The ways of a rung to both rails, and from where it is led to otherwise. */
function drawWays({ rung, y }: Placed, { right }: Plan, columns: Columns): GroupItem[] {
  const { node, fromLeft, toLeft, fromRight, toRight, start, anywhere } = rung;
  if (node === undefined) {
    const across = { start: columns.left.end, end: columns.right.start };
    return pair(fromLeft, toLeft, y, across, 'right');
  }
  const rightSpan = { start: columns.rungs.end, end: columns.right.start };
  const labels = { start: columns.lane, end: columns.right.start };
  const middle = (columns.lane + columns.right.start) / 2 + 40;
  return [
    ...pair(fromLeft, toLeft, y, { start: columns.left.end, end: columns.rungs.start }, 'right'),
    ...(right ? pair(fromRight, toRight, y, rightSpan, 'left', labels) : []),
    ...(start ? [drawStart(start, y, { start: columns.rungs.end, end: middle })] : []),
    ...(anywhere.length > 0
      ? [
          drawWay(
            {
              actions: anywhere,
              title: `${EVERY} to ${node.vmState}: ${anywhere.map(sayAction).join('; ')}.`,
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

/** A way away from a rail and the way back, or the one of them that there is. */
function pair(
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
      { actions: way.actions, title: sayWay(way) },
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

function drawWay(
  { actions, title }: { readonly actions: readonly MapAction[]; readonly title: string },
  ends: { readonly from: readonly (string | null)[]; readonly to: readonly string[] },
  y: number,
  span: Span,
  to: 'left' | 'right',
  label: 'above' | 'below',
  labels: Span,
): GroupItem {
  const [tail, tip] = to === 'right' ? [span.start, span.end] : [span.end, span.start];
  const lines = labelLines(actions, labels);
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

/** Where a line ends so that it does not show through the tip of its head. */
function back([x, y]: Point, to: Direction): Point {
  const by = 6;
  if (to === 'left') return [x + by, y];
  if (to === 'right') return [x - by, y];
  return to === 'down' ? [x, y - by] : [x, y + by];
}

function drawStart(way: Transition, y: number, span: Span): GroupItem {
  const drawn = drawWay(
    { actions: way.actions, title: sayWay(way) },
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

/** The way between a rung and the next one. */
function drawDown({ rung, y }: Placed, next: Placed | undefined, { rungs }: Columns): GroupItem[] {
  const { down, node } = rung;
  if (down === undefined || next === undefined || node === undefined) return [];
  const x = rungs.start + 22;
  const top = y + NODE_HEIGHT / 2;
  const bottom = next.y - NODE_HEIGHT / 2;
  const to = down.from === node.vmState ? 'down' : 'up';
  const [tail, tip] = to === 'down' ? [top, bottom] : [bottom, top];
  const first = (top + bottom) / 2 + 4 - ((down.actions.length - 1) * LINE) / 2;
  return [
    wayGroup(sayWay(down), { from: [down.from], to: [down.to] }, down.actions, [
      { kind: 'line', points: [[x, tail], back([x, tip], to)], classes: 'stroke' },
      { kind: 'head', at: [x, tip], to, classes: 'fill' },
      ...down.actions.map(({ label }, index) =>
        text(label, [x + 10, first + index * LINE], FONTS.small, 'label'),
      ),
    ]),
  ];
}

/** Ways that share a line beside the rungs, from all their beginnings to all their ends. */
function drawBus(bus: Bus, index: number, rungs: readonly Placed[], { rungs: column }: Columns): GroupItem[] {
  const find = (vmState: string) => rungs.find(({ rung }) => rung.node?.vmState === vmState);
  const from = bus.from.flatMap((vmState) => find(vmState) ?? []);
  const to = bus.to.flatMap((vmState) => find(vmState) ?? []);
  const x = column.end + LANE * (index + 0.6);
  const ys = [...from, ...to].map(({ y }) => y);
  const title = `${bus.from.join(', ')} to ${bus.to.join(' or ')}: ${bus.actions.map(sayAction).join('; ')}.`;
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
      ...ys
        .filter((y) => y !== Math.min(...ys) && y !== Math.max(...ys))
        .map((y): Item => ({ kind: 'dot', at: [x, y], radius: 3, classes: 'fill' })),
      ...bus.actions.map(({ label }, index) =>
        text(label, [x + 9, labelY + index * LINE], FONTS.small, 'label'),
      ),
    ]),
  ];
}

/** A rail: one tall box along all rungs that it has ways to. */
function drawRail(
  node: Node | undefined,
  rungs: readonly Placed[],
  span: Span,
  joins: (rung: Rung) => boolean,
): GroupItem[] {
  if (node === undefined) return [];
  const joined = rungs.filter(({ rung }) => joins(rung));
  const direct = joined.find(({ rung }) => rung.node === undefined) ?? joined[0];
  const top = Math.min(...joined.map(({ y }) => y)) - NODE_HEIGHT / 2;
  const bottom = Math.max(...joined.map(({ y }) => y)) + NODE_HEIGHT / 2;
  return [drawNode(node, span, top, bottom - top, direct?.y ?? top)];
}

function drawNode(node: Node, { start, end }: Span, top: number, height: number, middle: number): GroupItem {
  const x = (start + end) / 2;
  const name = node.status === '' ? middle + 4 : middle - 3;
  return {
    kind: 'group',
    classes: 'state',
    title: `${node.vmState}: ${node.meaning}`,
    about: { kind: 'state', vmState: node.vmState },
    items: [
      { kind: 'box', box: { x: start, y: top, width: end - start, height }, radius: 7, classes: 'paper' },
      text(node.vmState, [x, name], FONTS.value, 'ink', 'middle'),
      ...(node.status === '' ? [] : [text(node.status, [x, middle + 13], FONTS.small, 'faint', 'middle')]),
    ],
  };
}

/** The box that stands for every vm_state, beside the rungs that all of them lead to. */
function drawEvery(rungs: readonly Placed[], { right }: Columns): GroupItem[] {
  const led = rungs.filter(({ rung }) => rung.anywhere.length > 0);
  if (led.length === 0) return [];
  const top = Math.min(...led.map(({ y }) => y)) - NODE_HEIGHT / 2;
  const bottom = Math.max(...led.map(({ y }) => y)) + NODE_HEIGHT / 2;
  const box = { x: right.start, y: top, width: right.end - right.start, height: bottom - top };
  const at: Point = [(right.start + right.end) / 2, (top + bottom) / 2 + 4];
  return [
    {
      kind: 'group',
      classes: 'every',
      title: 'Every server, whatever its state.',
      items: [
        { kind: 'box', box, radius: 7, classes: 'paper' },
        text(EVERY, at, FONTS.small, 'ink', 'middle'),
      ],
    },
  ];
}
