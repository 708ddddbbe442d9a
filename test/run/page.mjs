/**
 * Runs the tests of test/page/, which see the same as users: the packed extension in a served VS Code, read and
 * controlled through Chromium. Needs the build and the packed extension:
 *
 *   node test/run/page.mjs out/server-status.vsix [--grep TEXT]
 */
import { inRoot } from '../../scripts/paths.mjs';
import { tryRun } from '../../scripts/processes.mjs';
import { withPage } from '../../scripts/vscode/with-page.mjs';

const [vsix, ...options] = process.argv.slice(2);
if (!vsix) throw new Error('Wanted: the packed extension');

await withPage(inRoot(vsix), inRoot('out/screenshots'), async (environment) => {
  const env = { ...process.env, ...environment };
  const { code } = await tryRun(process.execPath, [inRoot('test/run/mocha.mjs'), 'page', ...options], {
    env,
  });
  process.exitCode = code;
});
