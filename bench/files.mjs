// Measures whole processes of the command line: over many files, with several threads, and over one small file.
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { asJson } from './generate.mjs';

/** How many files are in a folder. */
const IN_FOLDER = 100;

/** Reads and parses all files of a folder in one thread: the minimum work of a check. */
const PARSER = `
  const { readdirSync, readFileSync } = require('node:fs');
  const { join } = require('node:path');
  let servers = 0;
  for (const entry of readdirSync(process.argv[1], { recursive: true, withFileTypes: true }))
    if (entry.isFile())
      servers += JSON.parse(readFileSync(join(entry.parentPath, entry.name), 'utf8')).servers.length;
  console.log(servers);`;

/**
 * Writes servers into files of a new folder.
 *
 * @returns the folder, which is deleted when the process exits.
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

/** Returns the servers without their longest parts, about a kilobyte each. */
export function shortened(servers) {
  return servers.map(({ metadata, links, addresses, image, flavor, ...rest }) => rest);
}

/** Returns a function that runs the command line and returns the number of wrong servers. */
export const checkFiles = (cli, path, options) => () => {
  const { stdout, stderr } = outputOf([cli, 'check', path, '--no-config', ...options]);
  if (!stderr.includes(' servers in ') && !stderr.includes('1 server in ')) throw new Error(stderr);
  return stdout.split('\n').filter((line) => line.includes(' status-mismatch: ')).length;
};

/** Returns a function that runs a process that only reads and parses the files. */
export const parseFiles = (folder) => () => {
  outputOf(['-e', PARSER, folder]);
  return null;
};

/** Runs a process that does nothing. */
export const startNode = () => {
  outputOf(['-e', '0']);
  return null;
};

/** Runs Node and returns what it prints. */
export function outputOf(args) {
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8' });
  // A check with findings ends with code 1.
  if (status !== 0 && status !== 1) throw new Error(`${args.join(' ')} ended with code ${status}: ${stderr}`);
  return { stdout, stderr };
}
