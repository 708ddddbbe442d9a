import { brokenPlace, check, explainFile, type Fixture, type Options, positionsIn } from '../service';
import { type DraftedFix, draftFix, type FixAsked } from './draft-fix';
import { sayBroken } from './format/counts';
import { formatExplanation } from './format/explanation';
import type { Job } from './plan';
import { readJob, reasonOf, saySkipped, sayUnchecked, type Unchecked } from './read-job';
import type { CheckedFile } from './report';
import { type Details, reportFile } from './report-file';
import { sayPath } from './say-path';

/** The results that a run needs for each file. */
export interface Wanted {
  readonly details: Details;
  /** True to explain which objects are servers and why. */
  readonly explain: boolean;
  /** How to fix the file; undefined to leave it as it is. */
  readonly fix: FixAsked | undefined;
}

/** The results for one file. They are plain data, so a thread can post them. */
export interface FileResult {
  readonly file: CheckedFile;
  /** Lines for standard error that do not fail the run. */
  readonly notes: readonly string[];
  /** A line for each server whose check threw, which is a bug of ours. */
  readonly faults: readonly string[];
  /** The explanation as text; null if it was not requested or the file cannot be read. */
  readonly explanation: string | null;
  /** The effect of fixing; undefined if there is nothing to fix. */
  readonly fix: DraftedFix | undefined;
  /** The file's text, if it is printed after its fixes. */
  readonly text: string | undefined;
}

/**
 * Checks one file. An error is reported with the file's name and does not end the run.
 *
 * @param isNamed true for a file that the call names directly.
 * @returns undefined for a binary file that the call does not name.
 */
export async function checkFile(job: Job, wanted: Wanted, isNamed: boolean): Promise<FileResult | undefined> {
  const faults: string[] = [];
  try {
    return checkFixture(job, await readJob(job, wanted.explain), wanted, faults);
  } catch (error) {
    const unchecked = sayUnchecked(job, error, isNamed);
    return unchecked && withoutText(job.name, unchecked, faults);
  }
}

/** Returns the results for a file that was not checked. */
export function withoutText(
  path: string,
  { skipped, note }: NonNullable<Unchecked>,
  faults: readonly string[] = [],
): FileResult {
  const file = { path, servers: 0, hasMark: false, findings: [], skipped };
  const notes = note === undefined ? [] : [`${path}: ${note}`];
  return { file, notes, faults, explanation: null, fix: undefined, text: undefined };
}

function checkFixture(
  { name, options }: Job,
  fixture: Fixture,
  { details, explain, fix }: Wanted,
  faults: string[],
): FileResult {
  const { say } = options;
  const onFault: Options['onFault'] = (error, { start }) => {
    const { line } = positionsIn(fixture.text)(start);
    faults.push(`${name}:${line}: ${say('this server could not be checked: {reason}', reasonOf(error))}`);
  };
  const findings = check(fixture, { ...options, onFault });
  const broken = brokenPlace(fixture);
  const file = reportFile(say, name, fixture, findings, details);
  return {
    file: { ...file, skipped: saySkipped(say, fixture) },
    notes: broken ? [sayBroken(say, name, fixture, broken)] : [],
    faults,
    explanation: explain
      ? formatExplanation(say, sayPath(name), fixture.text, explainFile(fixture, options))
      : null,
    fix: fix && draftFix(name, fixture, findings, options, fix, details),
    text: fix?.to === 'stdout' ? fixture.text : undefined,
  };
}
