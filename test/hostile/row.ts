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
const start = process.cpuUsage();
let outcome = 'ok';
try {
  await work();
} catch (error) {
  outcome = `throws ${error instanceof Error ? error.message.split('\n', 1)[0] : error}`;
}
const { user, system } = process.cpuUsage(start);
const seconds = (user + system) / 1e6;
const memory = (process.resourceUsage().maxRSS - before) * 1024;
process.stdout.write(JSON.stringify({ length, outcome, seconds, memory }));
