/**
 * `npm run bench`: installs what is missing, builds the product as it is shipped, and compares it with its peers.
 *
 * May import only Node's modules before the dependencies are installed.
 */
import { existsSync } from 'node:fs';
import { installDependencies } from '../scripts/install-dependencies.mjs';
import { inRoot } from '../scripts/paths.mjs';
import { run } from '../scripts/processes.mjs';

/** Installs the peers here, at the versions of their lockfile: they are not dependencies of the project. */
async function installPeers() {
  if (existsSync(inRoot('bench/node_modules'))) return;
  console.log('Installing what the check is compared with (bench/package-lock.json) …');
  await run('npm', ['ci', '--no-audit', '--no-fund', '--prefix', inRoot('bench')]);
}

await installDependencies();
await installPeers();
const { buildProduct } = await import('../esbuild.mjs');
await buildProduct({ production: true });
await import('./compare.mjs');
