import { basename } from 'node:path';
import { ENDINGS } from '../service';

/** VS Code's language ids, by the endings of their files. */
const LANGUAGES: ReadonlyMap<string, string> = new Map(
  [...ENDINGS].flatMap(([id, endings]) => endings.map((ending) => [ending, id] as const)),
);

/** The endings of the files that a folder is searched for, without the dot. */
export function endingsOf(languages: readonly string[]): string[] {
  return languages.flatMap((id) => ENDINGS.get(id) ?? []);
}

/** VS Code's language id of a file by its ending, the one before it counting too (`a.json.tpl`); undefined for others. */
export function languageByName(path: string): string | undefined {
  const [, ...endings] = basename(path).toLowerCase().split('.');
  const known = endings.findLast((ending) => LANGUAGES.has(ending));
  return known && LANGUAGES.get(known);
}

/** VS Code's language id for a text of a file whose name says nothing. */
export function languageByText(text: string): string {
  return /^\uFEFF?\s*[[{]/.test(text) ? 'jsonc' : 'yaml';
}
