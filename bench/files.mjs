// What a run over many files costs, beside a process that only reads and parses them; and what one costs over a single file.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { asJson } from './generate.mjs';

/** How many files stand in a folder. */
const IN_FOLDER = 100;

/** Reads every file of a folder in one thread, one after another, and parses it: the least that a check has to do. */
export const PARSER = `
  const { readdirSync, readFileSync } = require('node:fs');
  const { join } = require('node:path');
  let servers = 0;
  for (const entry of readdirSync(process.argv[1], { recursive: true, withFileTypes: true }))
    if (entry.isFile())
      servers += JSON.parse(readFileSync(join(entry.parentPath, entry.name), 'utf8')).servers.length;
  console.log(servers);`;

/**
 * Writes servers into files of a new folder, so many in each file.
 *
 * @returns the folder, which goes when this process ends.
 */
export function filesOf(servers, inFile) {
  const folder = mkdtempSync(join(tmpdir(), 'server-status-files-'));
  process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
  for (let i = 0; i * inFile < servers.length; i += 1) {
    const path = join(folder, `p${Math.floor(i / IN_FOLDER)}`);
    mkdirSync(path, { recursive: true });
    writeFileSync(join(path, `f${i}.json`), asJson(servers.slice(i * inFile, (i + 1) * inFile)));
  }
  return folder;
}
