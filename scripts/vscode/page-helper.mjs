import { cp } from 'node:fs/promises';
import path from 'node:path';
import { inRoot } from '../paths.mjs';

/**
 * Adds the helper extension of the page tests to a new folder of extensions. It does what proves nothing when keys do
 * it, and is slow: see its main.cjs.
 *
 * @param {string} extensionsFolder
 */
export async function addPageHelper(extensionsFolder) {
  const folder = path.join(extensionsFolder, 'server-status-tests.page-helper-1.0.0');
  await cp(inRoot('scripts/vscode/page-helper'), folder, { recursive: true });
}
