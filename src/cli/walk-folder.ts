import type { Dirent } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { CONFIG_NAME } from '../service/config';
import { ENDINGS } from './language';

/** A folder or file that cannot be read, and why. */
export interface Unread {
  readonly path: string;
  readonly error: unknown;
}

/** What a folder holds, by paths from it with slashes. */
interface Walked {
  /** JSON and YAML; a link with such a name counts. */
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
 */
export async function walkFolder(root: string): Promise<Walked> {
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
      else if ((entry.isFile() || entry.isSymbolicLink()) && name !== CONFIG_NAME && hasEnding(name))
        walked.files.push(path);
    }
  }
  return walked;
}

function hasEnding(name: string): boolean {
  return ENDINGS.some((ending) => name.endsWith(`.${ending}`));
}
