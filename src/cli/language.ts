import { extname } from 'node:path';
import { HOLDER_ENDINGS } from '../service';

/** VS Code's language ids, by the endings of their files. */
const LANGUAGES: ReadonlyMap<string, string> = new Map([
  ['.json', 'json'],
  ['.jsonc', 'jsonc'],
  ['.jsonl', 'jsonl'],
  ['.ndjson', 'jsonl'],
  ['.yaml', 'yaml'],
  ['.yml', 'yaml'],
  ...[...HOLDER_ENDINGS].flatMap(([id, endings]) => endings.map((ending) => [`.${ending}`, id] as const)),
]);

/** The endings of the files that a folder is searched for, without the dot. */
export const ENDINGS: readonly string[] = [...LANGUAGES.keys()].map((ending) => ending.slice(1));

/** VS Code's language id of a file, by its ending, else by how its text begins. */
export function languageOf(path: string, text: string): string {
  return LANGUAGES.get(extname(path).toLowerCase()) ?? (/^\uFEFF?\s*[[{]/.test(text) ? 'jsonc' : 'yaml');
}
