import { type Cloud, DEFAULT_CLOUD } from '../mapping';
import {
  type Coverage,
  coverageOf,
  LANGUAGE_IDS,
  type ListedFixture,
  listServers,
  noCoverage,
} from '../service';
import type { Language } from '../words';
import { CONFIG_OPTIONS, ConfigFiles } from './config-files';
import { findFiles, sayIgnored, sayMissed } from './find-files';
import { coverageAsJson, coverageAsText } from './format/coverage';
import { type Job, planCheck } from './plan';
import { readJob, saySkipped, sayUnchecked } from './read-job';
import { tell } from './tell';
import { oneOf, readArgs } from './usage';

const OPTIONS = {
  ...CONFIG_OPTIONS,
  cloud: { type: 'string', default: 'auto' },
  format: { type: 'string', default: 'text' },
} as const;

/** Runs `server-status coverage`: counts how often fixtures contain each status and pair of the clouds. */
export async function coverageCommand(args: string[], language: Language): Promise<number> {
  const { say } = language;
  const { values, positionals } = readArgs(say, args, OPTIONS);
  const format = oneOf(say, '--format', values.format, ['text', 'json']);
  const configs = new ConfigFiles(values, language);
  const names = positionals.length > 0 ? positionals : ['.'];
  const searched = await findFiles(names, LANGUAGE_IDS);
  const { files, named } = searched;
  const asked = { cloud: values.cloud, rules: {}, languages: undefined, stdinName: 'stdin.json' };
  const { jobs, notes } = await planCheck(files, named, asked, configs, language);
  const ignored = sayIgnored(say, searched);
  // A named folder is expected to be searched, so an ignored one fails the run.
  const isNamed = positionals.length > 0;
  for (const note of [...(isNamed ? [] : ignored), ...notes]) tell(note);
  const problems = [...sayMissed(say, searched), ...(isNamed ? ignored : [])];
  const fixtures: ListedFixture[] = [];
  for (const job of jobs) {
    const { fixture, skipped } = await listFile(job, named.has(job.path));
    if (skipped !== null) problems.push(`${job.name}: ${skipped}`);
    if (fixture) fixtures.push(fixture);
  }
  const { cloud } = values;
  const found = coverageOf(fixtures);
  const tables: Coverage[] = found.length > 0 ? found : [noCoverage(await cloudFor(cloud, configs))];
  process.stdout.write(format === 'json' ? coverageAsJson(tables) : coverageAsText(say, tables));
  for (const problem of problems) tell(problem);
  return problems.length > 0 ? 2 : 0;
}

/** Lists the servers of a file. Returns no fixture for a file that is not read. */
async function listFile(
  job: Job,
  isNamed: boolean,
): Promise<{ readonly fixture?: ListedFixture; readonly skipped: string | null }> {
  try {
    const fixture = await readJob(job, false);
    return {
      fixture: { name: job.name, servers: listServers(fixture, job.options) },
      skipped: saySkipped(job.options.say, fixture),
    };
  } catch (error) {
    return { skipped: sayUnchecked(job, error, isNamed)?.skipped ?? null };
  }
}

/** Returns the cloud whose table is shown if no server was found. */
async function cloudFor(id: string, configs: ConfigFiles): Promise<Cloud> {
  const clouds = await configs.cloudsAt('.');
  return (clouds.get(id) ?? clouds.get(DEFAULT_CLOUD)) as Cloud;
}
