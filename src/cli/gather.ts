import type { Counted } from '../service';
import type { DoneJob } from './check-files';
import type { FixJob } from './fix-files';
import type { Progress } from './progress';
import { type CheckedFile, counted } from './report';
import { tell } from './tell';

/** The results of a run after all files are checked. */
export interface Gathered {
  /** The files that are still to be printed; empty if they were printed during the run. */
  readonly files: readonly CheckedFile[];
  readonly counts: readonly Counted[];
  readonly fixes: readonly FixJob[];
  /** A line for each problem other than a skipped file. */
  readonly faults: readonly string[];
  /** A line for each skipped file. */
  readonly skips: readonly string[];
  readonly explanations: readonly string[];
}

/**
 * Collects results as they arrive, and keeps only the data that the end of the run needs.
 *
 * @param print prints the findings of a file; undefined if all are printed at the end.
 * @param progress is cleared before a line is printed, and at the end.
 */
export async function gather(
  results: AsyncIterable<DoneJob>,
  named: ReadonlySet<string>,
  isFixing: boolean,
  print: ((file: CheckedFile) => void | Promise<void>) | undefined,
  progress: Progress,
): Promise<Gathered> {
  const files: CheckedFile[] = [];
  const counts: Counted[] = [];
  const fixes: FixJob[] = [];
  const faults: string[] = [];
  const skips: string[] = [];
  const explanations: string[] = [];
  for await (const { job, result } of results) {
    progress.add(result?.file);
    if (result === undefined) continue;
    const { file } = result;
    if (result.notes.length > 0) progress.clear();
    for (const note of result.notes) tell(note);
    for (const fault of result.faults) faults.push(fault);
    if (file.skipped !== null) skips.push(`${file.path}: ${file.skipped}`);
    if (result.explanation !== null) explanations.push(result.explanation);
    counts.push(counted(file));
    if (print === undefined) files.push(file);
    else await print(file);
    if (isFixing) fixes.push({ path: job.path, result, say: job.options.say, isNamed: named.has(job.path) });
  }
  progress.clear();
  return { files, counts, fixes, faults, skips, explanations };
}
