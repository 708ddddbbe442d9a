import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';

const root = fileURLToPath(new URL('..', import.meta.url));

/** Bundles the core as it ships, and loads it. */
export async function bundleCore() {
  const folder = mkdtempSync(join(tmpdir(), 'server-status-bench-'));
  const outfile = join(folder, 'core.mjs');
  await writeCore(outfile);
  const bundled = await import(pathToFileURL(outfile).href);
  rmSync(folder, { recursive: true });
  return bundled;
}

/** Bundles the core as it ships into a file. */
export async function writeCore(outfile) {
  await build({
    stdin: {
      contents:
        "export * from './src/mapping'; export { check, complete, hover, readChange, readFixture } from './src/service';",
      resolveDir: root,
    },
    bundle: true,
    minify: true,
    format: 'esm',
    target: 'node20',
    mainFields: ['module', 'main'],
    alias: { yaml: join(root, 'node_modules/yaml/browser/index.js') },
    outfile,
    logLevel: 'warning',
  });
}
