import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { rmSync } from 'node:fs';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { atExit, run } from '../processes.mjs';
import { freePort, waitFor } from '../wait.mjs';
import { addPageHelper } from './page-helper.mjs';
import { ensureServedVscode } from './served-vscode.mjs';
import { addTour } from './tour.mjs';

/** Settings of the served VS Code: no requests to servers, no animations, nothing that covers the text. */
const USER_SETTINGS = {
  'chat.disableAIFeatures': true,
  'extensions.autoCheckUpdates': false,
  'extensions.autoUpdate': false,
  'extensions.ignoreRecommendations': true,
  'git.openRepositoryInParentFolders': 'never',
  'telemetry.telemetryLevel': 'off',
  'update.mode': 'none',
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'workbench.startupEditor': 'none',
  'workbench.tips.enabled': false,
};

/**
 * @typedef {object} Served
 * @property {string} origin scheme, host and port
 * @property {(folder: string) => string} address the address of a folder
 * @property {() => Promise<void>} close stops it and removes its folders
 */

/**
 * Serves VS Code on a free port of loopback, with new folders for its data and extensions.
 *
 * @param {{ vsix?: string, tour?: boolean, pageHelper?: boolean, smokeTest?: boolean }} [options] a packaged extension
 *   to install; whether to open the folder's README and the walkthrough; whether page tests follow; and whether the
 *   page takes the paths of an extension and of tests from its address
 * @returns {Promise<Served>}
 */
export async function serveVscode({ vsix, tour = false, pageHelper = false, smokeTest = false } = {}) {
  const { node, server } = await ensureServedVscode();
  const home = await mkdtemp(path.join(tmpdir(), 'served-vscode-'));
  const folders = [
    '--server-data-dir',
    path.join(home, 'server'),
    '--extensions-dir',
    path.join(home, 'extensions'),
  ];
  await writeUserSettings(path.join(home, 'server/data/User'));
  // Before the first install: VS Code scans only a new folder for extensions.
  if (tour) await addTour(path.join(home, 'extensions'));
  if (pageHelper) await addPageHelper(path.join(home, 'extensions'));
  if (vsix) await run(node, [server, '--install-extension', vsix, ...folders], { env: ownEnvironment() });

  // Access to the port includes a terminal, so other users of this machine and web pages must not have it.
  const token = randomUUID();
  const tokenFile = path.join(home, 'token');
  await writeFile(tokenFile, token);
  const port = await freePort();
  const child = spawn(
    node,
    [
      server,
      ...['--host', '127.0.0.1', '--port', String(port), ...folders],
      ...['--connection-token-file', tokenFile],
      '--accept-server-license-terms',
      ...['--telemetry-level', 'off'],
      '--disable-workspace-trust',
      ...(smokeTest ? ['--enable-smoke-test-driver'] : []),
    ],
    { env: ownEnvironment(), stdio: ['ignore', 'pipe', 'pipe'] },
  );
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (data) => {
      output = (output + data).slice(-4000);
    });
  const ended = new Promise((resolve) => child.on('close', resolve));
  // Killed, as its data is deleted anyway. Its child processes end with it.
  const forget = atExit(() => {
    child.kill('SIGKILL');
    rmSync(home, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
  });
  const close = async () => {
    child.kill('SIGKILL');
    await ended;
    forget();
    await rm(home, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
  };

  const origin = `http://127.0.0.1:${port}`;
  try {
    await waitFor(() => answers(origin, child), { what: 'The served VS Code answers' });
  } catch (error) {
    await close();
    throw new Error(`${/** @type {Error} */ (error).message}\n${output}`);
  }
  const address = (folder) => `${origin}/?tkn=${token}&folder=${encodeURIComponent(folder)}`;
  return { origin, address, close };
}

async function answers(origin, child) {
  if (child.exitCode !== null) throw new Error(`The served VS Code ended with code ${child.exitCode}`);
  return fetch(`${origin}/version`).then(
    ({ ok }) => ok,
    () => false,
  );
}

async function writeUserSettings(folder) {
  await mkdir(folder, { recursive: true });
  await writeFile(path.join(folder, 'settings.json'), JSON.stringify(USER_SETTINGS, null, 2));
}

/** Returns the environment without the variables of an editor that started this process. */
function ownEnvironment() {
  return Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !/^(VSCODE_|ELECTRON_|NODE_OPTIONS$)/.test(name)),
  );
}
