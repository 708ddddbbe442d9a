/**
 * Generates the files that are made from other files of the project. With a name, generates only those:
 *
 *   npm run generate [cloud-pages|grammar|snippets|schemas|icon|screenshots [PICTURE …]]
 *
 * Icon and screenshots need a browser, so they must be named.
 */
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { build } from 'esbuild';
import { importBundled } from '../import-bundled.mjs';
import { inRoot } from '../paths.mjs';

/** Files made from the core, by name. */
const FROM_CORE = {
  'cloud-pages': async () => {
    const { cloudPages } = await importBundled('generate/cloud-pages.ts');
    await rm(inRoot('docs/clouds'), { recursive: true, force: true });
    await writeFiles('docs/clouds', cloudPages());
  },
  grammar: async () => {
    const { grammars } = await importBundled('generate/grammar.ts');
    const named = Object.entries(grammars()).map(([name, grammar]) => [`${name}.json`, asJson(grammar)]);
    await writeFiles('syntaxes', Object.fromEntries(named));
  },
  snippets: async () => writeJson((await importBundled('generate/snippets.ts')).snippetFiles()),
  schemas: async () => writeJson((await importBundled('generate/config-schema.ts')).configSchemas()),
};

/** Pictures made with a browser, by name. */
const DRAWN = { icon: drawIcon, screenshots: takeScreenshots };

const [name, ...rest] = process.argv.slice(2);
const made = { ...FROM_CORE, ...DRAWN };
if (name === undefined) for (const make of Object.values(FROM_CORE)) await make();
else if (Object.hasOwn(made, name)) await made[name](rest);
else throw new Error(`There is no ${name} to make; there are ${Object.keys(made).join(', ')}.`);

/**
 * Writes objects as JSON.
 *
 * @param {Record<string, unknown>} files by path, relative to the project's folder
 */
async function writeJson(files) {
  const texts = Object.entries(files).map(([file, content]) => [file, asJson(content)]);
  await writeFiles('', Object.fromEntries(texts));
}

/**
 * Writes files.
 *
 * @param {Record<string, string>} files by path, relative to the folder
 */
async function writeFiles(folder, files) {
  for (const [file, text] of Object.entries(files)) {
    const target = inRoot(folder, file);
    await mkdir(path.dirname(target), { recursive: true });
    await writeFile(target, text);
  }
}

/** Draws media/icon.png from media/icon.svg, as an extension's icon must not be an SVG. */
async function drawIcon() {
  const { chromium } = await import('playwright-core');
  const { CHROMIUM_FLAGS, ensureChromium } = await import('../vscode/chromium.mjs');
  const size = 256;
  const svg = await readFile(inRoot('media/icon.svg'), 'utf8');
  const browser = await chromium.launch({ executablePath: await ensureChromium(), args: CHROMIUM_FLAGS });
  try {
    const page = await browser.newPage({ viewport: { width: size, height: size } });
    await page.setContent(`<style>body { margin: 0 }</style>${svg}`);
    await page.screenshot({ path: inRoot('media/icon.png'), omitBackground: true });
  } finally {
    await browser.close();
  }
}

/** Takes the README's pictures of the packed extension in a served VS Code; with names, only those. */
async function takeScreenshots(names) {
  const { buildProduct } = await import('../../esbuild.mjs');
  const { packExtension } = await import('../package.mjs');
  const { withPage } = await import('../vscode/with-page.mjs');
  const vsix = inRoot('out/server-status.vsix');
  const script = inRoot('out/take-screenshots.mjs');
  await buildProduct({ production: true });
  await packExtension(vsix);
  await build({
    entryPoints: [inRoot('scripts/generate/take-screenshots.ts')],
    outfile: script,
    bundle: true,
    platform: 'node',
    format: 'esm',
    external: ['playwright-core'],
  });
  await withPage(vsix, inRoot('docs/images'), async (environment) => {
    Object.assign(process.env, environment);
    const { takeScreenshots: take } = await import(script);
    await take(names);
  });
}

function asJson(value) {
  return `${JSON.stringify(value, null, 2)}\n`;
}
