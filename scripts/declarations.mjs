import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { inRoot } from './paths.mjs';
import { run } from './processes.mjs';

/** The compiler's output for all files of the library. */
const EMITTED = inRoot('out/declarations');

/**
 * Writes the type declarations that the library's users can reach. Adds the file endings to imports, which Node's
 * resolution requires and the sources omit.
 *
 * @param {string} folder
 */
export async function writeDeclarations(folder) {
  const compiler = inRoot('node_modules/typescript/bin/tsc');
  await run(process.execPath, [compiler, '-p', inRoot('src/library/tsconfig.json'), '--outDir', EMITTED]);
  await copyWithImports(path.join(EMITTED, 'src'), 'library/index.d.ts', folder, new Set());
}

/**
 * Copies a declaration file, and the files that it imports.
 *
 * @param {string} from the folder of the declarations
 * @param {string} file relative to it
 * @param {string} to the folder to write to
 * @param {Set<string>} copied the files that are already copied
 */
async function copyWithImports(from, file, to, copied) {
  if (copied.has(file)) return;
  copied.add(file);
  const text = await readFile(path.join(from, file), 'utf8');
  const imported = [];
  const rewritten = text.replaceAll(/ from '([^']+)'/g, (_, name) => {
    const target = path.posix.join(path.posix.dirname(file), name);
    const found = [`${target}.d.ts`, `${target}/index.d.ts`].find((one) => existsSync(path.join(from, one)));
    // The library must not need types of other packages, as none are installed with it.
    if (!found) throw new Error(`The library's declarations need ${name} (in ${file})`);
    imported.push(found);
    const relative = path.posix.relative(path.posix.dirname(file), found).replace(/\.d\.ts$/, '.js');
    return ` from '${relative.startsWith('.') ? relative : `./${relative}`}'`;
  });
  await mkdir(path.dirname(path.join(to, file)), { recursive: true });
  await writeFile(path.join(to, file), rewritten);
  for (const next of imported) await copyWithImports(from, next, to, copied);
}
