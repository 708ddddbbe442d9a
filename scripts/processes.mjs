// Other programs: finding them, running them, and ending what they leave running.
import { spawn } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import path from 'node:path';
import { ROOT } from './paths.mjs';

/**
 * Runs a command and gives what came of it; its output is kept, and passed on too unless `quiet`.
 *
 * @param {string} command
 * @param {string[]} args
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv, quiet?: boolean, timeout?: number }} [options]
 * @returns {Promise<{ code: number, output: string }>} code 127 where the command does not exist
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
 * Runs a command without showing its output, and throws with that output when it fails.
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
 * The first of these programs that is on PATH.
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

/** Whether a window can be shown. */
export const hasDisplay = () =>
  process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);

/** @type {Set<() => void>} */
const tasks = new Set();

/**
 * Does something when this process ends, also when it is stopped by a signal.
 *
 * @param {() => void} task synchronous, as Node waits for nothing at that point
 * @returns {() => void} takes it back
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
