/** Writes the config file's JSON Schemas into schemas/ from the core. */
import { importBundled } from './import-bundled.mjs';
import { writeJson } from './write-json.mjs';

const { configSchemas } = await importBundled('config-schema.ts');
await writeJson(configSchemas());
