import { writeFile } from 'node:fs/promises';
import type { Say } from '../words';
import { UsageError } from './usage';

/** Writes what `--output` asks for. @throws UsageError where the file cannot be written. */
export async function writeOutput(say: Say, path: string, text: string): Promise<void> {
  try {
    await writeFile(path, text);
  } catch (error) {
    const { message } = error as Error;
    throw new UsageError(say('--output {path} cannot be written: {reason}', { path, reason: message }));
  }
}
