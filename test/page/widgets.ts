import type { Locator, Page } from 'playwright-core';
import { poll, settled } from './wait';

/** A widget's text with its lines, without the white space that only spreads it out. */
const tidy = (text: string) =>
  text
    .split('\n')
    .map((line) => line.replaceAll(/\s+/g, ' ').trim())
    .filter((line) => line !== '')
    .join('\n');

/** The text of those of these elements that are on screen. */
export async function visibleTexts(elements: Locator): Promise<string[]> {
  const texts = await elements.filter({ visible: true }).allInnerTexts();
  return texts.map(tidy).filter((text) => text !== '');
}

interface Row {
  readonly index: number;
  readonly count: number;
  readonly text: string;
}

/** The rows that a list keeps in the page: those on screen. `part` is the element of a row that is read. */
export async function rowsOnScreen(list: Locator, part: string): Promise<Row[]> {
  const rows = await list.locator('.monaco-list-row').evaluateAll(
    (rows, inner) =>
      rows.map((row) => ({
        index: Number(row.getAttribute('data-index')),
        count: Number(row.getAttribute('aria-setsize')),
        // A row that is used again keeps parts of what it showed before, hidden.
        text: [...row.querySelectorAll(inner)]
          .filter((element) => element.getClientRects().length > 0)
          .map(({ textContent }) => textContent)
          .join('\n'),
      })),
    part,
  );
  return rows.map((row) => ({ ...row, text: tidy(row.text) }));
}

/** The index of the first row on screen; the page has the rows in any order. */
const first = (rows: Row[]) => Math.min(...rows.map(({ index }) => index));

/** How far one turn of the wheel moves a list, in pixels; at most, whatever the distance asked for. */
const NOTCH = 60;

/** Turns the mouse's wheel over a list, downwards, and gives its rows once they have moved. */
async function scroll(page: Page, list: Locator, part: string, distance: number): Promise<Row[]> {
  const before = first(await rowsOnScreen(list, part));
  for (let left = distance; left > 0; left -= NOTCH) await page.mouse.wheel(0, NOTCH);
  const moved = await poll(async () => {
    const rows = await rowsOnScreen(list, part);
    return first(rows) === before ? undefined : rows;
  }, 500);
  return moved ?? rowsOnScreen(list, part);
}

/** The text of the rows of a list that are on screen, from the first, once they stand still; `part` is what is read. */
export async function rowsInSight(list: Locator, part: string): Promise<string[]> {
  return inOrder(await settled(() => rowsOnScreen(list, part)));
}

/** The text of all rows of a list from the first, which is on screen before; `part` is what is read. */
export async function listRows(page: Page, list: Locator, part: string): Promise<string[]> {
  const found = new Map<number, Row>();
  const add = (rows: Row[]) => {
    for (const row of rows) found.set(row.index, row);
  };
  const rows = await settled(() => rowsOnScreen(list, part));
  add(rows);
  const box = await list.boundingBox();
  const count = rows[0]?.count ?? 0;
  if (box === null || found.size >= count) return inOrder(rows);

  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  for (let before = 0; before < found.size && found.size < count; ) {
    before = found.size;
    add(await scroll(page, list, part, box.height * 0.6));
  }
  await page.mouse.move(0, 0);
  return inOrder([...found.values()]);
}

const inOrder = (rows: Row[]) => rows.toSorted((a, b) => a.index - b.index).map(({ text }) => text);
