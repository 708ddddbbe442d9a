import { cp } from 'node:fs/promises';
import path from 'node:path';
import { inRoot } from '../paths.mjs';

/**
 * Adds the helper extension of the page tests to a new folder of extensions. It closes and opens files, which is slow and
 * proves nothing of ours when keys do it.
 *
 * @param {string} extensionsFolder
 */
export async function addPageHelper(extensionsFolder) {
  const folder = path.join(extensionsFolder, 'server-status-tests.page-helper-1.0.0');
  await cp(inRoot('scripts/vscode/page-helper'), folder, { recursive: true });
}
