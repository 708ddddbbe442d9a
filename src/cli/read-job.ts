import { type Fixture, isWhole, readFixture } from '../service';
import { languageByName } from '../service/files';
import { type Say, sayData } from '../words';
import { languageByText } from './language';
import type { Job } from './plan';
import { FileError, readStdin, readText } from './read-text';

/**
 * Reads the file of a job and finds its servers.
 *
 * @param leftAlone true to also list the objects that are not servers.
 * @throws FileError for a file that cannot be read, or whose language is unknown.
 */
export async function readJob({ path, name, options }: Job, leftAlone: boolean): Promise<Fixture> {
  const { say } = options;
  const text = path === '-' ? await readStdin(say) : readText(say, path);
  return readFixture(text, languageIn(say, name, text), { clouds: options.clouds, leftAlone });
}

/** Returns why a file that was read is not or only partly checked; null if it is. */
export function saySkipped(say: Say, { skipped }: Fixture): string | null {
  return skipped && sayData(say, skipped);
}

/** Why a file was not checked. */
export interface Unchecked {
  /** A reason that fails the run; null if the run goes on. */
  readonly skipped: string | null;
  readonly note?: string;
}

/**
 * Returns how to report an error that a file caused.
 *
 * @returns undefined for a file to skip silently.
 */
export function sayUnchecked(
  { path, options: { say } }: Job,
  error: unknown,
  isNamed: boolean,
): Unchecked | undefined {
  // Not the file's fault, but a bug of ours.
  if (!(error instanceof FileError)) return { skipped: sayFault(say, error) };
  const { message, matters } = error;
  if (matters === 'never' && path !== '-') {
    const note = say('{problem} and has no vm_state or task_state: skipped', { problem: message });
    return { skipped: null, note };
  }
  if (matters === 'noted' && !isNamed) return { skipped: null, note: message };
  return matters !== 'named' || isNamed ? { skipped: message } : undefined;
}

/** Says that a file could not be checked because of a bug of ours. */
export function sayFault(say: Say, error: unknown): string {
  return say('could not be checked: {reason}', reasonOf(error));
}

/** Returns the reason of an error as the argument of a sentence. */
export function reasonOf(error: unknown): { readonly reason: string } {
  return { reason: error instanceof Error ? error.message : String(error) };
}

/**
 * Returns the language of a text: by the file's name, or by the text if all of it is JSON, YAML or an HTTP message.
 *
 * @throws FileError for any other text: its language would be a guess.
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
