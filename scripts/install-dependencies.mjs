import { stat } from 'node:fs/promises';
import { inRoot } from './paths.mjs';
import { run } from './processes.mjs';

const changed = (file) =>
  stat(inRoot(file)).then(
    ({ mtimeMs }) => mtimeMs,
    () => 0,
  );

/**
 * Runs `npm ci` if node_modules is missing or older than package-lock.json. Imports only Node's modules, as others may
 * be missing.
 */
export async function installDependencies() {
  // npm writes this file last.
  const installed = await changed('node_modules/.package-lock.json');
  if (installed > 0 && installed >= (await changed('package-lock.json'))) return;
  console.log('Installing dependencies (npm ci) …');
  await run('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error']);
}
