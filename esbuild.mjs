/**
 * Builds the extension, its webview, the command line and, with --tests, the tests.
 *
 *   node esbuild.mjs [--production] [--tests]
 *
 * The scripts import the functions below instead of starting a second process.
 */
import { appendFile, chmod, readdir, readFile, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const ROOT = path.dirname(fileURLToPath(import.meta.url));

/** The oldest browsers that run what runs in a browser. The first also stands for VS Code 1.90 on the desktop. */
const BROWSERS = ['chrome120', 'firefox121', 'safari17'];

/** Options that all bundles share. */
async function shared(production) {
  const { version } = JSON.parse(await readFile(path.join(ROOT, 'package.json'), 'utf8'));
  return {
    absWorkingDir: ROOT,
    bundle: true,
    platform: 'node',
    target: 'node20',
    // Without this order jsonc-parser's UMD build is taken, which crashes at run time.
    mainFields: ['module', 'main'],
    // For Node yaml offers only CommonJS, which cannot be shaken and needs require() inside an ES module.
    alias: { yaml: path.join(ROOT, 'node_modules/yaml/browser/index.js') },
    minify: production,
    metafile: production,
    plugins: production ? [thirdPartyNotices()] : [],
    sourcemap: !production,
    sourcesContent: false,
    legalComments: 'none',
    // Chinese texts as they are, not as escapes of twice the size.
    charset: 'utf8',
    logLevel: 'warning',
    define: { 'process.env.SERVER_STATUS_VERSION': JSON.stringify(version) },
  };
}

/**
 * Builds dist/extension.cjs, which VS Code loads in Node and in the browser's web worker alike. So it may need
 * no module of Node; test/house/browser.test.ts holds it to that. A worker of a package of type "module"
 * takes nothing but .cjs.
 */
export async function buildExtension({ production = false } = {}) {
  await build({
    ...(await shared(production)),
    entryPoints: ['src/editor/extension.ts'],
    outfile: 'dist/extension.cjs',
    platform: 'browser',
    target: BROWSERS,
    format: 'cjs',
    external: ['vscode'],
  });
}

/**
 * Builds the command line: dist/cli.js, the executable, and in dist/cli/ what it loads when it is needed. These are .mjs,
 * so that they are modules wherever somebody copies them.
 */
export async function buildCli({ production = false } = {}) {
  await build({
    ...(await shared(production)),
    entryPoints: { cli: 'src/cli/main.ts', 'cli/check-worker': 'src/cli/check-worker.ts' },
    outdir: 'dist',
    outExtension: { '.js': '.mjs' },
    format: 'esm',
    splitting: true,
    chunkNames: 'cli/[name]-[hash]',
    // Node reads a file of ASCII alone in less time.
    charset: 'ascii',
  });
  const cli = path.join(ROOT, 'dist/cli.js');
  await rename(path.join(ROOT, 'dist/cli.mjs'), cli);
  await chmod(cli, 0o755);
}

/**
 * Builds what the npm package exports.
 *
 * @param {string} outfile
 */
export async function buildLibrary(outfile) {
  await build({ ...(await shared(true)), entryPoints: ['src/library/index.ts'], outfile, format: 'esm' });
}

/** Builds dist/state-map.js and .css, which the state map's page loads. */
export async function buildWebview({ production = false } = {}) {
  await build({
    ...(await shared(production)),
    entryPoints: ['src/webview/state-map.ts', 'src/webview/state-map.css'],
    outdir: 'dist',
    platform: 'browser',
    target: BROWSERS,
    format: 'iife',
  });
}

/** Builds what is shipped, from an empty dist/. */
export async function buildProduct(options = {}) {
  await rm(path.join(ROOT, 'dist'), { recursive: true, force: true });
  await Promise.all([buildExtension(options), buildCli(options), buildWebview(options)]);
}

/** The test files below test/, as paths from the root with forward slashes. */
async function testFiles() {
  const entries = await readdir(path.join(ROOT, 'test'), { recursive: true });
  return entries
    .map((entry) => `test/${entry.split(path.sep).join('/')}`)
    .filter((file) => file.endsWith('.test.ts'))
    .sort();
}

/** Whether a test runs inside VS Code; all others, page tests too, run in Node. */
const runsInHost = (file) => file.startsWith('test/host/');

/**
 * Builds the tests into out/test/: one .mjs a file for those that run in Node (they share their helpers as
 * chunks, so that a helper's state exists once), and for those that run inside VS Code one index.cjs for its
 * Node and one web.cjs for its web worker.
 */
export async function buildTests() {
  await rm(path.join(ROOT, 'out/test'), { recursive: true, force: true });
  const files = await testFiles();
  await Promise.all([
    buildNodeTests(
      files.filter((file) => !runsInHost(file)),
      'out/test',
    ),
    buildHostTests(files.filter(runsInHost)),
  ]);
}

/**
 * Builds the property tests into out/fuzz/, out of the way of other builds: `npm run fuzz` takes its time.
 *
 * @param {string[]} files
 */
export async function buildFuzz(files) {
  await rm(path.join(ROOT, 'out/fuzz'), { recursive: true, force: true });
  await buildNodeTests(files, 'out/fuzz');
}

async function buildNodeTests(files, outdir) {
  await build({
    ...(await shared(false)),
    entryPoints: files,
    outdir,
    outbase: 'test',
    outExtension: { '.js': '.mjs' },
    format: 'esm',
    splitting: true,
    chunkNames: 'chunks/[name]-[hash]',
    external: [
      'mocha',
      '@resvg/resvg-wasm',
      'playwright-core',
      'esbuild',
      'fast-check',
      'recheck/lib/browser.js',
      'vscode',
      'vscode-tmgrammar-test',
      '@vscode/vsce',
    ],
    // CommonJS packages inside an ESM bundle still ask for Node's modules by require().
    banner: {
      js: "import { createRequire as bundleRequire } from 'node:module'; const require = bundleRequire(import.meta.url);",
    },
  });
}

/** Builds into out/hostile/ what `npm run test:hostile` runs: its inputs, and what runs one of them. */
export async function buildHostile() {
  await build({
    ...(await shared(false)),
    entryPoints: ['test/hostile/rows.ts', 'test/hostile/row.ts'],
    outdir: 'out/hostile',
    outExtension: { '.js': '.mjs' },
    format: 'esm',
    splitting: true,
  });
}

/** Builds out/soak/index.cjs, which edits for as long as it is told inside VS Code. */
export async function buildSoak() {
  await build({
    ...(await shared(false)),
    entryPoints: ['test/soak/index.ts'],
    outfile: 'out/soak/index.cjs',
    format: 'cjs',
    external: ['vscode'],
  });
}

/** The same files for both hosts, each with the mocha and the assertions that run there. */
async function buildHostTests(files) {
  await Promise.all([
    buildHostTestsFor(
      { outfile: 'out/test/host/index.cjs', external: ['vscode', 'mocha'] },
      files,
      "import('mocha')",
    ),
    buildHostTestsFor(
      {
        outfile: 'out/test/host/web.cjs',
        external: ['vscode'],
        platform: 'browser',
        target: BROWSERS,
        alias: { 'node:assert/strict': './test/host/assert.ts' },
      },
      files,
      // It puts itself into the global scope.
      "import('mocha/mocha.js').then(() => ({ default: globalThis.Mocha }))",
    ),
  ]);
}

async function buildHostTestsFor(options, files, mocha) {
  // mocha has to put describe() and it() in place before a test file runs, hence the functions.
  const list = files.map((file) => `[${JSON.stringify(file)}, () => require('./${file}')]`);
  await build({
    ...(await shared(false)),
    stdin: {
      contents: `
        import { runMocha } from './test/host/run-mocha';
        export const run = async () => runMocha((await ${mocha}).default, [${list.join(', ')}]);`,
      resolveDir: ROOT,
      sourcefile: 'host-tests.ts',
      loader: 'ts',
    },
    format: 'cjs',
    ...options,
  });
}

/**
 * An esbuild plugin that puts the licences of the packages in a bundle at its end, as they ask for: a bundle is
 * copied alone, the command line above all. The build needs `metafile`.
 *
 * @returns {import('esbuild').Plugin}
 */
function thirdPartyNotices() {
  return {
    name: 'third-party-notices',
    setup(build) {
      build.onEnd(async ({ metafile }) => {
        for (const [file, { inputs }] of Object.entries(metafile?.outputs ?? {})) {
          const notices = await Promise.all(packagesOf(Object.keys(inputs)).map(noticeOf));
          await appendFile(path.resolve(ROOT, file), notices.join(''));
        }
      });
    },
  };
}

/** The folders of the packages that these files are from, in the order of their names. */
function packagesOf(files) {
  const folders = files.flatMap((file) => /^(?:.*\/)?node_modules\/(?:@[^/]+\/)?[^/]+/.exec(file)?.[0] ?? []);
  return [...new Set(folders)].sort();
}

async function noticeOf(folder) {
  const read = (name) => readFile(path.join(ROOT, folder, name), 'utf8');
  const { name, version } = JSON.parse(await read('package.json'));
  const license = (await readdir(path.join(ROOT, folder))).find((file) => /^licen[cs]e/i.test(file));
  if (license === undefined) throw new Error(`${name} ${version} comes without a licence`);
  return `/*! Contains ${name} ${version}:\n\n${(await read(license)).trim()}\n*/\n`;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await buildProduct({ production: process.argv.includes('--production') });
  if (process.argv.includes('--tests')) await buildTests();
}
