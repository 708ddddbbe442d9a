/** Writes syntaxes/server-status.injection.json from the mapping core. */
import { writeFile } from 'node:fs/promises';
import { importBundled } from './import-bundled.mjs';
import { inRoot } from './paths.mjs';

const { grammar } = await importBundled('grammar.ts');
await writeFile(inRoot('syntaxes/server-status.injection.json'), `${JSON.stringify(grammar(), null, 2)}\n`);
