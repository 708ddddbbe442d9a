import { stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { CONFIG_NAME } from '../service/config';
import { endingsOf, isOneOf, searchFolder, type Unread } from '../service/files';
import type { Say } from '../words';
import { sayUnread } from './read-text';
import { DISK } from './tree';

const NEVER = ['**/node_modules/**', '**/.git/**', `**/${CONFIG_NAME}`];

/**
 * Finds the files that paths and globs name. A file that is named is always taken; folders, and globs without an
 * ending, are searched for files in these languages, folders without what .gitignore files leave out. node_modules,
 * .git and config files are never searched.
 *
 * @param languages VS Code's ids.
 * @returns the files in a stable order, each once; those that were named one by one; the names that lead nowhere; the
 *   folders and files that cannot be read; and the folders of which .gitignore files leave out everything.
 */
export async function findFiles(names: readonly string[], languages: readonly string[]): Promise<Found> {
  /** By their whole path: `a.json` and `./a.json` are one file. */
  const files = new Map<string, string>();
  const missing: string[] = [];
  const unread: Unread[] = [];
  const empty: string[] = [];
  for (const name of names) {
    const found = await findOne(name, endingsOf(languages), unread, empty);
    if (found === undefined) missing.push(name);
    for (const file of found ?? []) {
      const whole = resolve(file);
      if (!files.has(whole)) files.set(whole, file);
    }
  }
  const all = [...files.values()];
  const asked = new Set(names);
  return { files: all, named: new Set(all.filter((file) => asked.has(file))), missing, unread, empty };
}

/** What was found, and what was not. */
export interface Found {
  readonly files: string[];
  readonly named: ReadonlySet<string>;
  readonly missing: string[];
  readonly unread: readonly Unread[];
  readonly empty: readonly string[];
}

/** A line for each name that leads nowhere, and for each folder or file that cannot be read. */
export function sayMissed(say: Say, { missing, unread }: Found): string[] {
  return [
    ...missing.map((name) => `${name}: ${say('does not exist')}`),
    ...unread.map(({ path, error }) => `${path}: ${sayUnread(say, error)}`),
  ];
}

/** A line for each folder of which .gitignore leaves out everything. */
export function sayIgnored(say: Say, { empty }: Found): string[] {
  return empty.map((name) => `${name}: ${say('.gitignore ignores everything in it')}`);
}

async function findOne(
  name: string,
  endings: ReadonlySet<string>,
  unread: Unread[],
  empty: string[],
): Promise<string[] | undefined> {
  if (name === '-') return ['-'];
  const stats = await stat(name).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'ENOENT' && error.code !== 'ENOTDIR') unread.push({ path: name, error });
    return error.code === 'ENOENT' || error.code === 'ENOTDIR' ? undefined : null;
  });
  if (stats === null) return [];
  if (stats?.isDirectory()) return searchIn(name, endings, unread, empty);
  if (stats) return [name];
  // Loaded for those alone who name something that is not there.
  const { glob, isDynamicPattern } = await import('tinyglobby');
  if (!isDynamicPattern(name)) return undefined;
  const found = await glob(slashes(name), { ignore: NEVER, dot: true, expandDirectories: false });
  // A glob that does not say which endings it wants means those that a folder is searched for.
  const wanted = ENDS_IN_ENDING.test(name) ? found : found.filter((path) => isOneOf(endings, path));
  return found.length === 0 ? undefined : wanted.sort();
}

/** `**\/*.tpl`, `*.{json,tpl}`: a glob that names endings. */
const ENDS_IN_ENDING = /\.(?:\w+|\{[\w,]+\})$/;

async function searchIn(
  folder: string,
  endings: ReadonlySet<string>,
  unread: Unread[],
  empty: string[],
): Promise<string[]> {
  const root = withoutEnd(slashes(folder)) || '/';
  const found = await searchFolder(DISK, slashes(resolve(folder)), endings);
  const prefix = root === '.' ? '' : `${withoutEnd(root)}/`;
  for (const { path, error } of found.unread)
    unread.push({ path: path === '' ? folder : prefix + path, error });
  if (found.isAllIgnored) empty.push(folder);
  return found.files.map((file) => prefix + file);
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
