import type { Say } from '../words';
import { drawEvery, drawNode, drawRail } from './draw-nodes';
import { drawBus, drawDown, drawWays } from './draw-ways';
import { type Drawing, text } from './drawing';
import { FONTS } from './fonts';
import { columnsOf, halfHeight, NODE_HEIGHT, placeRungs } from './place-diagram';
import { planDiagram } from './plan-diagram';
import { textWidth } from './text-width';
import type { StateMap } from './types';

/** The default minimum length of the lines between a rail and a rung, in pixels. */
const MIN_GAP = 180;

/**
 * Lays out the transitions between the vm_states as a ladder.
 *
 * @param minGap the minimum length of the lines between a rail and a rung, in pixels. They are always at least as long
 *   as their labels.
 */
export function layoutDiagram(say: Say, map: StateMap, minGap = MIN_GAP): Drawing {
  const plan = planDiagram(say, map);
  const columns = columnsOf(say, plan, minGap);
  const rungs = placeRungs(say, plan, columns);
  const busWays = plan.buses.flatMap((bus, index) => drawBus(say, bus, index, rungs, columns));
  // Later items cover earlier ones, so the boxes come after the lines that end at them.
  const items = [
    ...rungs.flatMap((placed) => drawWays(say, placed, plan, columns)),
    ...rungs.flatMap((placed, index) => drawDown(say, placed, rungs[index + 1], columns)),
    ...busWays,
    ...drawRail(say, plan.left, rungs, columns.left, ({ fromLeft, toLeft }) => Boolean(fromLeft ?? toLeft)),
    ...drawRail(
      say,
      plan.right,
      rungs,
      columns.right,
      ({ node, fromRight, toRight }) => node === undefined || Boolean(fromRight ?? toRight),
    ),
    ...drawEvery(say, rungs, columns),
    ...rungs.flatMap(({ rung, y }) =>
      rung.node ? [drawNode(say, rung.node, columns.rungs, y - NODE_HEIGHT / 2, NODE_HEIGHT, y)] : [],
    ),
  ];
  const bottom = Math.max(0, ...rungs.map(({ rung, y }) => y + halfHeight(say, rung, columns, 'below')));
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
