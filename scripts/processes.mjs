// Other programs: finds and runs them, and stops those that are still running at the end.
import { spawn } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import path from 'node:path';
import { ROOT } from './paths.mjs';

/**
 * Runs a command. Its output is returned and, unless `quiet`, also printed.
 *
 * @param {string} command
 * @param {string[]} args
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv, quiet?: boolean, timeout?: number }} [options]
 * @returns {Promise<{ code: number, output: string }>} code 127 if the command does not exist
 */
export function tryRun(command, args, { cwd = ROOT, env = process.env, quiet = false, timeout = 0 } = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd,
      env,
      timeout,
      stdio: ['ignore', 'pipe', 'pipe'],
      shell: process.platform === 'win32' && command === 'npm',
    });
    const forget = atExit(() => child.kill());
    let output = '';
    const keep = (/** @type {NodeJS.WriteStream} */ target) => (/** @type {Buffer} */ data) => {
      output += data;
      if (!quiet) target.write(data);
    };
    child.stdout.on('data', keep(process.stdout));
    child.stderr.on('data', keep(process.stderr));
    child.on('error', (error) => resolve({ code: 127, output: error.message }));
    child.on('close', (code) => {
      forget();
      resolve({ code: code ?? 1, output });
    });
  });
}

/**
 * Runs a command silently, and throws with its output if it fails.
 *
 * @param {string} command
 * @param {string[]} args
 * @param {Parameters<typeof tryRun>[2]} [options]
 */
export async function run(command, args, options = {}) {
  const { code, output } = await tryRun(command, args, { quiet: true, ...options });
  if (code !== 0) throw new Error(`${command} ${args.join(' ')} ended with code ${code}:\n${output.trim()}`);
  return output;
}

/**
 * Returns the path of the first of these programs that is on PATH.
 *
 * @param {string[]} names
 */
export function findOnPath(names) {
  const folders = (process.env.PATH ?? '').split(path.delimiter);
  for (const name of names)
    for (const folder of folders) {
      const file = path.join(folder, name);
      if (isExecutable(file)) return file;
    }
  return undefined;
}

function isExecutable(file) {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** Tells whether a window can be shown. */
export const hasDisplay = () =>
  process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);

/** @type {Set<() => void>} */
const tasks = new Set();

/**
 * Runs a function when this process ends, even if a signal stops it.
 *
 * @param {() => void} task synchronous, as Node does not wait for promises then
 * @returns {() => void} cancels it
 */
export function atExit(task) {
  listen();
  tasks.add(task);
  return () => tasks.delete(task);
}

let listening = false;

function listen() {
  if (listening) return;
  listening = true;
  process.on('exit', () => {
    for (const task of tasks) task();
  });
  for (const [signal, code] of /** @type {const} */ ([
    ['SIGINT', 130],
    ['SIGTERM', 143],
    ['SIGHUP', 129],
  ]))
    process.on(signal, () => process.exit(code));
}
