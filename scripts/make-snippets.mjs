/** Writes the snippets into snippets/ from the core. */
import { importBundled } from './import-bundled.mjs';
import { writeJson } from './write-json.mjs';

const { snippetFiles } = await importBundled('snippets.ts');
await writeJson(snippetFiles());
