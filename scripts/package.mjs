/**
 * Builds and packs everything that is shipped: the extension as a .vsix, and the command line with the library as a
 * .tgz. With file names, packs only those, by their endings.
 *
 *   node scripts/package.mjs [--no-build] [FILE …]
 */
import { mkdir, readFile, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { createVSIX } from '@vscode/vsce';
import { buildProduct } from '../esbuild.mjs';
import { importBundled } from './import-bundled.mjs';
import { packCommandLine } from './pack-command-line.mjs';
import { inRoot, ROOT } from './paths.mjs';
import { stageExtension } from './stage.mjs';

/**
 * Packs dist/ into a .vsix.
 *
 * @param {string} packagePath the file to write
 */
export async function packExtension(packagePath) {
  await mkdir(path.dirname(packagePath), { recursive: true });
  const folder = inRoot('out/packed');
  await stageExtension(ROOT, folder);
  const { packedReadme } = await importBundled('packed-readme.ts');
  const [readme, allowList] = await Promise.all(
    ['README.md', '.vscodeignore'].map((file) => readFile(inRoot(file), 'utf8')),
  );
  await writeFile(path.join(folder, 'README.md'), packedReadme(readme, allowList));
  await createVSIX({
    cwd: folder,
    packagePath,
    dependencies: false,
    allowMissingRepository: true,
    rewriteRelativeLinks: false,
  });
}

/** The function that packs each kind of file. */
const PACKERS = { '.vsix': packExtension, '.tgz': packCommandLine };

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { name, version } = JSON.parse(await readFile(inRoot('package.json'), 'utf8'));
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { 'no-build': { type: 'boolean' } },
  });
  const all = Object.keys(PACKERS).map((ending) => `${name}-${version}${ending}`);
  if (!values['no-build']) await buildProduct({ production: true });
  for (const file of positionals.length > 0 ? positionals : all) {
    const pack = PACKERS[path.extname(file)];
    if (!pack) throw new Error(`${file} is neither ${Object.keys(PACKERS).join(' nor ')}`);
    const target = path.resolve(ROOT, file);
    await pack(target);
    const { size } = await stat(target);
    console.log(`${file}: ${(size / 1024).toFixed(0)} KB`);
  }
}
