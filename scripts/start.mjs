/**
 * `npm start`: builds, checks examples/ on the command line and opens it in an editor with the extension: in
 * the desktop's `code` where there is one, else in a VS Code served to the browser, until Ctrl-C.
 *
 * Nothing but Node's own modules may be imported before the dependencies are there.
 */
import { installDependencies } from './install-dependencies.mjs';
import { inRoot, ROOT } from './paths.mjs';
import { findOnPath, hasDisplay, run, tryRun } from './processes.mjs';

const EXAMPLES = inRoot('examples');
const VSIX = 'out/server-status.vsix';

/** Opens the desktop's editor; false where there is none, or none that starts. */
async function openDesktop() {
  const code = hasDisplay() && findOnPath(process.platform === 'win32' ? ['code.cmd'] : ['code']);
  if (!code) return false;
  console.log('\nOpening examples/ in VS Code with the extension …');
  return (await tryRun(code, [`--extensionDevelopmentPath=${ROOT}`, EXAMPLES])).code === 0;
}

async function serve() {
  await run(process.execPath, [inRoot('scripts/package.mjs'), '--no-build', VSIX]);
  const { serveVscode } = await import('./vscode/serve.mjs');
  const served = await serveVscode({ vsix: inRoot(VSIX) });
  console.log(
    `\nOpen ${served.address(EXAMPLES)}\n(VS Code with the extension and examples/; Ctrl-C ends it)`,
  );
  // The server keeps this process alive; scripts/processes.mjs ends it with this process.
}

await installDependencies();
const { buildProduct } = await import('../esbuild.mjs');
await buildProduct({ production: true });
console.log('$ node dist/cli.js check examples');
await tryRun(process.execPath, [inRoot('dist/cli.js'), 'check', 'examples']);

if (!(await openDesktop())) await serve();
