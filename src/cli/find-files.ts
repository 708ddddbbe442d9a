import { statSync } from 'node:fs';
import { stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { endingsOf, isOneOf, searchFolder, type Unread, type Wanted, withEndings } from '../service/files';
import type { Say } from '../words';
import { readGlob } from './glob';
import { sayUnread } from './read-text';
import { DISK } from './tree';

/**
 * Finds the files that paths and globs match. A named file is always included. Folders, and globs without an ending,
 * are searched for files in these languages. Both are searched without the files that .gitignore ignores, without links
 * to folders, node_modules, .git and config files.
 *
 * @param languages VS Code's ids.
 * @returns the files in a stable order, without duplicates.
 */
export async function findFiles(names: readonly string[], languages: readonly string[]): Promise<Found> {
  /** Keyed by absolute path: `a.json` and `./a.json` are the same file. */
  const files = new Map<string, string>();
  const failed: Failed = { missing: [], unmatched: [], unread: [], empty: [] };
  for (const name of names) {
    for (const file of await findOne(name, endingsOf(languages), failed)) {
      const whole = resolve(file);
      if (!files.has(whole)) files.set(whole, file);
    }
  }
  const all = [...files.values()];
  const asked = new Set(names);
  return { files: all, named: new Set(all.filter((file) => asked.has(file))), ...failed };
}

/** The names that led to no files. */
interface Failed {
  /** Paths that do not exist, and globs that match nothing. */
  readonly missing: string[];
  readonly unmatched: string[];
  readonly unread: Unread[];
  /** Folders and globs of which .gitignore ignores every file. */
  readonly empty: string[];
}

/** The files that were found, and the names that led to none. */
export interface Found extends Failed {
  readonly files: string[];
  readonly named: ReadonlySet<string>;
}

/** Returns a line for each path that does not exist or cannot be read, and for each glob that matches nothing. */
export function sayMissed(say: Say, { missing, unmatched, unread }: Found): string[] {
  return [
    ...missing.map((name) => `${name}: ${say('does not exist')}`),
    ...unmatched.map((name) => `${name}: ${say('matches no file')}`),
    ...unread.map(({ path, error }) => `${path}: ${sayUnread(say, error)}`),
  ];
}

/** Returns a line for each folder or glob of which .gitignore ignores everything. */
export function sayIgnored(say: Say, { empty }: Found): string[] {
  return empty.map((name) => `${name}: ${say('.gitignore ignores everything in it')}`);
}

async function findOne(name: string, endings: ReadonlySet<string>, failed: Failed): Promise<string[]> {
  if (name === '-') return ['-'];
  const stats = await stat(name).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'ENOENT' && error.code !== 'ENOTDIR') failed.unread.push({ path: name, error });
    return error.code === 'ENOENT' || error.code === 'ENOTDIR' ? undefined : null;
  });
  if (stats === null) return [];
  if (stats?.isDirectory()) return searchIn(name, name, withEndings(endings), failed);
  if (stats) return [name];
  // Only a name that does not exist can be a glob.
  const glob = readGlob(slashes(name));
  if (glob === undefined) {
    failed.missing.push(name);
    return [];
  }
  if (!statSync(glob.base || '.', { throwIfNoEntry: false })?.isDirectory()) {
    failed.unmatched.push(name);
    return [];
  }
  const before = failed.empty.length + failed.unread.length;
  const found = await searchIn(name, glob.base || '.', glob, failed);
  if (found.length === 0 && failed.empty.length + failed.unread.length === before)
    failed.unmatched.push(name);
  // A glob without an ending matches the same endings as a folder.
  return ENDS_IN_ENDING.test(name) ? found : found.filter((path) => isOneOf(endings, path));
}

/** Matches a glob with endings: `**\/*.tpl`, `*.{json,tpl}`. */
const ENDS_IN_ENDING = /\.(?:\w+|\{[\w,]+\})$/;

/** Searches a folder. `name` is how the call names it. */
async function searchIn(name: string, folder: string, wanted: Wanted, failed: Failed): Promise<string[]> {
  const root = withoutEnd(slashes(folder)) || '/';
  const found = await searchFolder(DISK, slashes(resolve(folder)), wanted);
  const prefix = root === '.' ? '' : `${withoutEnd(root)}/`;
  for (const { path, error } of found.unread)
    failed.unread.push({ path: path === '' ? folder : prefix + path, error });
  if (found.isAllIgnored) failed.empty.push(name);
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
