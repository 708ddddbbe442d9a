import { type MapCell, type MapRow, type StateMap, taskWords } from '../map';
import { type Say, sayAll } from '../words';
import { element } from './element';
import type { CellId, MarkedServer } from './messages';

/** The state of the matrix besides its table. */
export interface Shown {
  readonly server: MarkedServer | null;
  readonly chosen: CellId | null;
  /** The cell that Tab moves to. */
  readonly current: CellId | null;
}

/** Draws the table: a row for each vm_state, first its status without an operation, then those that operations give. */
export function drawMatrix(say: Say, map: StateMap, shown: Shown): HTMLElement[] {
  const head = ['vm_state', say('own status'), ...map.columns].map((title) =>
    element('th', { scope: 'col', role: 'columnheader' }, title),
  );
  const rows = map.rows.map((row) => drawRow(say, row, map, shown));
  return [
    element('thead', { role: 'rowgroup' }, element('tr', { role: 'row' }, ...head)),
    element('tbody', { role: 'rowgroup' }, ...rows),
  ];
}

/** Draws a row of the table. Cells without a status stay empty. */
function drawRow(say: Say, row: MapRow, { columns }: StateMap, shown: Shown): HTMLElement {
  const inColumn = (status: string | null) =>
    row.cells.find((cell) => (status === null ? cell.atRest : !cell.atRest && cell.status === status));
  const cells = [null, ...columns].map((status) => {
    const cell = inColumn(status);
    return element('td', { role: 'gridcell' }, ...(cell ? [drawCell(say, row, cell, shown)] : []));
  });
  const name = row.vmState ?? say('any other');
  const heading = element('th', { scope: 'row', role: 'rowheader', title: row.meaning }, name);
  return element('tr', { role: 'row' }, heading, ...cells);
}

/** Draws a cell as a button. A screen reader reads its status, its task_states, and whether the server is in it. */
function drawCell(
  say: Say,
  { vmState }: MapRow,
  cell: MapCell,
  { server, chosen, current }: Shown,
): HTMLElement {
  const id = { vmState, status: cell.status };
  const isNow = server !== null && isCellOf(id, server);
  const kind = cell.by === 'note' ? 'noted' : cell.atRest ? 'rest' : 'busy';
  return element(
    'button',
    {
      type: 'button',
      class: `cell ${kind}${isNow ? ' now' : ''}`,
      'aria-pressed': String(isSame(id, chosen)),
      'aria-current': isNow ? 'true' : false,
      tabindex: isSame(id, current) ? '0' : '-1',
      title: cell.meaning,
      'data-cell': JSON.stringify([vmState, cell.status]),
    },
    element('span', { class: 'status' }, cell.status),
    ' ',
    element('span', { class: 'tasks' }, sayAll(say, taskWords(say, cell))),
    ...(isNow ? [' ', element('span', { class: 'here' }, say('the server'))] : []),
  );
}

/** Tells whether a server is in a cell. A server whose vm_state is not in the table is in the last row. */
function isCellOf({ vmState, status }: CellId, server: MarkedServer): boolean {
  return server.status === status && vmState === server.row;
}

/** Tells whether two ids name the same cell. */
export function isSame(a: CellId, b: CellId | null): boolean {
  return a.vmState === b?.vmState && a.status === b?.status;
}

/** Returns the cell of a button. */
export function cellOf(button: Element): CellId | undefined {
  const told = button.getAttribute('data-cell');
  if (told === null) return undefined;
  const [vmState, status] = JSON.parse(told) as [string | null, string];
  return { vmState, status };
}

/** Returns the button that an arrow key, Home or End moves to. */
export function neighbour(from: Element, key: string): HTMLElement | undefined {
  const cell = from.closest('td');
  const row = cell?.closest('tr');
  if (!cell || !row) return undefined;
  const inRow = [...row.querySelectorAll<HTMLElement>('button')];
  const at = inRow.indexOf(from as HTMLElement);
  switch (key) {
    case 'ArrowRight':
      return inRow[at + 1];
    case 'ArrowLeft':
      return inRow[at - 1];
    case 'Home':
      return inRow[0];
    case 'End':
      return inRow.at(-1);
    case 'ArrowDown':
      return inColumn(row.nextElementSibling, cell.cellIndex);
    case 'ArrowUp':
      return inColumn(row.previousElementSibling, cell.cellIndex);
    default:
      return undefined;
  }
}

/** Returns the button of a row in this column, or else the nearest one to the left. */
function inColumn(row: Element | null, column: number): HTMLElement | undefined {
  const cells = [...(row?.children ?? [])].slice(0, column + 1);
  return (
    cells.map((cell) => cell.querySelector<HTMLElement>('button')).findLast((one) => one !== null) ??
    undefined
  );
}
