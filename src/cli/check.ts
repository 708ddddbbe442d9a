import { LANGUAGE_IDS, saySummary, summaryOf } from '../service';
import type { Language, Say } from '../words';
import { type CheckCall, readCheckCall } from './check-call';
import type { Wanted } from './check-file';
import { checkFiles, type DoneJob, isWorthThreads } from './check-files';
import { ConfigFiles } from './config-files';
import { findFiles, sayIgnored, sayMissed } from './find-files';
import { type FixedFiles, fixFiles } from './fix-files';
import { DETAILS, FORMATS } from './format';
import { sayFixed } from './format/counts';
import { fileAsText } from './format/text';
import { type Gathered, gather } from './gather';
import { type Job, planCheck } from './plan';
import { progressOf } from './progress';
import type { ReaderLanguage } from './reader-language';
import { count, type Report } from './report';
import { tell } from './tell';
import { columnsForPeople, wantsColor } from './terminal';
import { type BaselinePlan, planBaseline, useBaseline } from './use-baseline';
import {
  assertNoInput,
  assertWritable,
  passOnStdin,
  writeOutput,
  writePieces,
  writerTo,
} from './write-output';

/** Runs `server-status check`, whose options {@link sayHelp} lists. Checks files and prints the findings. */
export async function checkCommand(args: string[], language: ReaderLanguage): Promise<number> {
  const { say } = language;
  const call = readCheckCall(say, args);
  const plan = await planRun(call, language);
  for (const note of plan.notes) tell(note);
  // An editor puts what comes back in the place of the text, even if the config ignores it.
  if (call.fix?.to === 'stdout' && plan.jobs.length === 0) await passOnStdin();
  const gathered = await runChecks(language, call, plan);
  const fixed = call.fix && (await fixFiles(gathered.fixes, call.fix.to));
  const problems = [...plan.problems, ...gathered.faults, ...(fixed?.problems ?? [])];
  for (const line of [...(fixed?.notes ?? []), ...problems, ...gathered.skips]) tell(line);
  for (const explanation of gathered.explanations) process.stderr.write(explanation);
  const report = await reportOn(say, plan, gathered, fixed, problems);
  const { summary } = report;
  if (!isPrintedOnTheWay(call, plan)) await printReport(say, call, report, fixed);
  if (call.format === 'text') process.stderr.write(`${saySummary(say, summary)}\n`);

  if (problems.length + gathered.skips.length > 0) return 2;
  return summary.errors > 0 || summary.warnings > call.maxWarnings ? 1 : 0;
}

/** The plan of a run. */
interface RunPlan {
  readonly jobs: readonly Job[];
  readonly named: ReadonlySet<string>;
  readonly baseline: BaselinePlan | undefined;
  /** Lines for standard error that do not fail the run. */
  readonly notes: readonly string[];
  /** A line for each named path without a file that can be checked. */
  readonly problems: readonly string[];
}

/**
 * Finds the files with their options, and asserts that every output file can be written.
 *
 * @throws UsageError for an invalid call; BrokenConfig for a config file with a mistake.
 */
async function planRun(call: CheckCall, language: Language): Promise<RunPlan> {
  const { say } = language;
  const { asked, output } = call;
  const configs = new ConfigFiles(call.config, language);
  const names = call.names.length > 0 ? call.names : ['.'];
  const found = await findFiles(names, asked.languages ?? LANGUAGE_IDS);
  const { plan: baseline, files } = await planBaseline(say, call, found.files);
  if (output !== undefined) {
    assertNoInput(say, '--output', output, files);
    await assertWritable(say, output);
  }
  const { jobs, notes } = await planCheck(files, found.named, asked, configs, language);
  const ignored = sayIgnored(say, found);
  // A named folder is expected to be checked, so an ignored one fails the run.
  const isNamed = call.names.length > 0;
  return {
    jobs,
    named: found.named,
    baseline,
    notes: [...(isNamed ? [] : ignored), ...notes],
    problems: [...sayMissed(say, found), ...(isNamed ? ignored : [])],
  };
}

/** Checks the files. Prints findings immediately if nothing later can change them. */
async function runChecks(language: ReaderLanguage, call: CheckCall, plan: RunPlan): Promise<Gathered> {
  const { named } = plan;
  const progress = progressOf(language.say, plan.jobs.length);
  const results = await startChecks(language, call, plan);
  if (!isPrintedOnTheWay(call, plan))
    return gather(results, named, call.fix !== undefined, undefined, progress);
  const out = writerTo(process.stdout, progress.clear);
  const print = printOf(language.say, call);
  const gathered = await gather(
    results,
    named,
    false,
    (file) => out.write(fileAsText(file, print)),
    progress,
  );
  await out.end();
  return gathered;
}

/** Starts checking the files, in several threads if that is requested and pays off. */
async function startChecks(
  { id }: ReaderLanguage,
  call: CheckCall,
  { jobs, named }: RunPlan,
): Promise<AsyncIterable<DoneJob>> {
  const { asked, config, threads } = call;
  const wanted = wantedOf(call);
  if (threads === 1 || !isWorthThreads(jobs)) return checkFiles(jobs, named, wanted);
  const { checkInThreads } = await import('./check-in-threads');
  return checkInThreads(jobs, named, { language: id, config, asked, wanted }, threads);
}

/** Tells whether findings are printed during the run: only as text, and if they are not fixed or compared. */
function isPrintedOnTheWay({ format, fix, output }: CheckCall, { baseline }: RunPlan): boolean {
  return format === 'text' && fix === undefined && output === undefined && baseline === undefined;
}

/** Tells whether the report goes to standard output, where a terminal may show it. */
function isShown({ output, fix }: CheckCall): boolean {
  return output === undefined && fix?.to !== 'stdout';
}

function wantedOf(call: CheckCall): Wanted {
  const { format, explain, fix } = call;
  const details = DETAILS[format];
  const hasBaseline = call.baseline !== undefined || call['write-baseline'] !== undefined;
  const width = format === 'text' && isShown(call) ? columnsForPeople() : undefined;
  return {
    details: {
      fixes: details.fixes,
      fingerprints: details.fingerprints || hasBaseline,
      frame: width === undefined ? undefined : { width, color: isColored(call) },
    },
    explain,
    fix,
  };
}

function printOf(say: Say, call: CheckCall) {
  return { say, quiet: call.quiet, color: isColored(call) };
}

function isColored(call: CheckCall): boolean {
  return isShown(call) && !call.noColor && wantsColor();
}

/** Returns the run's report, after its fixes and without the findings that a baseline lists. */
async function reportOn(
  say: Say,
  { baseline }: RunPlan,
  { files: checked, counts }: Gathered,
  fixed: FixedFiles | undefined,
  problems: readonly string[],
): Promise<Report> {
  if (fixed === undefined && baseline === undefined)
    return { files: checked, summary: summaryOf(counts), problems };
  const after = fixed?.files ?? checked;
  const used = baseline && (await useBaseline(say, baseline, after));
  for (const note of used?.notes ?? []) tell(note);
  const files = used?.files ?? after;
  return { files, summary: count(files), problems };
}

/** Prints a report to the requested place. The fixed texts or the diff come first. */
async function printReport(
  say: Say,
  call: CheckCall,
  report: Report,
  fixed: FixedFiles | undefined,
): Promise<void> {
  const { fix, output } = call;
  const warningsFail = report.summary.warnings > call.maxWarnings;
  const text = FORMATS[call.format](report, { ...printOf(say, call), warningsFail });
  if (fixed) process.stdout.write(fixed.out);
  if (output !== undefined) await writeOutput(say, output, text);
  else if (fix?.to === 'stdout') await writePieces(process.stderr, text);
  else if (fix?.to !== 'diff') await writePieces(process.stdout, text);
  if (fixed) process.stderr.write(sayFixed(say, fixed, fix?.to === 'diff'));
}
