/** Writes snippets/servers.json and snippets/servers.yaml.json from the core. */
import { mkdir, writeFile } from 'node:fs/promises';
import { importBundled } from './import-bundled.mjs';
import { inRoot } from './paths.mjs';

const { snippets } = await importBundled('snippets.ts');
const { json, yaml } = snippets();
await mkdir(inRoot('snippets'), { recursive: true });
await writeFile(inRoot('snippets/servers.json'), `${JSON.stringify(json, null, 2)}\n`);
await writeFile(inRoot('snippets/servers.yaml.json'), `${JSON.stringify(yaml, null, 2)}\n`);
