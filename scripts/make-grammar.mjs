/** Writes syntaxes/server-status.injection.json from the mapping core. */
import { writeFile } from 'node:fs/promises';
import { build } from 'esbuild';
import { inRoot } from './paths.mjs';

const bundle = await build({
  entryPoints: [inRoot('scripts/grammar.ts')],
  bundle: true,
  write: false,
  format: 'esm',
  mainFields: ['module', 'main'],
});
const { grammar } = await import(`data:text/javascript,${encodeURIComponent(bundle.outputFiles[0].text)}`);
await writeFile(inRoot('syntaxes/server-status.injection.json'), `${JSON.stringify(grammar(), null, 2)}\n`);
