import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { inRoot } from './paths.mjs';

/**
 * Writes files of JSON below the project's folder.
 *
 * @param {Record<string, unknown>} files by their paths
 */
export async function writeJson(files) {
  for (const [file, content] of Object.entries(files)) {
    await mkdir(path.dirname(inRoot(file)), { recursive: true });
    await writeFile(inRoot(file), `${JSON.stringify(content, null, 2)}\n`);
  }
}
