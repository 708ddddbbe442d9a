import { FileSystemError, type TextDocument, type Uri, workspace } from 'vscode';
import { decode, languageByName } from '../../service/files';
import { say } from '../language';
import type { Served, ServedFixture } from '../served';

/** Why a file could not be checked. */
export interface Skipped {
  readonly skipped: string;
}

/** Returns the document of a file that is open in an editor. Its text applies instead of the one on disk. */
export function openDocument(uri: Uri): TextDocument | undefined {
  const key = uri.toString();
  return workspace.textDocuments.find((document) => !document.isClosed && document.uri.toString() === key);
}

/**
 * Reads a file from its editor, or else from disk. Never rejects.
 *
 * @returns undefined for a file that is not served, is binary, or does not exist.
 */
export async function readFile(uri: Uri, served: Served): Promise<ServedFixture | Skipped | undefined> {
  try {
    const document = openDocument(uri);
    return await (document ? served.open(document) : readOnDisk(uri, served));
  } catch (error) {
    served.logUnread(uri, error);
    return { skipped: error instanceof Error ? error.message : String(error) };
  }
}

async function readOnDisk(uri: Uri, served: Served): Promise<ServedFixture | Skipped | undefined> {
  const languageId = languageByName(uri.path);
  if (languageId === undefined) return undefined;
  const file = { uri, languageId };
  const { options, refusal } = await served.rulingOn(file);
  if (refusal !== undefined) return undefined;
  const bytes = await bytesOf(uri);
  const text = bytes && decode(bytes);
  if (text === undefined) return undefined;
  // VS Code hides a byte order mark and does not count it in columns.
  if (typeof text === 'string') return served.readText(file, text.replace(/^\uFEFF/, ''), options);
  if (text.matters === 'named') return undefined;
  if (text.matters === 'never') return served.readText(file, '', options);
  served.logUnread(uri, say(text.problem));
  return { skipped: say(text.problem) };
}

async function bytesOf(uri: Uri): Promise<Uint8Array | undefined> {
  try {
    return await workspace.fs.readFile(uri);
  } catch (error) {
    if (error instanceof FileSystemError && error.code === 'FileNotFound') return undefined;
    throw error;
  }
}
