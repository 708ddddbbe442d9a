import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** The project's root folder. */
export const ROOT = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');

/** The folder where VS Code is installed for tests; ignored by git. */
export const VSCODE_TEST = path.join(ROOT, '.vscode-test');

/** Returns a path in the project's root folder. */
export const inRoot = (...parts) => path.join(ROOT, ...parts);
