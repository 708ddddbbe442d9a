import { type Counted, type Finding, type Fix, type Summary, summaryOf } from '../service';
import type { Say } from '../words';

/** A place in lines and columns, from 1; columns in UTF-16 code units. */
export interface Place {
  readonly line: number;
  readonly column: number;
}

/** A place with its offset in UTF-16 code units. */
export interface Position extends Place {
  readonly offset: number;
}

/** A stretch of a file, the end exclusive. */
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
 * A finding as the formats print it: plain data with all its places worked out, so that the file's text can go, and so
 * that a thread can hand it to another.
 */
export interface ReportedFinding
  extends Pick<Finding, 'rule' | 'severity' | 'cloud' | 'server' | 'expected'> {
  /** Says which server it is about as well. */
  readonly message: string;
  readonly range: Range;
  readonly related: readonly { readonly message: string; readonly range: Range }[];
  /** What makes it go away; empty where nobody asked. */
  readonly fixes: readonly ReportedFix[];
  /** What it is known by when its file changes elsewhere; empty where nobody asked. */
  readonly fingerprint: readonly (string | number | null)[];
  /** The lines that show its place; undefined where nobody asked. */
  readonly frame: string | undefined;
}

/** One file after its check, without its text: a run over many files keeps no more than this of each. */
export interface CheckedFile {
  readonly path: string;
  /** How many servers it holds. */
  readonly servers: number;
  /** True for a file that begins with a byte order mark. */
  readonly hasMark: boolean;
  readonly findings: readonly ReportedFinding[];
  /** Why the file could not be checked, which fails the run; null for none. */
  readonly skipped: string | null;
}

/** Everything that a run found. */
export interface Report {
  readonly files: readonly CheckedFile[];
  readonly summary: Summary;
  /** What went wrong beside the files that were skipped, a line each: a missing path, a file that cannot be written. */
  readonly problems: readonly string[];
}

/** How findings are printed. */
export interface Print {
  readonly say: Say;
  /** True to print errors alone. */
  readonly quiet: boolean;
  readonly color: boolean;
  /** True where there are more warnings than allowed, so that they fail the run. */
  readonly warningsFail: boolean;
}

/** Adds up what the files hold. */
export function count(files: readonly CheckedFile[]): Summary {
  return summaryOf(files.map(counted));
}

/** What a file adds to the summary. */
export function counted({ servers, findings, skipped }: CheckedFile): Counted {
  return { servers, severities: findings.map(({ severity }) => severity), isSkipped: skipped !== null };
}

/** The findings that are printed: all, or the errors alone. */
export function shown(
  { findings }: CheckedFile,
  { quiet }: Pick<Print, 'quiet'>,
): readonly ReportedFinding[] {
  return quiet ? findings.filter(({ severity }) => severity === 'error') : findings;
}
