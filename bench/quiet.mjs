// Generates files without servers, a megabyte each: a lock file of npm, and an API description.
import { dump } from 'js-yaml';

const LENGTH = 1_000_000;

/** @returns a package-lock.json of invented packages */
export function lockFile() {
  const packages = {};
  for (let i = 0, length = 0; length < LENGTH; i += 1) {
    const name = `${WORDS[i % WORDS.length]}-${WORDS[(i * 7) % WORDS.length]}-${i}`;
    const entry = {
      version: `${i % 9}.${i % 23}.0`,
      resolved: `https://registry.example.org/${name}/-/${name}-${i % 9}.${i % 23}.0.tgz`,
      integrity: `sha512-${hash(i)}==`,
      license: 'MIT',
      dependencies: { [WORDS[(i * 3) % WORDS.length]]: `^${i % 5}.0.0` },
      engines: { node: '>=18' },
    };
    packages[`node_modules/${name}`] = entry;
    length += JSON.stringify(entry, null, 2).length + name.length + 30;
  }
  return `${JSON.stringify({ name: 'client', lockfileVersion: 3, packages }, null, 2)}\n`;
}

/** @returns an API description in YAML that mentions states and servers, but contains no server */
export function apiDescription() {
  const paths = {};
  for (let i = 0, length = 0; length < LENGTH; i += 1) {
    const word = WORDS[i % WORDS.length];
    const entry = {
      get: {
        operationId: `list_${word}_${i}`,
        summary: `List what there is of ${word}, and the state that each is in`,
        parameters: [{ name: 'limit', in: 'query', required: false, schema: { type: 'integer' } }],
        responses: {
          200: { description: 'A page.', content: { 'application/json': { schema: { $ref: '#/x' } } } },
        },
      },
    };
    paths[`/v1/{project_id}/${word}/${i}`] = entry;
    length += dump(entry).length + 30;
  }
  return dump({ openapi: '3.0.3', servers: [{ url: 'https://api.example.com' }], paths }, { lineWidth: -1 });
}

const WORDS = [
  'http',
  'server',
  'parser',
  'base',
  'stream',
  'volume',
  'subnet',
  'router',
  'image',
  'quota',
  'yaml',
];

/** Returns characters that look like a hash. */
function hash(seed) {
  const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
  let state = seed + 1;
  let text = '';
  for (let i = 0; i < 86; i += 1) {
    state = (Math.imul(state, 1103515245) + 12345) >>> 0;
    text += letters[state >>> 26];
  }
  return text;
}
