import { cp, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { buildLibrary } from '../esbuild.mjs';
import { writeDeclarations } from './declarations.mjs';
import { inRoot } from './paths.mjs';
import { run } from './processes.mjs';

/**
 * Packs the command line from dist/ and the library into a tarball for npm.
 *
 * @param {string} tarball the file to write
 */
export async function packCommandLine(tarball) {
  const folder = inRoot('out/command-line');
  await rm(folder, { recursive: true, force: true });
  await mkdir(path.join(folder, 'dist'), { recursive: true });
  const manifest = await packageManifest();
  await Promise.all([
    cp(inRoot('dist/cli.js'), path.join(folder, 'dist/cli.js')),
    cp(inRoot('dist/cli'), path.join(folder, 'dist/cli'), { recursive: true }),
    cp(inRoot('LICENSE'), path.join(folder, 'LICENSE')),
    cp(inRoot('docs/npm.md'), path.join(folder, 'README.md')),
    writeFile(path.join(folder, 'package.json'), `${JSON.stringify(manifest, null, 2)}\n`),
    buildLibrary(path.join(folder, 'dist/index.js')),
    writeDeclarations(path.join(folder, 'types')),
  ]);
  const packed = inRoot('out', `${manifest.name}-${manifest.version}.tgz`);
  await run('npm', ['pack', '--pack-destination', '..'], { cwd: folder });
  await mkdir(path.dirname(tarball), { recursive: true });
  await rename(packed, tarball);
}

/** Returns the package.json of the tarball, with only the keys that its users need and no install scripts. */
async function packageManifest() {
  const read = async (file) => JSON.parse(await readFile(inRoot(file), 'utf8'));
  const [{ name, version, license, keywords, engines }, texts] = await Promise.all([
    read('package.json'),
    read('package.nls.json'),
  ]);
  return {
    name,
    version,
    description: texts.description,
    license,
    keywords,
    ...repository(process.env),
    type: 'module',
    engines: { node: engines.node },
    bin: { [name]: 'dist/cli.js' },
    exports: {
      '.': { types: './types/library/index.d.ts', default: './dist/index.js' },
      './package.json': './package.json',
    },
    types: './types/library/index.d.ts',
    files: ['dist', 'types'],
  };
}

/** Returns the repository that GitHub builds in, which npm compares with the package's provenance. Elsewhere, none. */
function repository({ GITHUB_SERVER_URL: server, GITHUB_REPOSITORY: name }) {
  return server && name ? { repository: { type: 'git', url: `git+${server}/${name}.git` } } : {};
}
