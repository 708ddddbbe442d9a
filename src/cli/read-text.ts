import { readFile } from 'node:fs/promises';

/** A file that cannot be checked; its message is one line. */
export class FileError extends Error {}

/**
 * Reads a file as UTF-8. A byte order mark stays, so that offsets are those of the file.
 *
 * @throws FileError for a file that cannot be opened or holds no UTF-8 text.
 */
export async function readText(path: string): Promise<string> {
  let bytes: Buffer;
  try {
    bytes = await readFile(path);
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    throw new FileError(REASONS[code ?? ''] ?? `cannot be read: ${message}`);
  }
  return decode(bytes);
}

/** Reads standard input to its end. */
export async function readStdin(): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of process.stdin) chunks.push(chunk as Buffer);
  return decode(Buffer.concat(chunks));
}

const REASONS: Readonly<Record<string, string>> = {
  EACCES: 'cannot be read: permission denied',
  EISDIR: 'is a folder',
  ENOENT: 'does not exist',
};

function decode(bytes: Buffer): string {
  const [first, second] = bytes;
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)) {
    throw new FileError('is UTF-16 text; convert it to UTF-8');
  }
  if (bytes.includes(0)) throw new FileError('is a binary file');
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw new FileError('is not UTF-8 text');
  }
}
