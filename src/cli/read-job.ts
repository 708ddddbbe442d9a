import { type Fixture, isWhole, readFixture } from '../service';
import { languageByName } from '../service/files';
import { type Say, sayData } from '../words';
import { languageByText } from './language';
import type { Job } from './plan';
import { FileError, readStdin, readText } from './read-text';

/**
 * Reads the file of a job and finds its servers.
 *
 * @param leftAlone false where only its servers matter.
 * @throws FileError for a file that cannot be read, or is not read.
 */
export async function readJob({ path, name, options }: Job, leftAlone: boolean): Promise<Fixture> {
  const { say } = options;
  const text = path === '-' ? await readStdin(say) : readText(say, path);
  return readFixture(text, languageIn(say, name, text), { clouds: options.clouds, leftAlone });
}

/** Why a file that was read is not checked, or not all of it; null for none. */
export function saySkipped(say: Say, { skipped }: Fixture): string | null {
  return skipped && sayData(say, skipped);
}

/** Why a file was not checked. */
export interface Unchecked {
  /** A reason that fails the run; null for none. */
  readonly skipped: string | null;
  readonly note?: string;
}

/**
 * What an error makes of the file that it came up in.
 *
 * @returns undefined for a file that nobody asked for by its name, and misses.
 */
export function sayUnchecked(
  { path, options: { say } }: Job,
  error: unknown,
  isNamed: boolean,
): Unchecked | undefined {
  // Not a file's fault, but a bug of ours.
  if (!(error instanceof FileError)) return { skipped: sayFault(say, error) };
  const { message, matters } = error;
  if (matters === 'never' && path !== '-') {
    const note = say('{problem} and has no vm_state or task_state: skipped', { problem: message });
    return { skipped: null, note };
  }
  if (matters === 'noted' && !isNamed) return { skipped: null, note: message };
  return matters !== 'named' || isNamed ? { skipped: message } : undefined;
}

/** Says that a file could not be checked, which is a bug of ours. */
export function sayFault(say: Say, error: unknown): string {
  return say('could not be checked: {reason}', reasonOf(error));
}

/** The reason of an error, as a part of a sentence. */
export function reasonOf(error: unknown): { readonly reason: string } {
  return { reason: error instanceof Error ? error.message : String(error) };
}

/**
 * The language of a text: by its file's name, or by itself where it is JSON or YAML as a whole, or an HTTP message.
 *
 * @throws FileError for any other text: what a reader would make of it is a guess.
 */
function languageIn(say: Say, name: string, text: string): string {
  const named = languageByName(name);
  if (named !== undefined) return named;
  const language = languageByText(text);
  if (isWhole(text, language)) return language;
  throw new FileError(
    say('is not read: it is neither JSON nor YAML, and its name belongs to no other supported language'),
    'noted',
  );
}
