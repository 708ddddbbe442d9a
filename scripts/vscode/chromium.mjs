import { findOnPath, run, tryRun } from '../processes.mjs';
import { ensureNpmChromium } from './npm-chromium.mjs';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

/** Flags that disable Chromium's sandbox, graphics card and requests to its vendor. */
export const CHROMIUM_FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-dev-shm-usage',
];

/**
 * Returns the path of a Chromium. If there is none, installs Debian's package or, without permission for that, an npm
 * package.
 *
 * @returns {Promise<string>}
 */
export async function ensureChromium() {
  const found = findOnPath(NAMES);
  if (found) return found;
  const problems = [];
  for (const install of [installByApt, ensureNpmChromium])
    try {
      return await install();
    } catch (error) {
      problems.push(error instanceof Error ? error.message : String(error));
    }
  throw new Error(
    `The tests in VS Code need Chromium, and it could not be installed. Install it by hand, for example with
  sudo apt-get update && sudo apt-get install --yes chromium
or put one of ${NAMES.join(', ')} on PATH. What was tried:\n${problems.join('\n')}`,
  );
}

async function installByApt() {
  const root = process.getuid?.() === 0;
  const [command, ...prefix] = root ? ['apt-get'] : ['sudo', '-n', 'apt-get'];
  if (!findOnPath([command])) throw new Error(`There is no ${command} here`);
  console.log('Installing Chromium (apt-get install chromium) …');
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const options = ['--yes', '--no-install-recommends', '-o', 'DPkg::Lock::Timeout=120'];
  // An outdated list of packages may be good enough.
  await tryRun(command, [...prefix, 'update'], { env, quiet: true });
  await run(command, [...prefix, 'install', ...options, 'chromium'], { env });
  const found = findOnPath(NAMES);
  if (!found) throw new Error('apt-get install chromium put no Chromium on PATH');
  return found;
}
