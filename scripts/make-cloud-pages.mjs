/** Writes docs/clouds/ from the mapping core. */
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { importBundled } from './import-bundled.mjs';
import { inRoot } from './paths.mjs';

const { cloudPages } = await importBundled('cloud-pages.ts');
await rm(inRoot('docs/clouds'), { recursive: true, force: true });
await mkdir(inRoot('docs/clouds'), { recursive: true });
for (const [name, text] of Object.entries(cloudPages())) await writeFile(inRoot(`docs/clouds/${name}`), text);
