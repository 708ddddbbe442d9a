/**
 * Runs the tests of test/host/ inside VS Code, through @vscode/test-electron: in the desktop build of the variable
 * VSCODE_EXECUTABLE, in a downloaded one, or else in a served one.
 */
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { runTests } from '@vscode/test-electron';
import { inRoot, ROOT } from '../../scripts/paths.mjs';
import { findDesktop } from './desktop-vscode.mjs';

const desktop = await findDesktop();
console.log(
  desktop ? `In desktop VS Code: ${desktop}` : 'In served VS Code (no desktop build to be had here)',
);

const home = await mkdtemp(path.join(tmpdir(), 'host-tests-'));
// A test needs a folder next to it.
const workspace = path.join(home, 'workspace');
try {
  await mkdir(workspace);
  await runTests({
    vscodeExecutablePath: desktop ?? inRoot('test/run/code-stand-in.mjs'),
    extensionDevelopmentPath: ROOT,
    extensionTestsPath: inRoot('out/test/host/index.cjs'),
    launchArgs: [workspace, '--disable-extensions'],
  });
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
} finally {
  await rm(home, { recursive: true, force: true });
}
