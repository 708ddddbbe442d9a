import { spawn } from 'node:child_process';
import { atExit } from './cleanup.mjs';
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
