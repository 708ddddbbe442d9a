import type { Say } from '../language';
import { sayGlue, saySource } from '../say';
import { type Drawing, type Item, moved, text } from './drawing';
import { FONTS } from './fonts';
import { layoutDiagram } from './layout-diagram';
import { layoutMatrix } from './layout-matrix';
import { textWidth, wrap } from './text-width';
import type { Keeping, StateMap } from './types';

const MARGIN = 28;

/** The whole picture: title, table, the ways between the vm_states, the operations that keep them, the sources. */
export function layoutMap(map: StateMap, say: Say): Drawing {
  const matrix = layoutMatrix(map, say);
  const diagram = layoutDiagram(map, say);
  const keeping = layoutKeeping(map.keeping, say);
  const side = Math.max(diagram.width + 70, matrix.width - keeping.width);
  const title = say('States of {cloud}', { cloud: map.cloud.title });
  const caption = say('A box is a status that the vm_state shows, with the task_states that give it.');
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
  const sources = sourceLines(map, width, say);
  const items: Item[] = [
    text(title, [MARGIN, MARGIN + 20], FONTS.title, 'ink'),
    text(caption, [MARGIN, MARGIN + 42], FONTS.note, 'faint'),
    ...moved(matrix.items, MARGIN, matrixTop),
    ...notes,
    text(say('From one vm_state to another'), [MARGIN, below], FONTS.heading, 'ink'),
    ...moved(diagram.items, MARGIN, diagramTop),
    ...(map.keeping.length > 0
      ? [text(say('Operations that keep the vm_state'), [MARGIN + side, below], FONTS.heading, 'ink')]
      : []),
    ...moved(keeping.items, MARGIN + side, diagramTop),
    ...sources.map((line, index) => text(line, [MARGIN, bottom + index * 18], FONTS.note, 'faint')),
  ];
  return { width: width + 2 * MARGIN, height: bottom + sources.length * 18 + MARGIN - 10, items };
}

/** The operations that end where they began, each with the vm_states that allow it. */
function layoutKeeping(keeping: readonly Keeping[], say: Say): Drawing {
  const items: Item[] = [];
  let y = 12;
  for (const { action, vmStates } of keeping) {
    items.push(text(action.label, [0, y], FONTS.value, 'ink'));
    for (const line of wrap(vmStates, 300, FONTS.small, sayGlue(say))) {
      y += 16;
      items.push(text(line, [0, y], FONTS.small, 'faint'));
    }
    y += 27;
  }
  const width = Math.max(
    textWidth(say('Operations that keep the vm_state'), FONTS.heading),
    ...items.flatMap((item) => (item.kind === 'text' ? textWidth(item.text, item.font) : [])),
  );
  return { width, height: y, items };
}

function sourceLines({ sources }: StateMap, width: number, say: Say): string[] {
  const [first = '', ...others] = sources.map((source) => saySource(say, source));
  const glue = say('{list}; {next}', { list: '', next: '' });
  return wrap([say('Sources: {sources}', { sources: first }), ...others], width, FONTS.note, glue);
}
