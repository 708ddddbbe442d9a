import { writeFile } from 'node:fs/promises';
import { UsageError } from './usage';

/** Writes what `--output` asks for. @throws UsageError where the file cannot be written. */
export async function writeOutput(path: string, text: string): Promise<void> {
  try {
    await writeFile(path, text);
  } catch (error) {
    throw new UsageError(`--output ${path} cannot be written: ${(error as Error).message}`);
  }
}
