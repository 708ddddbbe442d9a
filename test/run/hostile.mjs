/**
 * `npm run test:hostile`: runs every input of test/hostile/rows.ts at full size, each in a separate process, and prints
 * the resources used. Ends with code 1 if one exceeds its bound.
 *
 *   node test/run/hostile.mjs [--only TEXT] [--part 0.1]
 */
import { parseArgs } from 'node:util';
import { buildHostile } from '../../esbuild.mjs';
import { inRoot } from '../../scripts/paths.mjs';
import { tryRun } from '../../scripts/processes.mjs';

/** The milliseconds after which a row is stopped. A busy machine gives it little processor time. */
const PATIENCE = 180_000;

const { values } = parseArgs({
  options: { only: { type: 'string', default: '' }, part: { type: 'string', default: '1' } },
});
await buildHostile();
const { ROWS } = await import(inRoot('out/hostile/rows.mjs'));

/** The number of attempts for a row over its bound: other programs make it slower, never faster. */
const ATTEMPTS = 5;

/** Measures the resources that a row uses at best. */
async function measure(row, index) {
  let best = await attempt(row, index);
  for (let i = 1; i < ATTEMPTS && best.isOver; i += 1) {
    const next = await attempt(row, index);
    if (!next.isOver || next.seconds < best.seconds) best = next;
  }
  return best;
}

async function attempt(row, index) {
  const size = Math.max(1, Math.round(row.size * Number(values.part)));
  const { output } = await tryRun(
    process.execPath,
    [inRoot('out/hostile/row.mjs'), String(index), String(size)],
    {
      quiet: true,
      timeout: PATIENCE,
    },
  );
  const result = resultIn(output);
  const seconds = row.seconds + (row.perMegabyte ? result.length / 1e6 : 0);
  const bound = [
    `${seconds.toFixed(1)} s${row.perMegabyte ? ` (${row.perMegabyte})` : ''}`,
    ...(row.times ? [`${row.times} × the text`] : []),
  ].join(', ');
  const isOver =
    result.outcome !== 'ok' ||
    result.seconds > seconds ||
    (row.times !== undefined && result.memory > row.times * result.length);
  return { what: row.what, size, ...result, bound, isOver };
}

function resultIn(output) {
  try {
    return JSON.parse(output.slice(output.lastIndexOf('{')));
  } catch {
    const why = output.split('\n').find((line) => /Error|FATAL/.test(line)) ?? 'was stopped';
    return { length: 0, outcome: why, seconds: PATIENCE / 1000, memory: 0 };
  }
}

const inMega = (bytes) => `${(bytes / 1e6).toFixed(bytes < 1e7 ? 1 : 0)} MB`;
console.log('input | size | text | time | memory | outcome | bound');
let over = 0;
for (const [index, row] of ROWS.entries()) {
  if (!row.what.includes(values.only)) continue;
  const { what, size, length, seconds, memory, outcome, bound, isOver } = await measure(row, index);
  const cells = [what, size, inMega(length), `${seconds.toFixed(2)} s`, inMega(memory), outcome, bound];
  console.log(cells.join(' | ') + (isOver ? ' | OVER ITS BOUND' : ''));
  if (isOver) over += 1;
}
console.log(`\n${over} over their bounds`);
process.exitCode = over > 0 ? 1 : 0;
