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

/** The destination of fixed texts: their files, standard output, or standard output as a diff. */
export type FixTo = 'files' | 'stdout' | 'diff';

/** The requested fixes. */
export interface FixAsked {
  readonly to: FixTo;
  /** `fix` also corrects or removes comments that silence nothing. */
  readonly comments: 'keep' | 'fix';
}

/** The effect of fixing one file. */
export interface DraftedFix {
  /** False for a file that cannot be parsed completely: it is not fixed. */
  readonly isWhole: boolean;
  /** A line about findings that are not fixed. */
  readonly note: string | undefined;
  /** Undefined if the text stays the same. */
  readonly change: Change | undefined;
}

/** A change of a file's text. */
export interface Change {
  readonly before: string;
  readonly after: string;
  /** The edits from `before` to `after`, in order and without overlaps. */
  readonly edits: readonly Edit[];
  /** How many values no longer have a finding. */
  readonly fixed: number;
  /** The file after its fixes. */
  readonly file: CheckedFile;
}

/**
 * Computes the fixes of a file without writing anything.
 *
 * @returns undefined if there is nothing to fix.
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
