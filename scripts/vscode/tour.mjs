import { cp } from 'node:fs/promises';
import path from 'node:path';
import { inRoot } from '../paths.mjs';

/** The folder of the extension that opens examples/README.md and the walkthrough after VS Code has started. */
export const TOUR = inRoot('scripts/vscode/tour');

/**
 * Adds it to a new folder of extensions.
 *
 * @param {string} extensionsFolder
 */
export async function addTour(extensionsFolder) {
  await cp(TOUR, path.join(extensionsFolder, 'server-status-start.tour-1.0.0'), { recursive: true });
}
