import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';

const MANIFEST = {
  name: 'page-helper',
  publisher: 'server-status-tests',
  version: '1.0.0',
  engines: { vscode: '^1.90.0' },
  main: './main.cjs',
  activationEvents: ['onStartupFinished'],
};

/** Creates a file once the extension under test is active: the only signal that a page test can see. */
const MAIN = `
const { writeFileSync } = require('node:fs');
const { dirname, join } = require('node:path');
const { extensions, workspace } = require('vscode');
exports.activate = (context) => {
  const file = join(dirname(workspace.workspaceFolders[0].uri.fsPath), 'active');
  const timer = setInterval(() => {
    if (!extensions.getExtension('server-status.server-status')?.isActive) return;
    clearInterval(timer);
    writeFileSync(file, '');
  }, 50);
  context.subscriptions.push({ dispose: () => clearInterval(timer) });
};
`;

/**
 * Adds a helper extension for page tests to a new folder of extensions. It writes a file "active" next to the workspace
 * folder once the extension under test is active. It does not activate it.
 *
 * @param {string} extensionsFolder
 */
export async function addPageHelper(extensionsFolder) {
  const folder = path.join(extensionsFolder, `${MANIFEST.publisher}.${MANIFEST.name}-${MANIFEST.version}`);
  await mkdir(folder, { recursive: true });
  await writeFile(path.join(folder, 'package.json'), JSON.stringify(MANIFEST));
  await writeFile(path.join(folder, 'main.cjs'), MAIN);
}
