import { type Drawing, type Item, moved, text } from './drawing';
import { FONTS } from './fonts';
import { layoutDiagram } from './layout-diagram';
import { layoutMatrix } from './layout-matrix';
import { textWidth, wrap } from './text-width';
import type { Keeping, StateMap } from './types';

const MARGIN = 28;
const CAPTION = 'A box is a status that the vm_state shows, with the task_states that give it.';

/** The whole picture: title, table, the ways between the vm_states, the operations that keep them, the sources. */
export function layoutMap(map: StateMap): Drawing {
  const matrix = layoutMatrix(map);
  const diagram = layoutDiagram(map);
  const keeping = layoutKeeping(map.keeping);
  const side = Math.max(diagram.width + 70, matrix.width - keeping.width);
  const title = `States of ${map.cloud.title}`;
  const width = Math.max(
    matrix.width,
    side + keeping.width,
    textWidth(title, FONTS.title),
    ...[CAPTION, ...map.notes].map((note) => textWidth(note, FONTS.note)),
  );
  const matrixTop = MARGIN + 60;
  const notes = map.notes.map((note, index) =>
    text(note, [MARGIN, matrixTop + matrix.height + 26 + index * 18], FONTS.note, 'faint'),
  );
  const below = matrixTop + matrix.height + 18 * notes.length + 70;
  const diagramTop = below + 34;
  const bottom = diagramTop + Math.max(diagram.height, keeping.height) + 40;
  const sources = sourceLines(map, width);
  const items: Item[] = [
    text(title, [MARGIN, MARGIN + 20], FONTS.title, 'ink'),
    text(CAPTION, [MARGIN, MARGIN + 42], FONTS.note, 'faint'),
    ...moved(matrix.items, MARGIN, matrixTop),
    ...notes,
    text('From one vm_state to another', [MARGIN, below], FONTS.heading, 'ink'),
    ...moved(diagram.items, MARGIN, diagramTop),
    ...(map.keeping.length > 0
      ? [text('Operations that keep the vm_state', [MARGIN + side, below], FONTS.heading, 'ink')]
      : []),
    ...moved(keeping.items, MARGIN + side, diagramTop),
    ...sources.map((line, index) => text(line, [MARGIN, bottom + index * 18], FONTS.note, 'faint')),
  ];
  return { width: width + 2 * MARGIN, height: bottom + sources.length * 18 + MARGIN - 10, items };
}

/** The operations that end where they began, each with the vm_states that allow it. */
function layoutKeeping(keeping: readonly Keeping[]): Drawing {
  const items: Item[] = [];
  let y = 12;
  for (const { action, vmStates } of keeping) {
    items.push(text(action.label, [0, y], FONTS.value, 'ink'));
    for (const line of wrap(vmStates, 300, FONTS.small, ', ')) {
      y += 16;
      items.push(text(line, [0, y], FONTS.small, 'faint'));
    }
    y += 27;
  }
  const width = Math.max(
    textWidth('Operations that keep the vm_state', FONTS.heading),
    ...items.flatMap((item) => (item.kind === 'text' ? textWidth(item.text, item.font) : [])),
  );
  return { width, height: y, items };
}

function sourceLines({ sources }: StateMap, width: number): string[] {
  const all = sources.map(({ title, date }) => `${title}${date && `, ${date}`}`);
  return wrap([`Sources: ${all[0] ?? 'none'}`, ...all.slice(1)], width, FONTS.note, '; ');
}
