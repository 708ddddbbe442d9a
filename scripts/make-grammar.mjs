/** Writes syntaxes/ from the mapping core. */
import { mkdir, writeFile } from 'node:fs/promises';
import { importBundled } from './import-bundled.mjs';
import { inRoot } from './paths.mjs';

const { grammars } = await importBundled('grammar.ts');
await mkdir(inRoot('syntaxes'), { recursive: true });
for (const [name, grammar] of Object.entries(grammars()))
  await writeFile(inRoot(`syntaxes/${name}.json`), `${JSON.stringify(grammar, null, 2)}\n`);
