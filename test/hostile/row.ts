/**
 * Runs one row alone, as `node test/run/hostile.mjs` starts it: memory is that of a whole process.
 *
 *   node row.mjs INDEX SIZE
 *
 * Prints what it took as JSON.
 */
import { ROWS } from './rows';

const [index = '', size = ''] = process.argv.slice(2);
const row = ROWS[Number(index)];
if (row === undefined) throw new Error(`There is no row ${index}.`);
const { length, work } = row.prepare(Number(size));
const before = process.resourceUsage().maxRSS;
const began = performance.now();
const start = process.cpuUsage();
let outcome = 'ok';
try {
  await work();
} catch (error) {
  outcome = `throws ${error instanceof Error ? error.message.split('\n', 1)[0] : error}`;
}
const { user, system } = process.cpuUsage(start);
// What you wait on a free machine, and on a busy one no more than the processor worked for it.
const seconds = Math.min((user + system) / 1e6, (performance.now() - began) / 1000);
const memory = (process.resourceUsage().maxRSS - before) * 1024;
process.stdout.write(JSON.stringify({ length, outcome, seconds, memory }));
