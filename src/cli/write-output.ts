import { open, writeFile } from 'node:fs/promises';
import type { Say } from '../words';
import { UsageError } from './usage';

/** Finds out that `--output` cannot be written before anything else is. @throws UsageError */
export async function assertWritable(say: Say, path: string): Promise<void> {
  try {
    await (await open(path, 'a')).close();
  } catch (error) {
    throw notWritable(say, path, error);
  }
}

/** Writes what `--output` asks for. @throws UsageError where the file cannot be written. */
export async function writeOutput(say: Say, path: string, text: string): Promise<void> {
  try {
    await writeFile(path, text);
  } catch (error) {
    throw notWritable(say, path, error);
  }
}

function notWritable(say: Say, path: string, error: unknown): UsageError {
  const { message } = error as Error;
  return new UsageError(say('--output {path} cannot be written: {reason}', { path, reason: message }));
}
