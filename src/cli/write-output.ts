import { once } from 'node:events';
import { open, writeFile } from 'node:fs/promises';
import type { Say } from '../words';
import { realPathOf } from './real-path';
import { UsageError } from './usage';

/** Finds out that a file to write, `--output`, cannot be written before anything else is. @throws UsageError */
export async function assertWritable(say: Say, path: string, option = '--output'): Promise<void> {
  try {
    await (await open(path, 'a')).close();
  } catch (error) {
    throw notWritable(say, path, option, error);
  }
}

/** Finds out that an option names one of the files that are read, under whatever name. @throws UsageError */
export function assertNoInput(say: Say, option: string, path: string, files: readonly string[]): void {
  const output = realPathOf(path);
  if (output === undefined) return;
  for (const file of files) {
    if (realPathOf(file) === output)
      throw new UsageError(say('{option} {path} is one of the files to check.', { option, path }));
  }
}

/** Writes what an option, `--output`, asks for. @throws UsageError where the file cannot be written. */
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

/** How many characters go to a stream at once. */
const PIECE = 1 << 16;

/** How long what was written may wait for more, in milliseconds. */
const PATIENCE = 100;

/** Writes texts in pieces, no faster than the other side takes them. */
export interface PieceWriter {
  write(text: Iterable<string>): Promise<void>;
  /** Writes what still waits. */
  end(): Promise<void>;
}

/**
 * Prepares to write to a stream. What is written goes out where enough has come together, or the last time is long ago.
 *
 * @param before is called before each time that something goes out.
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

/** Writes a text in pieces, no faster than the other side takes them. */
export async function writePieces(stream: NodeJS.WriteStream, text: Iterable<string>): Promise<void> {
  const writer = writerTo(stream);
  await writer.write(text);
  await writer.end();
}
