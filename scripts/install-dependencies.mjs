import { stat } from 'node:fs/promises';
import { inRoot } from './paths.mjs';
import { run, tryRun } from './run.mjs';

const changed = (file) =>
  stat(inRoot(file)).then(
    ({ mtimeMs }) => mtimeMs,
    () => 0,
  );

/**
 * Runs `npm ci` when node_modules is missing or older than package-lock.json. Imports nothing but Node's own
 * modules, as there may be no others yet.
 */
export async function installDependencies() {
  // npm writes this file last.
  const installed = await changed('node_modules/.package-lock.json');
  if (installed > 0 && installed >= (await changed('package-lock.json'))) return;
  console.log('Installing dependencies (npm ci) …');
  const flags = ['--no-audit', '--no-fund', '--loglevel=error'];
  const { code, output } = await tryRun('npm', ['ci', ...flags], { quiet: true });
  if (code === 0) return;
  // npm ci refuses a lock file that lacks packages of other platforms, as one made from a partial mirror does.
  console.log(
    `npm ci did not want to (${output.match(/^npm error (.*in sync.*|code .*)$/m)?.[1] ?? `code ${code}`})`,
  );
  console.log('Installing dependencies (npm install) …');
  await run('npm', ['install', '--no-save', ...flags]);
}
