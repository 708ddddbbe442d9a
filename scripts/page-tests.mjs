/**
 * Runs the tests of test/host/page/, which see what a person sees: the packed extension in a served VS Code,
 * read and driven through Chromium. Expects the build and, as its argument, the packed extension.
 */
import { ensureChromium } from './chromium.mjs';
import { pageEnvironment } from './page-environment.mjs';
import { inRoot } from './paths.mjs';
import { tryRun } from './run.mjs';
import { serveVscode } from './serve.mjs';

const [vsix] = process.argv.slice(2);
if (!vsix) throw new Error('Wanted: the packed extension');

const executable = await ensureChromium();
const served = await serveVscode({ vsix: inRoot(vsix), pageHelper: true });
try {
  const env = { ...process.env, ...(await pageEnvironment(served, executable, inRoot('out/screenshots'))) };
  const { code } = await tryRun(process.execPath, [inRoot('scripts/run-mocha.mjs'), 'page'], { env });
  process.exitCode = code;
} finally {
  await served.close();
}
