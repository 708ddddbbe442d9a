import { readdir, readFile, stat } from 'node:fs/promises';
import type { Tree } from '../service/files';

/** The files of this machine. A link counts as a file: who reads it finds out what it leads to. */
export const DISK: Tree = {
  async list(folder) {
    const entries = await readdir(folder, { withFileTypes: true });
    return entries.map((entry) => {
      const isFile = entry.isFile() || entry.isSymbolicLink();
      return { name: entry.name, kind: entry.isDirectory() ? 'folder' : isFile ? 'file' : 'other' };
    });
  },
  text: (file) => readFile(file, 'utf8').catch(() => undefined),
  has: (path) =>
    stat(path).then(
      () => true,
      () => false,
    ),
};
