import { existsSync, readdirSync, readFileSync } from 'node:fs';
import type { Tree } from '../service/files';

/** The file tree on disk. A symbolic link counts as a file: reading it shows what it points to. */
export const DISK: Tree = {
  async list(folder) {
    return readdirSync(folder, { withFileTypes: true }).map((entry) => {
      const isFile = entry.isFile() || entry.isSymbolicLink();
      return { name: entry.name, kind: entry.isDirectory() ? 'folder' : isFile ? 'file' : 'other' };
    });
  },
  async text(file) {
    try {
      return readFileSync(file, 'utf8');
    } catch {
      return undefined;
    }
  },
  async has(path) {
    return existsSync(path);
  },
};
