/**
 * Runs the tests of test/host/ in the web worker that hosts extensions in vscode.dev: in a VS Code from which
 * @vscode/test-web serves only static files.
 */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { inRoot, ROOT } from '../../scripts/paths.mjs';
import { atExit } from '../../scripts/processes.mjs';
import { ensureWebVscode } from '../../scripts/vscode/web-vscode.mjs';
import { freePort } from '../../scripts/wait.mjs';
import { runInPage } from './run-in-page.mjs';

const { server, options } = await ensureWebVscode();
const { default: testWeb } = await import(pathToFileURL(server).href);
const home = mkdtempSync(path.join(tmpdir(), 'web-tests-'));
atExit(() => rmSync(home, { recursive: true, force: true }));
mkdirSync(path.join(home, 'workspace'));
try {
  const port = await freePort();
  const served = await testWeb.open({
    ...options,
    browserType: 'none',
    extensionDevelopmentPath: ROOT,
    extensionTestsPath: inRoot('out/test/host/web.cjs'),
    // The page keeps its changes to this folder in memory.
    folderPath: home,
    host: '127.0.0.1',
    port,
  });
  try {
    // Each webview and worker needs a subdomain of this host, which an IP address does not allow.
    process.exitCode = await runInPage(
      `http://localhost:${port}/?folder=${encodeURIComponent('vscode-test-web://mount/workspace')}`,
    );
  } finally {
    served.dispose();
  }
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
