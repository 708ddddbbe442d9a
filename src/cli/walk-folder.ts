import type { Dirent } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { CONFIG_NAME } from '../service/config';

/** A folder or file that cannot be read, and why. */
export interface Unread {
  readonly path: string;
  readonly error: unknown;
}

/** What a folder holds, by paths from it with slashes. */
interface Walked {
  /** Those with the endings; a link with such a name counts. */
  readonly files: string[];
  readonly gitIgnores: string[];
  /** The folders that cannot be read; the one itself has an empty path. */
  readonly unread: Unread[];
}

/** Folders that nobody means. */
const NEVER: ReadonlySet<string> = new Set(['node_modules', '.git']);

/**
 * Walks a folder and those below it. It follows no links to folders, and takes every name as it is, a line break in it
 * included.
 *
 * @param endings without the dot, in small letters.
 */
export async function walkFolder(root: string, endings: ReadonlySet<string>): Promise<Walked> {
  const walked: Walked = { files: [], gitIgnores: [], unread: [] };
  const waiting = [''];
  for (let folder = waiting.pop(); folder !== undefined; folder = waiting.pop()) {
    const prefix = folder === '' ? '' : `${folder}/`;
    const entries = await readdir(join(root, folder), { withFileTypes: true }).catch((error: unknown) => {
      walked.unread.push({ path: folder as string, error });
      return [] as Dirent[];
    });
    for (const entry of entries) {
      const { name } = entry;
      const path = prefix + name;
      if (entry.isDirectory()) {
        if (!NEVER.has(name)) waiting.push(path);
      } else if (name === '.gitignore') walked.gitIgnores.push(path);
      else if ((entry.isFile() || entry.isSymbolicLink()) && name !== CONFIG_NAME && isOneOf(endings, name))
        walked.files.push(path);
    }
  }
  return walked;
}

/** True for a file with one of these endings, in letters of any size. */
export function isOneOf(endings: ReadonlySet<string>, path: string): boolean {
  return endings.has(extname(path).slice(1).toLowerCase());
}
