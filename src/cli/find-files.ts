import { stat } from 'node:fs/promises';
import { extname, resolve } from 'node:path';
import { glob, isDynamicPattern } from 'tinyglobby';
import { CONFIG_NAME } from '../service/config';
import { GitIgnore } from './git-ignore';
import { endingsOf } from './language';

const NEVER = ['**/node_modules/**', '**/.git/**', `**/${CONFIG_NAME}`];

/**
 * Finds the files that paths and globs name. A file that is named is always taken; folders, and globs without an
 * ending, are searched for files in these languages, folders without what .gitignore files leave out. node_modules, .git and config
 * files are never searched.
 *
 * @param languages VS Code's ids.
 * @returns the files in a stable order, each once; those that were named one by one; and the names that lead
 *   nowhere.
 */
export async function findFiles(
  names: readonly string[],
  languages: readonly string[],
): Promise<{ files: string[]; named: ReadonlySet<string>; missing: string[] }> {
  /** By their whole path: `a.json` and `./a.json` are one file. */
  const files = new Map<string, string>();
  const missing: string[] = [];
  for (const name of names) {
    const found = await findOne(name, languages);
    if (found === undefined) missing.push(name);
    for (const file of found ?? []) if (!files.has(resolve(file))) files.set(resolve(file), file);
  }
  const all = [...files.values()];
  return { files: all, named: new Set(all.filter((file) => names.includes(file))), missing };
}

async function findOne(name: string, languages: readonly string[]): Promise<string[] | undefined> {
  if (name === '-') return ['-'];
  const stats = await stat(name).catch(() => undefined);
  if (stats?.isDirectory()) return searchFolder(name, languages);
  if (stats) return [name];
  if (!isDynamicPattern(name)) return undefined;
  const found = await glob(slashes(name), { ignore: NEVER, dot: true, expandDirectories: false });
  // A glob that does not say which endings it wants means those that a folder is searched for.
  const endings = new Set(endingsOf(languages));
  const isRead = (path: string) => endings.has(extname(path).slice(1).toLowerCase());
  const wanted = ENDS_IN_ENDING.test(name) ? found : found.filter(isRead);
  return found.length === 0 ? undefined : wanted.sort();
}

/** `**\/*.tpl`, `*.{json,tpl}`: a glob that names endings. */
const ENDS_IN_ENDING = /\.(?:\w+|\{[\w,]+\})$/;

async function searchFolder(folder: string, languages: readonly string[]): Promise<string[]> {
  const root = withoutEnd(slashes(folder)) || '/';
  const search = (pattern: string) =>
    glob(pattern, {
      cwd: root,
      ignore: NEVER,
      dot: true,
      followSymbolicLinks: false,
      expandDirectories: false,
    });
  const found = await search(`**/*.{${endingsOf(languages).join(',')}}`);
  const ignored = await GitIgnore.load(root, await search('**/.gitignore'));
  const prefix = root === '.' ? '' : `${root.replace(/\/$/, '')}/`;
  return found
    .filter((file) => !ignored.has(file))
    .sort()
    .map((file) => prefix + file);
}

/** A folder's path without the slashes behind it. */
function withoutEnd(path: string): string {
  let end = path.length;
  while (path[end - 1] === '/') end -= 1;
  return path.slice(0, end);
}

function slashes(path: string): string {
  return process.platform === 'win32' ? path.replaceAll('\\', '/') : path;
}
