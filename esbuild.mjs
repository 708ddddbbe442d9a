/**
 * Builds the extension, its webview, the command line and, with --tests, the tests.
 *
 *   node esbuild.mjs [--production] [--tests]
 *
 * Scripts import the functions below instead of starting a second process.
 */
import { appendFile, chmod, readdir, readFile, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const ROOT = path.dirname(fileURLToPath(import.meta.url));

/** The oldest supported browsers. The first also stands for VS Code 1.90 on the desktop. */
const BROWSERS = ['chrome120', 'firefox121', 'safari17'];

/** Returns the options that all bundles share. */
async function shared(production) {
  const { version } = JSON.parse(await readFile(path.join(ROOT, 'package.json'), 'utf8'));
  return {
    absWorkingDir: ROOT,
    bundle: true,
    platform: 'node',
    target: 'node20',
    // Without this order, esbuild uses jsonc-parser's UMD build, which crashes at run time.
    mainFields: ['module', 'main'],
    // For Node, yaml offers only CommonJS, which cannot be tree-shaken and needs require() inside an ES module.
    alias: { yaml: path.join(ROOT, 'node_modules/yaml/browser/index.js') },
    minify: production,
    metafile: production,
    plugins: [withoutFormatter(), ...(production ? [thirdPartyNotices()] : [])],
    sourcemap: !production,
    sourcesContent: false,
    legalComments: 'none',
    // One letter beyond ASCII makes V8 hold and compile the file with two bytes a letter.
    charset: 'ascii',
    logLevel: 'warning',
    define: { 'process.env.SERVER_STATUS_VERSION': JSON.stringify(version) },
  };
}

/**
 * Builds dist/extension.cjs, which VS Code loads in Node and in the browser's web worker. It must not need Node's
 * modules, which test/house/browser.test.ts checks. In a package of type "module", a worker loads only .cjs.
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
 * Builds the command line: the executable dist/cli.js, and dist/cli/ with the modules that it loads on demand. These
 * are .mjs, so they stay modules wherever they are copied.
 */
export async function buildCli({ production = false } = {}) {
  const options = await shared(production);
  await build({
    ...options,
    entryPoints: { cli: 'src/cli/main.ts', 'cli/check-worker': 'src/cli/check-worker.ts' },
    outdir: 'dist',
    outExtension: { '.js': '.mjs' },
    format: 'esm',
    splitting: true,
    chunkNames: 'cli/[name]-[hash]',
    plugins: [...options.plugins, protocolApart()],
  });
  await buildProtocol(options);
  const cli = path.join(ROOT, 'dist/cli.js');
  await rename(path.join(ROOT, 'dist/cli.mjs'), cli);
  await chmod(cli, 0o755);
}

/** The library of the language server's protocol, and its bundle. */
const PROTOCOL = 'vscode-languageserver/node';
const PROTOCOL_FILE = 'language-server-protocol.cjs';

/** Builds the protocol's library apart: it is CommonJS and needs require(), which an ES module does not have. */
async function buildProtocol(options) {
  await build({
    ...options,
    stdin: { contents: `export { createConnection } from '${PROTOCOL}';`, resolveDir: ROOT },
    outfile: `dist/cli/${PROTOCOL_FILE}`,
    format: 'cjs',
  });
}

/** Returns an esbuild plugin that leaves the protocol's library to {@link buildProtocol}. */
function protocolApart() {
  return {
    name: 'protocol-apart',
    setup(build) {
      build.onResolve({ filter: new RegExp(`^${PROTOCOL}$`) }, () => ({
        path: `./${PROTOCOL_FILE}`,
        external: true,
      }));
    },
  };
}

/**
 * Builds the npm package's exports.
 *
 * @param {string} outfile
 */
export async function buildLibrary(outfile) {
  await build({ ...(await shared(true)), entryPoints: ['src/library/index.ts'], outfile, format: 'esm' });
}

/** Builds dist/state-map.js and dist/state-map.css, which the state map's page loads. */
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

/** Builds everything that is shipped into an empty dist/. */
export async function buildProduct(options = {}) {
  await rm(path.join(ROOT, 'dist'), { recursive: true, force: true });
  await Promise.all([buildExtension(options), buildCli(options), buildWebview(options)]);
}

/** Returns the paths of all test files and of hooks around tests, relative to the root, with forward slashes. */
async function testFiles() {
  const entries = await readdir(path.join(ROOT, 'test'), { recursive: true });
  return entries
    .map((entry) => `test/${entry.split(path.sep).join('/')}`)
    .filter((file) => file.endsWith('.test.ts') || file.endsWith('/hooks.ts'))
    .sort();
}

/** Tells whether a test runs inside VS Code. All others run in Node, including page tests. */
const runsInHost = (file) => file.startsWith('test/host/');

/**
 * Builds the tests into out/test/. Tests for Node become one .mjs per file; they share helpers as chunks, so a helper's
 * state exists only once. Tests inside VS Code become index.cjs for its Node and web.cjs for its web worker.
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
 * Builds the property tests into out/fuzz/, so other builds do not disturb a long `npm run fuzz`.
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
    // CommonJS packages inside an ESM bundle still load Node's modules with require().
    banner: {
      js: "import { createRequire as bundleRequire } from 'node:module'; const require = bundleRequire(import.meta.url);",
    },
  });
}

/** Builds the inputs of `npm run test:hostile`, and the script that runs one of them, into out/hostile/. */
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

/** Builds a folder of test/ that runs inside VS Code, but not in `npm test`, to out/FOLDER/index.cjs. */
export async function buildInHost(folder) {
  await build({
    ...(await shared(false)),
    entryPoints: [`test/${folder}/index.ts`],
    outfile: `out/${folder}/index.cjs`,
    format: 'cjs',
    external: ['vscode'],
  });
}

/** Builds the same files for both hosts, each with the mocha and the assertions that run there. */
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
      // This build of mocha sets a global.
      "import('mocha/mocha.js').then(() => ({ default: globalThis.Mocha }))",
    ),
  ]);
}

async function buildHostTestsFor(options, files, mocha) {
  // Functions, because mocha must define describe() and it() before a test file runs.
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
 * Returns an esbuild plugin that lets the table of jsonc-parser's formatter be dropped, which nobody uses: it is filled
 * when the file is loaded, which takes longer than loading any other package.
 *
 * @returns {import('esbuild').Plugin}
 */
function withoutFormatter() {
  return {
    name: 'without-formatter',
    setup(build) {
      build.onResolve({ filter: /^\.\/string-intern$/ }, ({ path: name, resolveDir }) => ({
        path: path.join(resolveDir, `${name}.js`),
        sideEffects: false,
      }));
    },
  };
}

/**
 * Returns an esbuild plugin that appends the licences of all bundled packages, as they require: a bundle may be copied
 * without other files. The build needs `metafile`.
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

/** Returns the folders of the packages that these files are from, sorted by name. */
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
