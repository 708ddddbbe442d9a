import { brokenPlace, check, explainFile, type Fixture, type Options, positionsIn } from '../service';
import { type DraftedFix, draftFix, type FixAsked } from './draft-fix';
import { sayBroken } from './format/counts';
import { formatExplanation } from './format/explanation';
import type { Job } from './plan';
import { readJob, reasonOf, saySkipped, sayUnchecked, type Unchecked } from './read-job';
import type { CheckedFile } from './report';
import { type Details, reportFile } from './report-file';
import { sayPath } from './say-path';

/** What a run wants to know of each file. */
export interface Wanted {
  readonly details: Details;
  /** True to explain what is a server and why. */
  readonly explain: boolean;
  /** How to fix the file; undefined to leave it. */
  readonly fix: FixAsked | undefined;
}

/** What came of one file: plain data, which a thread can hand to another. */
export interface FileResult {
  readonly file: CheckedFile;
  /** Lines for people that are no failure. */
  readonly notes: readonly string[];
  /** A line for each server whose check threw, which is a bug of ours. */
  readonly faults: readonly string[];
  /** Lines that explain the file; null where nobody asked, or where it could not be read. */
  readonly explanation: string | null;
  /** What fixing would do; undefined where there is nothing to fix. */
  readonly fix: DraftedFix | undefined;
  /** The file's text, where it is to be printed after its fixes. */
  readonly text: string | undefined;
}

/**
 * Checks one file. An error is reported with the file's name and does not end the run.
 *
 * @returns undefined for a binary file that nobody asked for by its name.
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

/** What there is to say of a file that was not checked. */
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
