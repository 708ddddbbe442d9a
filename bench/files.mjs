// What the command line costs over many files, in several threads and over one small file: whole processes.
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { asJson } from './generate.mjs';

/** How many files stand in a folder. */
const IN_FOLDER = 100;

/** Reads every file of a folder in one thread, one after another, and parses it: the least that a check has to do. */
const PARSER = `
  const { readdirSync, readFileSync } = require('node:fs');
  const { join } = require('node:path');
  let servers = 0;
  for (const entry of readdirSync(process.argv[1], { recursive: true, withFileTypes: true }))
    if (entry.isFile())
      servers += JSON.parse(readFileSync(join(entry.parentPath, entry.name), 'utf8')).servers.length;
  console.log(servers);`;

/**
 * Writes servers into files of a new folder, so many into each.
 *
 * @returns the folder; {@link process.on} takes it away at the end.
 */
export function filesOf(servers, inFile) {
  const folder = mkdtempSync(join(tmpdir(), 'server-status-files-'));
  process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
  for (let i = 0; i * inFile < servers.length; i += 1) {
    const inFolder = join(folder, `p${Math.floor(i / IN_FOLDER)}`);
    mkdirSync(inFolder, { recursive: true });
    writeFileSync(join(inFolder, `f${i}.json`), asJson(servers.slice(i * inFile, (i + 1) * inFile)));
  }
  return folder;
}

/** Servers without their longest parts, so that one of them is about a kilobyte. */
export function shortened(servers) {
  return servers.map(({ metadata, links, addresses, image, flavor, ...rest }) => rest);
}

/** A run of the command line, which gives the number of wrong servers. */
export const checkFiles = (cli, path, options) => () => {
  const { stdout, stderr } = run([cli, 'check', path, '--no-config', ...options]);
  if (!stderr.includes(' servers in ') && !stderr.includes('1 server in ')) throw new Error(stderr);
  return stdout.split('\n').filter((line) => line.includes(' status-mismatch: ')).length;
};

/** A process that does nothing but read and parse the files. */
export const parseFiles = (folder) => () => {
  run(['-e', PARSER, folder]);
  return null;
};

/** A process that does nothing. */
export const startNode = () => {
  run(['-e', '0']);
  return null;
};

function run(args) {
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8' });
  // A wrong server ends a check with code 1.
  if (status !== 0 && status !== 1) throw new Error(`${args.join(' ')} ended with code ${status}: ${stderr}`);
  return { stdout, stderr };
}
