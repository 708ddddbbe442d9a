import { statSync } from 'node:fs';
import { checkFile, type FileResult, type Wanted } from './check-file';
import type { Job } from './plan';

/** A checked file with its results. */
export interface DoneJob {
  readonly job: Job;
  /** Undefined for a binary file that the call does not name. */
  readonly result: FileResult | undefined;
}

/** Checks files one after another. Each is released before the next is read. */
export async function* checkFiles(
  jobs: readonly Job[],
  named: ReadonlySet<string>,
  wanted: Wanted,
): AsyncIterable<DoneJob> {
  for (const job of jobs) yield { job, result: await checkFile(job, wanted, named.has(job.path)) };
}

/** The total size in bytes above which threads pay off: a smaller run ends before a second thread has started. */
const WORTH = 8_000_000;

/** Tells whether the files are large enough for threads to pay off. Standard input is always read in one thread. */
export function isWorthThreads(jobs: readonly Job[]): boolean {
  let sum = 0;
  for (const { path } of jobs) {
    if (path === '-') return false;
    sum += statSync(path, { throwIfNoEntry: false })?.size ?? 0;
    if (sum > WORTH) return !jobs.some(({ path }) => path === '-');
  }
  return false;
}
