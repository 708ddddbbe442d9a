/**
 * `npm run test:soak`: edits 200 fixtures in a served VS Code for a given time, and measures its extension host. Ends with
 * code 1 if something grew or was left behind.
 *
 *   node test/run/soak.mjs [--minutes 60]
 */
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { buildInHost } from '../../esbuild.mjs';
import { inRoot } from '../../scripts/paths.mjs';
import { serveVscode } from '../../scripts/vscode/serve.mjs';
import { runInPage } from './run-in-page.mjs';
import { stageWrapped } from './stage-wrapped.mjs';
import { testAddress } from './test-address.mjs';

/** The minutes that starting and ending may take. */
const AROUND = 10;

/** The file that VS Code loads in place of the extension: it loads the extension and gives the test its context. */
const WRAPPER = `const extension = require('./dist/extension.cjs');
exports.activate = (context) => {
  globalThis.serverStatusContext = context;
  return extension.activate(context);
};
exports.deactivate = () => extension.deactivate?.();
`;

const { values } = parseArgs({ options: { minutes: { type: 'string', default: '60' } } });
const minutes = Number(values.minutes);
if (!(minutes > 0)) throw new Error('Wanted: --minutes with a number above 0');
// The extension host inherits the server's environment.
process.env.SOAK_MINUTES = String(minutes);

const home = await mkdtemp(path.join(tmpdir(), 'soak-'));
const paths = {
  extension: path.join(home, 'extension'),
  tests: inRoot('out/soak/index.cjs'),
  folder: path.join(home, 'workspace'),
};
try {
  await mkdir(paths.folder);
  await stageWrapped(paths.extension, WRAPPER);
  await buildInHost('soak');
  const served = await serveVscode({ smokeTest: true });
  try {
    process.exitCode = await runInPage(testAddress(served, paths), (minutes + AROUND) * 60_000);
  } finally {
    await served.close();
  }
} finally {
  await rm(home, { recursive: true, force: true });
}
