/**
 * `npm run bench:typing`: types in fixtures of 5 MB in a served VS Code, and prints how long findings take and how long the
 * extension host is blocked.
 */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { bundleCore } from '../../bench/core.mjs';
import { asJson, asYaml, generate } from '../../bench/generate.mjs';
import { buildInHost, buildProduct } from '../../esbuild.mjs';
import { inRoot, ROOT } from '../../scripts/paths.mjs';
import { stageExtension } from '../../scripts/stage.mjs';
import { serveVscode } from '../../scripts/vscode/serve.mjs';
import { runInPage } from './run-in-page.mjs';
import { testAddress } from './test-address.mjs';

/** How many servers have 5 MB. */
const SERVERS = { json: 2000, yaml: 2500 };

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
  await buildProduct({ production: true });
  await stageExtension(ROOT, paths.extension);
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
