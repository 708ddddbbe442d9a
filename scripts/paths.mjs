import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** The project's folder. */
export const ROOT = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');

/** Where a VS Code for tests is installed; left alone by git. */
export const VSCODE_TEST = path.join(ROOT, '.vscode-test');

/** A path below the project's folder. */
export const inRoot = (...parts) => path.join(ROOT, ...parts);
