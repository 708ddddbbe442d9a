import { parentPort, workerData } from 'node:worker_threads';
import { checkFile, type FileResult } from './check-file';
import type { Share, ThreadCall } from './check-in-threads';
import { ConfigFiles } from './config-files';
import { planCheck } from './plan';
import { languageOf } from './reader-language';

/** Where the other side listens; a worker thread always has it. */
const port = parentPort as NonNullable<typeof parentPort>;

const { language: id, config, asked, wanted } = workerData as ThreadCall;
const language = await languageOf(id);
const configs = new ConfigFiles(config, language);

/** Checks a share of the files. A file that is missing from the answer was left out by a config. */
async function checkShare({ paths, named }: Share): Promise<Map<string, FileResult | undefined>> {
  const { jobs } = await planCheck(paths, named, asked, configs, language);
  const results = new Map<string, FileResult | undefined>();
  for (const job of jobs) results.set(job.path, await checkFile(job, wanted, named.has(job.path)));
  return results;
}

// A rejection that nobody handles ends the thread, which the other side reports.
port.on('message', async (share: Share) => port.postMessage(await checkShare(share)));
