import { parentPort, workerData } from 'node:worker_threads';
import { checkFile, type FileResult } from './check-file';
import type { Share, ThreadCall } from './check-in-threads';
import { ConfigFiles } from './config-files';
import { planCheck } from './plan';
import { languageOf } from './reader-language';

/** Never null in a worker thread. */
const port = parentPort as NonNullable<typeof parentPort>;

const { language: id, config, asked, wanted } = workerData as ThreadCall;
const language = await languageOf(id);
const configs = new ConfigFiles(config, language);

/** Checks a share of the files. A file that is missing from the answer is ignored by a config. */
async function checkShare({ paths, named }: Share): Promise<Map<string, FileResult | undefined>> {
  const { jobs } = await planCheck(paths, named, asked, configs, language);
  const results = new Map<string, FileResult | undefined>();
  for (const job of jobs) results.set(job.path, await checkFile(job, wanted, named.has(job.path)));
  return results;
}

// An unhandled rejection ends the thread; the main thread reports it.
port.on('message', async (share: Share) => port.postMessage(await checkShare(share)));
