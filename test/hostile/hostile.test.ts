import assert from 'node:assert/strict';
import { ROWS, type Row } from './rows';

/** How much larger the larger input is. */
const TIMES = 5;

/** The processor's seconds that a row takes at a part of its size; other programs take none of these. */
function secondsOf({ prepare, size }: Row, part: number): number {
  const { work } = prepare(Math.max(1, Math.round(size * part)));
  const start = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1e6;
}

describe('A text that somebody made to stop the product', () => {
  for (const row of ROWS.filter(({ short }) => short !== 0)) {
    it(`takes time as its size does: ${row.what}`, () => {
      const { short = 0.1 } = row;
      const small = secondsOf(row, short / TIMES);
      const large = secondsOf(row, short);
      // What grows with the square of the size takes 25 times as long, each time; a compiler at work does not.
      assert.ok(
        large < 2.4 * TIMES * small + 0.1,
        `${small.toFixed(3)} s, and ${large.toFixed(3)} s for 5 times as much`,
      );
    }).retries(3);
  }
});
