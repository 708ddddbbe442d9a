/**
 * `npm start`: builds, checks examples/ on the command line and opens it in an editor with the extension: in
 * the desktop's `code` where there is one, else in a VS Code served to the browser, until Ctrl-C. A line says
 * what each step is that takes its time.
 *
 * Nothing but Node's own modules may be imported before the dependencies are there.
 */
import { installDependencies } from './install-dependencies.mjs';
import { inRoot, ROOT } from './paths.mjs';
import { findOnPath, hasDisplay, run, tryRun } from './processes.mjs';
import { TOUR } from './vscode/tour.mjs';

const EXAMPLES = inRoot('examples');
const VSIX = 'out/server-status.vsix';
const SHOWN = 'examples/, its README.md and the walkthrough "Get Started with Server Status"';

/** Findings and their exit code are what is to be seen here, and no failure of the build. */
async function checkExamples() {
  console.log('\nThe examples are wrong on purpose; this is what the check says about them:\n');
  console.log('$ node dist/cli.js check examples');
  const { code } = await tryRun(process.execPath, [inRoot('dist/cli.js'), 'check', 'examples']);
  // 1 says that there are findings.
  if (code > 1) throw new Error(`The check of the examples failed: it ended with code ${code}.`);
  console.log('\nSo it should be: the build is fine, and together the examples show every rule.\n');
}

/** Opens the desktop's editor; false where there is none, or none that starts. */
async function openDesktop() {
  const command = hasDisplay() && findOnPath(process.platform === 'win32' ? ['code.cmd'] : ['code']);
  if (!command) return false;
  console.log('Starting VS Code (`code` on the PATH) with the extension …');
  const extensions = [ROOT, TOUR].map((folder) => `--extensionDevelopmentPath=${folder}`);
  const { code } = await tryRun(command, [...extensions, EXAMPLES]);
  console.log(
    code === 0
      ? `It opens ${SHOWN}.`
      : `It ended with code ${code}; a VS Code in the browser takes its place.`,
  );
  return code === 0;
}

async function serve() {
  console.log('Packing the extension …');
  await run(process.execPath, [inRoot('scripts/package.mjs'), '--no-build', VSIX]);
  const { ensureServedVscode } = await import('./vscode/served-vscode.mjs');
  await ensureServedVscode();
  console.log('Starting a VS Code for the browser with the extension …');
  const { serveVscode } = await import('./vscode/serve.mjs');
  const served = await serveVscode({ vsix: inRoot(VSIX), tour: true });
  console.log(`\nOpen ${served.address(EXAMPLES)}\nIt shows ${SHOWN}. Ctrl-C ends it.`);
  // The server keeps this process alive; scripts/processes.mjs ends it with this process.
}

await installDependencies();
console.log('Building the extension and the command line …');
const { buildProduct } = await import('../esbuild.mjs');
await buildProduct({ production: true });
await checkExamples();
if (!(await openDesktop())) await serve();
