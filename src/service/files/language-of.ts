import { ENDINGS } from '../../fixture';

/** VS Code's language ids, by the endings of their files. */
const LANGUAGES: ReadonlyMap<string, string> = new Map(
  [...ENDINGS].flatMap(([id, endings]) => endings.map((ending) => [ending, id] as const)),
);

/** The endings of the files that a folder is searched for, without the dot. */
export function endingsOf(languages: readonly string[]): ReadonlySet<string> {
  return new Set(languages.flatMap((id) => ENDINGS.get(id) ?? []));
}

/** True for a file with one of these endings, in letters of any size. */
export function isOneOf(endings: ReadonlySet<string>, path: string): boolean {
  return endings.has(endingOf(path));
}

/** VS Code's language id of a file by its ending, the one before it counting too (`a.json.tpl`); undefined for others. */
export function languageByName(path: string): string | undefined {
  const last = LANGUAGES.get(endingOf(path));
  if (last !== undefined) return last;
  const [, ...endings] = nameIn(path).toLowerCase().split('.');
  const known = endings.findLast((ending) => LANGUAGES.has(ending));
  return known && LANGUAGES.get(known);
}

/** What stands behind the last dot of a file's name, in small letters; empty where there is none. */
function endingOf(path: string): string {
  const dot = path.lastIndexOf('.');
  return dot > path.lastIndexOf('/') ? path.slice(dot + 1).toLowerCase() : '';
}

/** A file's name without its folders. */
function nameIn(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}
