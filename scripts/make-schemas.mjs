/** Writes schemas/serverstatus.schema.json from the core. */
import { mkdir, writeFile } from 'node:fs/promises';
import { importBundled } from './import-bundled.mjs';
import { inRoot } from './paths.mjs';

const { configSchema } = await importBundled('config-schema.ts');
await mkdir(inRoot('schemas'), { recursive: true });
await writeFile(inRoot('schemas/serverstatus.schema.json'), `${JSON.stringify(configSchema(), null, 2)}\n`);
