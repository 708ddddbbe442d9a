import { type Say, saySource } from '../words';
import { type Drawing, type Item, moved, text } from './drawing';
import { FONTS } from './fonts';
import { layoutDiagram } from './layout-diagram';
import { KEEPING_TITLE, layoutKeeping } from './layout-keeping';
import { layoutMatrix } from './layout-matrix';
import { textWidth, wrap } from './text-width';
import type { StateMap } from './types';

/** The margin of the picture, in pixels. */
const MARGIN = 28;
/** The distance between the diagram and the list beside it, in pixels. */
const GAP = 70;

/** Lays out the whole picture: title, table, diagram of the transitions, operations that keep the vm_state, sources. */
export function layoutMap(say: Say, map: StateMap): Drawing {
  const matrix = layoutMatrix(say, map);
  const diagram = layoutDiagram(say, map);
  const side = diagram.width + GAP;
  const keeping = layoutKeeping(say, map.keeping, { width: matrix.width - side, height: diagram.height });
  const title = say('States of {cloud}', { cloud: map.cloud.title });
  const caption = say('Each box is a status of the vm_state, with the task_states that give it.');
  const width = Math.max(
    matrix.width,
    side + keeping.width,
    textWidth(title, FONTS.title),
    ...[caption, ...map.notes].map((note) => textWidth(note, FONTS.note)),
  );
  const matrixTop = MARGIN + 60;
  const notes = map.notes.map((note, index) =>
    text(note, [MARGIN, matrixTop + matrix.height + 26 + index * 18], FONTS.note, 'faint'),
  );
  const below = matrixTop + matrix.height + 18 * notes.length + 70;
  const diagramTop = below + 34;
  const bottom = diagramTop + Math.max(diagram.height, keeping.height) + 40;
  const sources = sourceLines(say, map, width);
  const items: Item[] = [
    text(title, [MARGIN, MARGIN + 20], FONTS.title, 'ink'),
    text(caption, [MARGIN, MARGIN + 42], FONTS.note, 'faint'),
    ...moved(matrix.items, MARGIN, matrixTop),
    ...notes,
    text(say('From one vm_state to another'), [MARGIN, below], FONTS.heading, 'ink'),
    ...moved(diagram.items, MARGIN, diagramTop),
    ...(map.keeping.length > 0
      ? [text(say(KEEPING_TITLE), [MARGIN + side, below], FONTS.heading, 'ink')]
      : []),
    ...moved(keeping.items, MARGIN + side, diagramTop),
    ...sources.map((line, index) => text(line, [MARGIN, bottom + index * 18], FONTS.note, 'faint')),
  ];
  return { width: width + 2 * MARGIN, height: bottom + sources.length * 18 + MARGIN - 10, items };
}

function sourceLines(say: Say, { sources }: StateMap, width: number): string[] {
  const [first = '', ...others] = sources.map((source) => saySource(say, source));
  const glue = say('{list}; {next}', { list: '', next: '' });
  return wrap([say('Sources: {sources}', { sources: first }), ...others], width, FONTS.note, glue);
}
