// Measures the memory of a process that reads and checks a very large text.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { writeCore } from './core.mjs';
import { outputOf } from './files.mjs';

/** Prints how many bytes the process takes at most, without those that Node takes before the text is read. */
const CHECKER = `
  const before = process.memoryUsage.rss();
  const { readFileSync } = require('node:fs');
  import(process.argv[1]).then(({ check, readFixture }) => {
    const text = readFileSync(process.argv[2], 'utf8');
    const findings = check(readFixture(text, 'json'));
    if (findings.length === 0) throw new Error('nothing was found');
    console.log(process.resourceUsage().maxRSS * 1024 - before);
  });`;

/** Returns how many times its size a JSON text takes in memory while it is read and checked, the text included. */
export async function memoryTimes(text) {
  const folder = mkdtempSync(join(tmpdir(), 'server-status-memory-'));
  try {
    const [core, file] = [join(folder, 'core.mjs'), join(folder, 'servers.json')];
    await writeCore(core);
    writeFileSync(file, text);
    return Number(outputOf(['-e', CHECKER, pathToFileURL(core).href, file]).stdout) / Buffer.byteLength(text);
  } finally {
    rmSync(folder, { recursive: true });
  }
}
