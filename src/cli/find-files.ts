import { stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { CONFIG_NAME } from '../service/config';
import { endingsOf, isOneOf, searchFolder, type Unread } from '../service/files';
import type { Say } from '../words';
import { sayUnread } from './read-text';
import { DISK } from './tree';

const NEVER = ['**/node_modules/**', '**/.git/**', `**/${CONFIG_NAME}`];

/**
 * Finds the files that paths and globs match. A named file is always included. Folders, and globs without an ending,
 * are searched for files in these languages; folders are searched without the files that .gitignore ignores. The search
 * skips node_modules, .git and config files.
 *
 * @param languages VS Code's ids.
 * @returns the files in a stable order, without duplicates.
 */
export async function findFiles(names: readonly string[], languages: readonly string[]): Promise<Found> {
  /** Keyed by absolute path: `a.json` and `./a.json` are the same file. */
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

/** The files that were found, and the names that led to none. */
export interface Found {
  readonly files: string[];
  readonly named: ReadonlySet<string>;
  readonly missing: string[];
  readonly unread: readonly Unread[];
  readonly empty: readonly string[];
}

/** Returns a line for each path that does not exist or cannot be read. */
export function sayMissed(say: Say, { missing, unread }: Found): string[] {
  return [
    ...missing.map((name) => `${name}: ${say('does not exist')}`),
    ...unread.map(({ path, error }) => `${path}: ${sayUnread(say, error)}`),
  ];
}

/** Returns a line for each folder in which .gitignore ignores everything. */
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
  // Loaded on demand: only a name that does not exist can be a glob.
  const { glob, isDynamicPattern } = await import('tinyglobby');
  if (!isDynamicPattern(name)) return undefined;
  const found = await glob(slashes(name), { ignore: NEVER, dot: true, expandDirectories: false });
  // A glob without an ending matches the same endings as a folder.
  const wanted = ENDS_IN_ENDING.test(name) ? found : found.filter((path) => isOneOf(endings, path));
  return found.length === 0 ? undefined : wanted.sort();
}

/** Matches a glob with endings: `**\/*.tpl`, `*.{json,tpl}`. */
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

/** Removes the slashes at the end of a folder's path. */
function withoutEnd(path: string): string {
  let end = path.length;
  while (path[end - 1] === '/') end -= 1;
  return path.slice(0, end);
}

function slashes(path: string): string {
  return process.platform === 'win32' ? path.replaceAll('\\', '/') : path;
}
