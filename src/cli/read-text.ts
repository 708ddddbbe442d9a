import { readFileSync } from 'node:fs';
import { decode } from '../service/files';
import type { Say, Text } from '../words';

/** A file that cannot be checked. The message is one line. */
export class FileError extends Error {
  /**
   * @param matters `always` fails the run; `named` and `noted` only for a file that the call names: otherwise `named`
   *   skips it silently and `noted` with a note; `never` skips a file that contains no server in any encoding, with a
   *   note.
   */
  constructor(
    message: string,
    readonly matters: 'always' | 'named' | 'noted' | 'never' = 'always',
  ) {
    super(message);
  }
}

/**
 * Reads a file as UTF-8. Keeps a byte order mark, so offsets are those of the file.
 *
 * @throws FileError for a file that cannot be opened or is not UTF-8 text.
 */
export function readText(say: Say, path: string): string {
  try {
    // Synchronous: for small files, a promise takes ten times as long as reading. As a text, because Node reads bytes in
    // several calls, which take twice as long.
    const text = readFileSync(path, 'utf8');
    return isUnsure(text) ? textOf(say, readFileSync(path)) : text;
  } catch (error) {
    throw error instanceof FileError ? error : new FileError(sayUnread(say, error));
  }
}

/** Tells whether a text may stand for bytes that are none: Node decodes bytes that are not UTF-8 to U+FFFD. */
const isUnsure = (text: string) => text.includes('\0') || text.includes('\uFFFD');

/** Says why a file or folder cannot be read. */
export function sayUnread(say: Say, error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException;
  const known = REASONS.get(code);
  return known ? say(known) : say('cannot be read: {reason}', { reason: message });
}

/** Reads standard input to its end. @throws FileError if it is not UTF-8 text. */
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
