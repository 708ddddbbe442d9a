import { type Counted, type Finding, type Fix, type Summary, summaryOf } from '../service';
import type { Say } from '../words';

/** A place in lines and columns, from 1; columns are in UTF-16 code units. */
export interface Place {
  readonly line: number;
  readonly column: number;
}

/** A place with its offset in UTF-16 code units. */
export interface Position extends Place {
  readonly offset: number;
}

/** A part of a file; the end is exclusive. */
export interface Range {
  readonly start: Position;
  readonly end: Position;
}

/** A fix, and the range that each of its edits replaces. */
export interface ReportedFix {
  readonly fix: Fix;
  readonly ranges: readonly Range[];
}

/**
 * A finding as the formats print it. It is plain data with all places computed, so the file's text can be released and
 * a thread can post it.
 */
export interface ReportedFinding
  extends Pick<Finding, 'rule' | 'severity' | 'cloud' | 'server' | 'expected'> {
  /** Also names the server. */
  readonly message: string;
  readonly range: Range;
  readonly related: readonly { readonly message: string; readonly range: Range }[];
  /** Empty if the format prints no fixes. */
  readonly fixes: readonly ReportedFix[];
  /** The parts that identify the finding even if its file changes elsewhere; empty if not needed. */
  readonly fingerprint: readonly (string | number | null)[];
  /** The lines that show its place; undefined if not needed. */
  readonly frame: string | undefined;
}

/** One file after its check. It has no text, as a run over many files keeps all of these. */
export interface CheckedFile {
  readonly path: string;
  /** How many servers it holds. */
  readonly servers: number;
  /** True for a file that begins with a byte order mark. */
  readonly hasMark: boolean;
  readonly findings: readonly ReportedFinding[];
  /** Why the file could not be checked, which fails the run; null if it was. */
  readonly skipped: string | null;
}

/** All results of a run. */
export interface Report {
  readonly files: readonly CheckedFile[];
  readonly summary: Summary;
  /** A line for each problem other than a skipped file: a missing path, a file that cannot be written. */
  readonly problems: readonly string[];
}

/** How findings are printed. */
export interface Print {
  readonly say: Say;
  /** True to print only errors. */
  readonly quiet: boolean;
  readonly color: boolean;
  /** True if there are more warnings than allowed, so they fail the run. */
  readonly warningsFail: boolean;
}

/** Returns the summary of the files. */
export function count(files: readonly CheckedFile[]): Summary {
  return summaryOf(files.map(counted));
}

/** Returns a file's share of the summary. */
export function counted({ servers, findings, skipped }: CheckedFile): Counted {
  return { servers, severities: findings.map(({ severity }) => severity), isSkipped: skipped !== null };
}

/** Returns the findings that are printed: all, or only the errors. */
export function shown(
  { findings }: CheckedFile,
  { quiet }: Pick<Print, 'quiet'>,
): readonly ReportedFinding[] {
  return quiet ? findings.filter(({ severity }) => severity === 'error') : findings;
}
