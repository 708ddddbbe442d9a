/**
 * `npm run bench:typing`: types in fixtures of 5 MB in a served VS Code, and prints how long findings take and how long the
 * extension host is blocked.
 */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { bundleCore } from '../../bench/core.mjs';
import { asJson, asYaml, generate } from '../../bench/generate.mjs';
import { buildInHost } from '../../esbuild.mjs';
import { inRoot } from '../../scripts/paths.mjs';
import { serveVscode } from '../../scripts/vscode/serve.mjs';
import { runInPage } from './run-in-page.mjs';
import { stageWrapped } from './stage-wrapped.mjs';
import { testAddress } from './test-address.mjs';

/** How many servers have 5 MB. */
const SERVERS = { json: 2000, yaml: 2500 };

/** The file that VS Code loads in place of the extension: it loads the extension and keeps how long that took. */
const WRAPPER = `const start = performance.now();
const extension = require('./dist/extension.cjs');
const load = performance.now() - start;
exports.activate = async (context) => {
  const before = performance.now();
  const api = await extension.activate(context);
  globalThis.serverStatusTimes = { load, activation: performance.now() - before };
  return api;
};
`;

const DEADLINE = 15 * 60_000;

const home = await mkdtemp(path.join(tmpdir(), 'typing-'));
const paths = {
  extension: path.join(home, 'extension'),
  tests: inRoot('out/typing/index.cjs'),
  folder: path.join(home, 'workspace'),
};
try {
  await mkdir(paths.folder);
  const core = await bundleCore();
  const write = (name, text) => writeFile(path.join(paths.folder, name), text);
  await write('servers.json', asJson(generate(SERVERS.json, core).servers));
  await write('servers.yaml', asYaml(generate(SERVERS.yaml, core).servers));
  await stageWrapped(paths.extension, WRAPPER);
  await buildInHost('typing');
  const served = await serveVscode({ smokeTest: true });
  try {
    process.exitCode = await runInPage(testAddress(served, paths), DEADLINE);
  } finally {
    await served.close();
  }
} finally {
  await rm(home, { recursive: true, force: true });
}
