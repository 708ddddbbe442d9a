import { readFileSync } from 'node:fs';
import { decode } from '../service/files';
import type { Say, Text } from '../words';

/** A file that cannot be checked; its message is one line. */
export class FileError extends Error {
  /**
   * @param matters `always`; `named` for a file that is passed over unless somebody asked for this very one, `noted` for one
   *   that is mentioned then; `never` for one that says nothing of servers, whatever its encoding.
   */
  constructor(
    message: string,
    readonly matters: 'always' | 'named' | 'noted' | 'never' = 'always',
  ) {
    super(message);
  }
}

/**
 * Reads a file as UTF-8. A byte order mark stays, so that offsets are those of the file.
 *
 * @throws FileError for a file that cannot be opened or holds no UTF-8 text.
 */
export function readText(say: Say, path: string): string {
  let bytes: Buffer;
  try {
    // Synchronous: for small files a promise costs ten times what the reading does.
    bytes = readFileSync(path);
  } catch (error) {
    throw new FileError(sayUnread(say, error));
  }
  return textOf(say, bytes);
}

/** Why a file or folder cannot be read. */
export function sayUnread(say: Say, error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException;
  const known = REASONS.get(code);
  return known ? say(known) : say('cannot be read: {reason}', { reason: message });
}

/** Reads standard input to its end. */
export async function readStdin(say: Say): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of process.stdin) chunks.push(chunk as Buffer);
  return textOf(say, Buffer.concat(chunks));
}

const REASONS: ReadonlyMap<string | undefined, Text> = new Map([
  ['EACCES', 'cannot be read: permission denied'],
  ['EISDIR', 'is a folder'],
  ['ENOENT', 'does not exist'],
  ['ENAMETOOLONG', 'cannot be read: the path is too long'],
]);

function textOf(say: Say, bytes: Buffer): string {
  const text = decode(bytes);
  if (typeof text === 'string') return text;
  throw new FileError(say(text.problem), text.matters);
}
