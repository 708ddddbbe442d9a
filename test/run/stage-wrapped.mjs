import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { buildProduct } from '../../esbuild.mjs';
import { ROOT } from '../../scripts/paths.mjs';
import { stageExtension } from '../../scripts/stage.mjs';

/**
 * Builds the extension and copies it, so no other build disturbs a long run.
 *
 * @param {string} folder is replaced
 * @param {string} wrapper a module that VS Code loads in place of the extension
 */
export async function stageWrapped(folder, wrapper) {
  await buildProduct({ production: true });
  await stageExtension(ROOT, folder);
  const file = path.join(folder, 'package.json');
  const manifest = JSON.parse(await readFile(file, 'utf8'));
  await writeFile(file, JSON.stringify({ ...manifest, main: './wrapper.cjs' }));
  await writeFile(path.join(folder, 'wrapper.cjs'), wrapper);
}
