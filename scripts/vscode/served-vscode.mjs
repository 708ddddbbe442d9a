import { existsSync } from 'node:fs';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { VSCODE_TEST } from '../paths.mjs';
import { run } from '../processes.mjs';

/** The parts of the served VS Code. code-server 4.139.1 contains VS Code 1.139.1 and requires Node 24. */
const VERSIONS = { 'code-server': '4.139.1', node: '24.21.0' };

const FOLDER = path.join(VSCODE_TEST, 'served');
const STAMP = path.join(FOLDER, 'complete.json');
const VSCODE = path.join(FOLDER, 'node_modules/code-server/lib/vscode');
const NPM_FLAGS = ['--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];

// The package that node@24 would download in an install script.
const NODE_PACKAGE = `node-${process.platform === 'win32' ? 'win' : process.platform}-${process.arch}`;

/**
 * Installs a VS Code that is served to a browser, only from the npm registry and without compiling; once, about 700 MB
 * in .vscode-test/.
 *
 * @returns {Promise<{ node: string, server: string }>} the Node to run it with, and its main file
 */
export async function ensureServedVscode() {
  const served = {
    node: path.join(FOLDER, 'node_modules', NODE_PACKAGE, 'bin', nodeName()),
    server: path.join(VSCODE, 'out/server-main.js'),
  };
  const wanted = JSON.stringify({ ...VERSIONS, package: NODE_PACKAGE });
  if ((await readFile(STAMP, 'utf8').catch(() => '')) === wanted && existsSync(served.server)) return served;

  console.log(
    `Installing VS Code (code-server ${VERSIONS['code-server']}) into .vscode-test/, about 700 MB, once …`,
  );
  await rm(FOLDER, { recursive: true, force: true });
  await mkdir(FOLDER, { recursive: true });
  // Type "commonjs" overrides the project's "type": "module" for the files below.
  await writeFile(path.join(FOLDER, 'package.json'), '{ "private": true, "type": "commonjs" }\n');
  const packages = [`code-server@${VERSIONS['code-server']}`, `${NODE_PACKAGE}@${VERSIONS.node}`];
  // npm warns that code-server requires another Node than the current one, but it runs with the right one.
  await run('npm', ['install', ...packages, '--engine-strict=false', ...NPM_FLAGS], { cwd: FOLDER });
  // Does what code-server's install script does, without native modules, which no test needs.
  for (const folder of [VSCODE, path.join(VSCODE, 'extensions')])
    await run('npm', ['install', '--omit=dev', ...NPM_FLAGS], { cwd: folder });
  // Written last, so an interrupted install starts again.
  await writeFile(STAMP, wanted);
  return served;
}

const nodeName = () => (process.platform === 'win32' ? 'node.exe' : 'node');
