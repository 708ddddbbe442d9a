/**
 * `npm run screenshots`: takes the README's pictures anew, of the packed extension in a served VS Code.
 *
 *   node scripts/screenshots.mjs [NAME …]
 */
import { build } from 'esbuild';
import { buildProduct } from '../esbuild.mjs';
import { packExtension } from './package.mjs';
import { inRoot } from './paths.mjs';
import { withPage } from './with-page.mjs';

const VSIX = inRoot('out/server-status.vsix');
const SCRIPT = inRoot('out/take-screenshots.mjs');

await buildProduct({ production: true });
await packExtension(VSIX);
await build({
  entryPoints: [inRoot('scripts/take-screenshots.ts')],
  outfile: SCRIPT,
  bundle: true,
  platform: 'node',
  format: 'esm',
  external: ['playwright-core'],
});
await withPage(VSIX, inRoot('docs/images'), async (environment) => {
  Object.assign(process.env, environment);
  const { takeScreenshots } = await import(SCRIPT);
  await takeScreenshots(process.argv.slice(2));
});
