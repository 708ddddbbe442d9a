import { extname } from 'node:path';

const LANGUAGES: Readonly<Record<string, string>> = {
  '.json': 'json',
  '.jsonc': 'jsonc',
  '.jsonl': 'jsonl',
  '.ndjson': 'jsonl',
  '.yaml': 'yaml',
  '.yml': 'yaml',
};

/** The endings of the files that a folder is searched for, without the dot. */
export const ENDINGS: readonly string[] = Object.keys(LANGUAGES).map((ending) => ending.slice(1));

/** VS Code's language id of a file, by its ending, else by how its text begins. */
export function languageOf(path: string, text: string): string {
  return LANGUAGES[extname(path).toLowerCase()] ?? (/^\uFEFF?\s*[[{]/.test(text) ? 'jsonc' : 'yaml');
}
