import type { Say } from '../words';
import { type GroupItem, type Point, text } from './drawing';
import { FONTS } from './fonts';
import { type Columns, NODE_HEIGHT, type Placed, type Span } from './place-diagram';
import type { Node, Rung } from './plan-diagram';

/** Draws a rail: one tall box beside all rungs that it has transitions to. */
export function drawRail(
  say: Say,
  node: Node | undefined,
  rungs: readonly Placed[],
  span: Span,
  joins: (rung: Rung) => boolean,
): GroupItem[] {
  if (node === undefined) return [];
  const joined = rungs.filter(({ rung }) => joins(rung));
  // The rail's name is at the height of the direct rung, where the rails are connected.
  const direct = joined.find(({ rung }) => rung.node === undefined) ?? joined[0];
  const top = Math.min(...joined.map(({ y }) => y)) - NODE_HEIGHT / 2;
  const bottom = Math.max(...joined.map(({ y }) => y)) + NODE_HEIGHT / 2;
  return [drawNode(say, node, span, top, bottom - top, direct?.y ?? top)];
}

/** Draws a vm_state with its status. */
export function drawNode(
  say: Say,
  node: Node,
  { start, end }: Span,
  top: number,
  height: number,
  middle: number,
): GroupItem {
  const x = (start + end) / 2;
  // The name moves up to make room for the status below it.
  const name = node.status === '' ? middle + 4 : middle - 3;
  return {
    kind: 'group',
    classes: 'state',
    title: say('{value}: {meaning}', { value: node.vmState, meaning: node.meaning }),
    about: { kind: 'state', vmState: node.vmState },
    items: [
      { kind: 'box', box: { x: start, y: top, width: end - start, height }, radius: 7, classes: 'paper' },
      text(node.vmState, [x, name], FONTS.value, 'ink', 'middle'),
      ...(node.status === '' ? [] : [text(node.status, [x, middle + 13], FONTS.small, 'faint', 'middle')]),
    ],
  };
}

/** Draws the box for every vm_state, beside the rungs that all of them lead to. */
export function drawEvery(say: Say, rungs: readonly Placed[], { right }: Columns): GroupItem[] {
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
      title: say('Every server, whatever its state.'),
      items: [
        { kind: 'box', box, radius: 7, classes: 'paper' },
        text(say('every vm_state'), at, FONTS.small, 'ink', 'middle'),
      ],
    },
  ];
}
