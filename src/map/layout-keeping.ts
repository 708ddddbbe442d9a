import { type Say, sayGlue } from '../words';
import { type Drawing, moved, type TextItem, text } from './drawing';
import { FONTS } from './fonts';
import { textWidth, wrap } from './text-width';
import type { Keeping } from './types';

/** The heading of the list. */
export const KEEPING_TITLE = 'Operations that keep the vm_state';

/** The maximum width of a line of vm_states, in pixels. */
const MAX_LINE = 300;
/** The distance between two columns, in pixels. */
const GUTTER = 40;

/**
 * Lays out the operations that keep the vm_state, each with the vm_states that allow it. Uses the fewest columns with
 * which the list is no higher than the room.
 */
export function layoutKeeping(
  say: Say,
  keeping: readonly Keeping[],
  room: { readonly width: number; readonly height: number },
): Drawing {
  const entries = keeping.map((one) => layoutEntry(say, one));
  const width = Math.max(0, ...entries.map((entry) => entry.width));
  const fit = Math.max(1, Math.floor((room.width + GUTTER) / (width + GUTTER)));
  const columns = columnsFor(entries, fit, room.height);
  const items = columns.flatMap((column, index) => {
    let y = 0;
    return column.flatMap((entry) => {
      y += entry.height;
      return moved(entry.items, index * (width + GUTTER), y - entry.height);
    });
  });
  return {
    width: Math.max(textWidth(say(KEEPING_TITLE), FONTS.heading), columns.length * (width + GUTTER) - GUTTER),
    height: Math.max(0, ...columns.map(heightOf)),
    items,
  };
}

/** Divides the entries into columns of similar height. Adds columns until they fit the height, up to a maximum. */
function columnsFor(entries: readonly Drawing[], most: number, height: number): Drawing[][] {
  for (let count = 1; ; count++) {
    const columns = intoColumns(entries, count);
    if (count === most || Math.max(0, ...columns.map(heightOf)) <= height) return columns;
  }
}

function intoColumns(entries: readonly Drawing[], count: number): Drawing[][] {
  const each = Math.ceil(entries.length / count);
  return Array.from({ length: count }, (_, index) => entries.slice(index * each, (index + 1) * each)).filter(
    (column) => column.length > 0,
  );
}

function heightOf(column: readonly Drawing[]): number {
  return column.reduce((sum, { height }) => sum + height, 0);
}

function layoutEntry(say: Say, { action, vmStates }: Keeping): Drawing {
  const lines = wrap(vmStates, MAX_LINE, FONTS.small, sayGlue(say));
  const items: TextItem[] = [
    text(action.label, [0, 12], FONTS.value, 'ink'),
    ...lines.map((line, index) => text(line, [0, 28 + index * 16], FONTS.small, 'faint')),
  ];
  const width = Math.max(...items.map((item) => textWidth(item.text, item.font)));
  return { width, height: 27 + lines.length * 16, items };
}
