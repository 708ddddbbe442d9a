/**
 * `npm run screenshots`: takes the README's pictures anew, of the packed extension in a served VS Code.
 *
 *   node scripts/screenshots.mjs [NAME …]
 */
import { build } from 'esbuild';
import { buildProduct } from '../esbuild.mjs';
import { ensureChromium } from './chromium.mjs';
import { packExtension } from './package.mjs';
import { pageEnvironment } from './page-environment.mjs';
import { inRoot } from './paths.mjs';
import { serveVscode } from './serve.mjs';

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
const executable = await ensureChromium();
const served = await serveVscode({ vsix: VSIX, pageHelper: true });
try {
  Object.assign(process.env, await pageEnvironment(served, executable, inRoot('docs/images')));
  const { takeScreenshots } = await import(SCRIPT);
  await takeScreenshots(process.argv.slice(2));
} finally {
  await served.close();
}
