/**
 * `npm start`: builds the product, checks examples/ on the command line and opens it in an editor with the extension.
 * This is the desktop's `code` if it exists, or else a VS Code that is served to the browser until Ctrl-C. Each step
 * that takes time is announced.
 *
 * May import only Node's modules before the dependencies are installed.
 */
import { installDependencies } from './install-dependencies.mjs';
import { inRoot, ROOT } from './paths.mjs';
import { findOnPath, hasDisplay, run, tryRun } from './processes.mjs';
import { TOUR } from './vscode/tour.mjs';

const EXAMPLES = inRoot('examples');
const VSIX = 'out/server-status.vsix';
const SHOWN = 'examples/, its README.md and the walkthrough "Get Started with Server Status"';

/** Checks the examples. Findings and their exit code are expected here, and do not fail the build. */
async function checkExamples() {
  console.log('\nThe examples are wrong on purpose; this is what the check says about them:\n');
  console.log('$ node dist/cli.js check examples');
  const { code } = await tryRun(process.execPath, [inRoot('dist/cli.js'), 'check', 'examples']);
  // Code 1 means that there are findings.
  if (code > 1) throw new Error(`The check of the examples failed: it ended with code ${code}.`);
  console.log('\nSo it should be: the build is fine, and together the examples show every rule.\n');
}

/** Opens the desktop's editor. Returns false if there is none that starts. */
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
  // The server keeps this process alive; scripts/processes.mjs stops it when this process ends.
}

await installDependencies();
console.log('Building the extension and the command line …');
const { buildProduct } = await import('../esbuild.mjs');
await buildProduct({ production: true });
await checkExamples();
if (!(await openDesktop())) await serve();
