import { checkFile, type FileResult, type Wanted } from './check-file';
import type { Job } from './plan';

/** A file, and what came of it. */
export interface DoneJob {
  readonly job: Job;
  /** Undefined for a binary file that nobody asked for by its name. */
  readonly result: FileResult | undefined;
}

/** Checks files one after another; each is let go before the next is read. */
export async function* checkFiles(
  jobs: readonly Job[],
  named: ReadonlySet<string>,
  wanted: Wanted,
): AsyncIterable<DoneJob> {
  for (const job of jobs) yield { job, result: await checkFile(job, wanted, named.has(job.path)) };
}
