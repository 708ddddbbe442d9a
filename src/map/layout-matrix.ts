import { type Say, sayGlue } from '../words';
import { type Drawing, type GroupItem, type Item, text } from './drawing';
import { FONTS, LINE } from './fonts';
import { sayCell, taskWords } from './say-map';
import { textWidth, wrap } from './text-width';
import type { MapCell, MapRow, StateMap } from './types';

/** The padding of a cell and the height of the header, in pixels. */
const PAD = 9;
const HEAD = 38;
/** The maximum width of the first status column, in pixels. Longer lists of task_states wrap. */
const MAX_LIST = 250;

interface Column {
  readonly x: number;
  readonly width: number;
}

/** Lays out the table: a row for each vm_state, with its status without an operation first. */
export function layoutMatrix(say: Say, map: StateMap): Drawing {
  const lines = new Map(map.rows.flatMap(({ cells }) => cells).map((cell) => [cell, linesOf(say, cell)]));
  const columns = columnsOf(say, map, lines);
  const last = columns.at(-1) as Column;
  const width = last.x + last.width;
  const items: Item[] = headings(say, map, columns);
  let y = HEAD;
  for (const row of map.rows) {
    const height = Math.max(...row.cells.map((cell) => heightOf(cell, lines)), 34);
    items.push(
      {
        kind: 'line',
        points: [
          [0, y],
          [width, y],
        ],
        classes: 'rule',
      },
      text(
        row.vmState ?? say('any other'),
        [PAD, y + 22],
        FONTS.value,
        row.vmState === null ? 'ink other' : 'ink',
      ),
      ...row.cells.map((cell) => drawCell(say, map, row, cell, lines, columns, y, height)),
    );
    y += height;
  }
  items.push({
    kind: 'line',
    points: [
      [0, y],
      [width, y],
    ],
    classes: 'rule',
  });
  return { width, height: y, items };
}

type Lines = ReadonlyMap<MapCell, readonly string[]>;

/** Returns the lines of a cell's task_states. In the first column they wrap; elsewhere each has its own line. */
function linesOf(say: Say, cell: MapCell): string[] {
  const words = taskWords(say, cell);
  return cell.atRest ? wrap(words, MAX_LIST, FONTS.small, sayGlue(say)) : words;
}

/** Returns the height of a cell. Only cells of the first column show their status, as others have a heading. */
function heightOf(cell: MapCell, lines: Lines): number {
  return (lines.get(cell)?.length ?? 0) * LINE + (cell.atRest ? LINE + 2 : 0) + 18;
}

/** Computes the columns: each is as wide as its widest text. */
function columnsOf(say: Say, map: StateMap, lines: Lines): Column[] {
  const widest = (texts: readonly string[], font: (typeof FONTS)[keyof typeof FONTS]) =>
    Math.max(0, ...texts.map((one) => textWidth(one, font)));
  const cells = map.rows.flatMap(({ cells }) => cells);
  const ofCells = (some: readonly MapCell[]) =>
    widest(
      some.flatMap((cell) => lines.get(cell) ?? []),
      FONTS.small,
    );
  const atRest = cells.filter((cell) => cell.atRest);
  const widths = [
    Math.max(
      widest(
        map.rows.map(({ vmState }) => vmState ?? say('any other')),
        FONTS.value,
      ),
      textWidth('vm_state', FONTS.value),
    ),
    Math.max(
      widest(
        atRest.map(({ status }) => status),
        FONTS.value,
      ),
      ofCells(atRest),
      textWidth(say('own status'), FONTS.value),
    ),
    ...map.columns.map((status) =>
      Math.max(
        textWidth(status, FONTS.value),
        ofCells(cells.filter((cell) => !cell.atRest && cell.status === status)),
      ),
    ),
  ];
  let x = 0;
  return widths.map((width) => {
    const column = { x, width: width + 4 * PAD };
    x += column.width;
    return column;
  });
}

function headings(say: Say, map: StateMap, columns: readonly Column[]): Item[] {
  const over = (index: number, content: string, indent: number) =>
    text(content, [(columns[index]?.x ?? 0) + indent, 24], FONTS.value, 'faint');
  return [
    over(0, 'vm_state', PAD),
    // The heading of the vm_states' own statuses; the other columns are statuses that operations give.
    over(1, say('own status'), 1.5 * PAD),
    ...map.columns.map((status, index) => over(index + 2, status, 1.5 * PAD)),
  ];
}

function drawCell(
  say: Say,
  map: StateMap,
  row: MapRow,
  cell: MapCell,
  lines: Lines,
  columns: readonly Column[],
  y: number,
  height: number,
): GroupItem {
  const { x, width } = columns[cell.atRest ? 1 : map.columns.indexOf(cell.status) + 2] as Column;
  const box = { x: x + PAD / 2, y: y + 4, width: width - PAD, height: height - 8 };
  const top = box.y + 18;
  const below = cell.atRest ? top + LINE + 2 : top;
  const head = cell.atRest ? [text(cell.status, [box.x + PAD, top], FONTS.value, 'ink')] : [];
  const small = (lines.get(cell) ?? []).map((line, index) =>
    text(line, [box.x + PAD, below + index * LINE], FONTS.small, 'faint'),
  );
  return {
    kind: 'group',
    classes: `cell ${cell.by === 'note' ? 'noted' : cell.atRest ? 'rest' : 'busy'}`,
    title: sayCell(say, row.vmState, cell),
    items: [{ kind: 'box', box, radius: 5, classes: 'paper' }, ...head, ...small],
  };
}
