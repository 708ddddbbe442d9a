import { ENDINGS } from '../../fixture';
import type { Wanted } from './types';

/** VS Code's language ids by file ending. */
const LANGUAGES: ReadonlyMap<string, string> = new Map(
  [...ENDINGS].flatMap(([id, endings]) => endings.map((ending) => [ending, id] as const)),
);

/** Returns the file endings of languages, without the dot. */
export function endingsOf(languages: readonly string[]): ReadonlySet<string> {
  return new Set(languages.flatMap((id) => ENDINGS.get(id) ?? []));
}

/** Returns what a search in any folder looks for: files with one of these endings. */
export function withEndings(endings: ReadonlySet<string>): Wanted {
  return { file: (path) => isOneOf(endings, path), folder: () => true };
}

/** Tells whether a file has one of these endings, in any case. */
export function isOneOf(endings: ReadonlySet<string>, path: string): boolean {
  return endings.has(endingOf(path));
}

/** Returns VS Code's language id of a file by its ending, or by an earlier one (`a.json.tpl`); undefined for others. */
export function languageByName(path: string): string | undefined {
  const known = LANGUAGES.get(endingOf(path));
  if (known !== undefined) return known;
  const [, ...endings] = nameIn(path).toLowerCase().split('.');
  const earlier = endings.findLast((ending) => LANGUAGES.has(ending));
  return earlier && LANGUAGES.get(earlier);
}

/** Returns the text after the last dot of a file's name, in lower case; empty if there is no dot. */
function endingOf(path: string): string {
  const dot = path.lastIndexOf('.');
  return dot > path.lastIndexOf('/') ? path.slice(dot + 1).toLowerCase() : '';
}

/** Returns a file's name without its folders. */
function nameIn(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}
