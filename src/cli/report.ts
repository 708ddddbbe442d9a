import {
  type FileExplanation,
  type Finding,
  type Fixture,
  type Span,
  type Summary,
  summaryOf,
} from '../service';
import type { Say } from '../words';

/** One file after its check. */
export interface CheckedFile {
  readonly path: string;
  /** Empty where the file could not be read. */
  readonly fixture: Fixture;
  /** The first place that cannot be parsed. */
  readonly broken?: Span | undefined;
  readonly findings: readonly Finding[];
  /** Where it was asked for, and the file could be read. */
  readonly explanation: FileExplanation | null;
  /** Why the file could not be checked, which fails the run; null for none. */
  readonly skipped: string | null;
  /** Why there was nothing to check, which is no failure. */
  readonly note?: string;
  /** A line for each server whose check threw, which is a bug of ours. */
  readonly faults: readonly string[];
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
  /** How many columns a line may take that shows a finding's place; undefined to show none. */
  readonly frame: number | undefined;
  /** True where there are more warnings than allowed, so that they fail the run. */
  readonly warningsFail: boolean;
}

/** Adds up what the files hold. */
export function count(files: readonly CheckedFile[]): Summary {
  return summaryOf(
    files.map(({ fixture, findings, skipped }) => ({
      servers: fixture.servers.length,
      severities: findings.map(({ severity }) => severity),
      isSkipped: skipped !== null,
    })),
  );
}

/** The findings that are printed: all, or the errors alone. */
export function shown({ findings }: CheckedFile, { quiet }: Pick<Print, 'quiet'>): readonly Finding[] {
  return quiet ? findings.filter(({ severity }) => severity === 'error') : findings;
}
