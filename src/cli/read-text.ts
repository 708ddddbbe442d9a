import { readFile } from 'node:fs/promises';
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
export async function readText(say: Say, path: string): Promise<string> {
  let bytes: Buffer;
  try {
    bytes = await readFile(path);
  } catch (error) {
    throw new FileError(sayUnread(say, error));
  }
  return decode(say, bytes);
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
  return decode(say, Buffer.concat(chunks));
}

const REASONS: ReadonlyMap<string | undefined, Text> = new Map([
  ['EACCES', 'cannot be read: permission denied'],
  ['EISDIR', 'is a folder'],
  ['ENOENT', 'does not exist'],
  ['ENAMETOOLONG', 'cannot be read: the path is too long'],
]);

function decode(say: Say, bytes: Buffer): string {
  const [first, second] = bytes;
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)) {
    throw new FileError(say('is UTF-16 text; convert it to UTF-8'));
  }
  if (bytes.includes(0)) throw new FileError(say('is a binary file'), 'named');
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw new FileError(
      say('is not UTF-8 text'),
      STATE_KEY.test(bytes.toString('latin1')) ? 'always' : 'never',
    );
  }
}

/** The keys are ASCII in every encoding that has single bytes. */
const STATE_KEY = /(?:vm|task)[-_. ]?state/i;
