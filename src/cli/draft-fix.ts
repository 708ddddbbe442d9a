import {
  type Edit,
  type Finding,
  type Fixture,
  fixAll,
  isWhole,
  type Options,
  stringsOf,
  unseenFix,
} from '../service';
import type { CheckedFile } from './report';
import { type Details, reportFile } from './report-file';

/** Where fixed texts go: into their files, as they are to standard output, or there as a diff. */
export type FixTo = 'files' | 'stdout' | 'diff';

/** How to fix. */
export interface FixAsked {
  readonly to: FixTo;
  /** `fix` to correct or remove the comments that silence nothing, too. */
  readonly comments: 'keep' | 'fix';
}

/** What fixing would do to a file that has something to fix. */
export interface DraftedFix {
  /** False for a file that cannot be parsed to its end: it stays as it is. */
  readonly isWhole: boolean;
  /** A line on what is not fixed. */
  readonly note: string | undefined;
  /** Undefined where the text stays as it is. */
  readonly change: Change | undefined;
}

/** A change of a file's text. */
export interface Change {
  readonly before: string;
  readonly after: string;
  /** What leads from one to the other: in order, apart from each other. */
  readonly edits: readonly Edit[];
  /** How many values have a finding that is gone. */
  readonly fixed: number;
  /** The file as it then is. */
  readonly file: CheckedFile;
}

/**
 * Works out what fixing would do to a file, and writes nothing.
 *
 * @returns undefined where there is nothing to fix.
 */
export function draftFix(
  name: string,
  fixture: Fixture,
  findings: readonly Finding[],
  options: Options,
  { comments }: FixAsked,
  details: Details,
): DraftedFix | undefined {
  const { say } = options;
  const { text, languageId } = fixture;
  const fixable = findings.filter((finding) => unseenFix(say, fixture, finding, comments));
  if (fixable.length === 0) return undefined;
  if (!isWhole(text, languageId)) {
    const note = say('cannot be parsed completely, so nothing in it was fixed');
    return { isWhole: false, note, change: undefined };
  }
  const note = fixable.every(stringsOf(fixture))
    ? undefined
    : say('a string in it cannot be parsed completely, so nothing in that string is fixed');
  const { fixture: after, findings: left, fixed, edits } = fixAll(fixture, options, comments);
  if (after.text === text) return { isWhole: true, note, change: undefined };
  const file = reportFile(say, name, after, left, details);
  return { isWhole: true, note, change: { before: text, after: after.text, edits, fixed, file } };
}
