import { brokenPlace, check, explainFile, isWhole, type Options, positionsIn, readFixture } from '../service';
import { languageByName } from '../service/files';
import { type Say, sayData } from '../words';
import { languageByText } from './language';
import type { Job } from './plan';
import { FileError, readStdin, readText } from './read-text';
import type { CheckedFile } from './report';

/**
 * Checks one file. An error is reported with the file's name and does not end the run.
 *
 * @returns undefined for a binary file that nobody asked for by its name.
 */
export async function checkFile(
  { path, name, options }: Job,
  explain: boolean,
  isNamed: boolean,
): Promise<CheckedFile | undefined> {
  const { say } = options;
  const faults: string[] = [];
  try {
    const text = await (path === '-' ? readStdin(say) : readText(say, path));
    const fixture = readFixture(text, languageIn(say, name, text), options);
    const onFault: Options['onFault'] = (error, { start }) => {
      const { line } = positionsIn(text)(start);
      faults.push(`${name}:${line}: ${say('this server could not be checked: {reason}', reasonOf(error))}`);
    };
    const findings = check(fixture, { ...options, onFault });
    return {
      path: name,
      fixture,
      broken: brokenPlace(fixture),
      findings,
      explanation: explain ? explainFile(fixture, options) : null,
      skipped: fixture.skipped && sayData(say, fixture.skipped),
      faults,
    };
  } catch (error) {
    const empty = { fixture: readFixture('', 'json'), findings: [], explanation: null };
    const unread = { path: name, ...empty, skipped: null, faults };
    // Not a file's fault, but a bug of ours.
    if (!(error instanceof FileError))
      return { ...unread, skipped: say('could not be checked: {reason}', reasonOf(error)) };
    if (error.matters === 'never' && path !== '-') {
      const note = say('{problem}, and has no vm_state or task_state: passed over', {
        problem: error.message,
      });
      return { ...unread, note };
    }
    if (error.matters === 'noted' && !isNamed) return { ...unread, note: error.message };
    return error.matters !== 'named' || isNamed ? { ...unread, skipped: error.message } : undefined;
  }
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
    say('is not read: it is neither JSON nor YAML, and its name tells of no other language'),
    'noted',
  );
}

function reasonOf(error: unknown): { reason: string } {
  return { reason: error instanceof Error ? error.message : String(error) };
}
