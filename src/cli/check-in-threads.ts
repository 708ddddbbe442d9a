import { Worker } from 'node:worker_threads';
import { type FileResult, type Wanted, withoutText } from './check-file';
import type { DoneJob } from './check-files';
import type { ConfigAsked } from './config-files';
import type { Asked, Job } from './plan';
import { sayFault } from './read-job';
import type { LanguageId } from './reader-language';

/** The data that a thread needs before it can check a file. */
export interface ThreadCall {
  readonly language: LanguageId;
  readonly config: ConfigAsked;
  readonly asked: Asked;
  readonly wanted: Wanted;
}

/** The files that a thread checks in one go. */
export interface Share {
  readonly paths: readonly string[];
  readonly named: ReadonlySet<string>;
}

/** A range of job indices; `to` is exclusive. */
interface Stretch {
  readonly from: number;
  readonly to: number;
}

/** The script of each thread. */
const SCRIPT = new URL('./check-worker.mjs', import.meta.url);

/** How many shares each thread gets. With many small shares, all threads finish at about the same time. */
const SHARES = 16;

/** The maximum number of files in a share: results are printed share by share. */
const MOST = 64;

/**
 * Checks files in several threads.
 *
 * If a thread dies, its share is checked again file by file, each file in a new thread. A file that ends its thread
 * again is reported as one that could not be checked. No other result is lost.
 *
 * @returns the results in the order of the jobs.
 */
export async function* checkInThreads(
  jobs: readonly Job[],
  named: ReadonlySet<string>,
  call: ThreadCall,
  threads: number,
  script = SCRIPT,
): AsyncIterable<DoneJob> {
  const waiting = sharesOf(jobs.length, threads);
  const results = new Map<number, FileResult | undefined>();
  const workers = new Set<Worker>();
  let wake = () => {};
  const start = () => {
    const worker = new Worker(script, { workerData: call });
    workers.add(worker);
    let current: Stretch | undefined;
    let reason: unknown;
    const goOn = () => {
      current = waiting.shift();
      if (current) worker.postMessage(shareOf(jobs, named, current));
      else void worker.terminate();
    };
    worker.on('message', (found: ReadonlyMap<string, FileResult | undefined>) => {
      const { from, to } = current ?? { from: 0, to: 0 };
      for (let i = from; i < to; i += 1) results.set(i, found.get(jobs[i]?.path ?? ''));
      goOn();
      wake();
    });
    worker.on('error', (error) => {
      reason = error;
    });
    worker.on('messageerror', (error) => {
      reason = error;
      void worker.terminate();
    });
    worker.on('exit', (code) => {
      workers.delete(worker);
      if (current === undefined) return;
      if (current.to - current.from > 1) waiting.unshift(...oneByOne(current));
      else results.set(current.from, lost(jobs[current.from] as Job, reason, code));
      if (waiting.length > 0) start();
      wake();
    });
    goOn();
  };
  try {
    for (let i = Math.min(threads, waiting.length); i > 0; i -= 1) start();
    for (const [i, job] of jobs.entries()) {
      while (!results.has(i)) {
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      }
      yield { job, result: results.get(i) };
      results.delete(i);
    }
  } finally {
    for (const worker of workers) void worker.terminate();
  }
}

/** Divides the jobs into shares, in order. */
function sharesOf(count: number, threads: number): Stretch[] {
  const size = Math.min(Math.max(Math.ceil(count / (threads * SHARES)), 1), MOST);
  return Array.from({ length: Math.ceil(count / size) }, (_, i) => ({
    from: i * size,
    to: Math.min((i + 1) * size, count),
  }));
}

function oneByOne({ from, to }: Stretch): Stretch[] {
  return Array.from({ length: to - from }, (_, i) => ({ from: from + i, to: from + i + 1 }));
}

function shareOf(jobs: readonly Job[], named: ReadonlySet<string>, { from, to }: Stretch): Share {
  const paths = jobs.slice(from, to).map(({ path }) => path);
  return { paths, named: new Set(paths.filter((path) => named.has(path))) };
}

/** Returns the result for a file that ended its thread. */
function lost({ name, options: { say } }: Job, error: unknown, code: number): FileResult {
  const reason = error ?? new Error(say('its thread ended with code {code}', { code }));
  return withoutText(name, { skipped: sayFault(say, reason) });
}
