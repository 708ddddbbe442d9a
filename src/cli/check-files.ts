import { statSync } from 'node:fs';
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

/** Files together larger than this, in bytes, are worth a second thread: less is done before it has started. */
const WORTH = 8_000_000;

/** True where there is enough to check for threads to pay. Standard input can be read in one thread only. */
export function isWorthThreads(jobs: readonly Job[]): boolean {
  let sum = 0;
  for (const { path } of jobs) {
    if (path === '-') return false;
    sum += statSync(path, { throwIfNoEntry: false })?.size ?? 0;
    if (sum > WORTH) return !jobs.some(({ path }) => path === '-');
  }
  return false;
}
