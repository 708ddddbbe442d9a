import { Uri, workspace } from 'vscode';
import { workspaceRoot, writeText } from '../host/editor';
import { type MadeFile, manyFixtures } from '../many-fixtures';

/** The fixtures that are edited, those that nobody checks left out. */
export const FILES: readonly MadeFile[] = manyFixtures(200).files.filter(({ path }) =>
  path.startsWith('folder-'),
);

export const inRoot = (path: string) => Uri.joinPath(workspaceRoot(), path);

/** Writes all files as they were made. */
export async function writeFiles(): Promise<void> {
  for (const { path, text } of FILES) await writeText(inRoot(path), text);
}

/** Deletes a file if it is there. */
export async function remove(path: string): Promise<void> {
  await workspace.fs.delete(inRoot(path)).then(undefined, () => {});
}
