import { once } from 'node:events';
import { open, writeFile } from 'node:fs/promises';
import type { Say } from '../words';
import { identityOf } from './identity';
import { UsageError } from './usage';

/**
 * Asserts that an option's file can be written, before anything is checked. Creates the file if it does not exist.
 *
 * @throws UsageError if it cannot be written.
 */
export async function assertWritable(say: Say, path: string, option = '--output'): Promise<void> {
  try {
    await (await open(path, 'a')).close();
  } catch (error) {
    throw notWritable(say, path, option, error);
  }
}

/** Asserts that an option does not name an input file, even through a link. @throws UsageError if it does. */
export function assertNoInput(say: Say, option: string, path: string, files: readonly string[]): void {
  const output = identityOf(path);
  for (const file of files) {
    if (identityOf(file) === output)
      throw new UsageError(say('{option} {path} is one of the files to check.', { option, path }));
  }
}

/** Writes the output file of an option. @throws UsageError if the file cannot be written. */
export async function writeOutput(
  say: Say,
  path: string,
  text: Iterable<string>,
  option = '--output',
): Promise<void> {
  try {
    await writeFile(path, text);
  } catch (error) {
    throw notWritable(say, path, option, error);
  }
}

function notWritable(say: Say, path: string, option: string, error: unknown): UsageError {
  const { message: reason } = error as Error;
  return new UsageError(say('{option} {path} cannot be written: {reason}', { option, path, reason }));
}

/** How many characters are written to a stream at once. */
const PIECE = 1 << 16;

/** How many milliseconds after the last write a short text is written immediately. */
const PATIENCE = 100;

/** Writes texts in pieces, no faster than the reader accepts them. */
export interface PieceWriter {
  write(text: Iterable<string>): Promise<void>;
  /** Writes the rest of the text. */
  end(): Promise<void>;
}

/**
 * Returns a writer for a stream. It writes when enough text has arrived or the last write is long ago.
 *
 * @param before is called before each write.
 */
export function writerTo(stream: NodeJS.WriteStream, before = () => {}): PieceWriter {
  let waiting = '';
  let last = 0;
  const flush = async () => {
    const text = waiting;
    waiting = '';
    last = performance.now();
    before();
    if (!stream.write(text)) await once(stream, 'drain');
  };
  return {
    async write(text) {
      for (const piece of text) {
        waiting += piece;
        if (waiting.length >= PIECE) await flush();
      }
      if (waiting !== '' && performance.now() - last > PATIENCE) await flush();
    },
    async end() {
      if (waiting === '') return;
      before();
      stream.write(waiting);
      waiting = '';
    },
  };
}

/** Writes a text in pieces, no faster than the reader accepts them. */
export async function writePieces(stream: NodeJS.WriteStream, text: Iterable<string>): Promise<void> {
  const writer = writerTo(stream);
  await writer.write(text);
  await writer.end();
}

/** Writes standard input to standard output, byte by byte. */
export async function passOnStdin(): Promise<void> {
  for await (const chunk of process.stdin) process.stdout.write(chunk);
}
