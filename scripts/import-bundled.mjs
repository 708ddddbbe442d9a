import { build } from 'esbuild';
import { inRoot } from './paths.mjs';

/** Bundles a TypeScript file of scripts/ and returns its exports. */
export async function importBundled(name) {
  const { outputFiles } = await build({
    entryPoints: [inRoot(`scripts/${name}`)],
    bundle: true,
    write: false,
    format: 'esm',
    mainFields: ['module', 'main'],
  });
  return import(`data:text/javascript,${encodeURIComponent(outputFiles[0].text)}`);
}
