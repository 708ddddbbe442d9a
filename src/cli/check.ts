import { LANGUAGE_IDS, type Options, RULES, SEVERITIES, saySummary } from '../service';
import { readAhead } from '../service/files';
import { type Language, type Say, sayAll, sayTogether } from '../words';
import { checkFile } from './check-file';
import { CONFIG_OPTIONS, ConfigFiles } from './config-files';
import { findFiles, sayIgnored, sayMissed } from './find-files';
import { fixFiles, fixTo } from './fix-files';
import { FORMAT_NAMES, FORMATS } from './format';
import { sayBroken, sayFixed } from './format/counts';
import { formatExplanation } from './format/explanation';
import { planCheck } from './plan';
import { count, type Report } from './report';
import { sayPath } from './say-path';
import { tell } from './tell';
import { columnsForPeople, wantsColor } from './terminal';
import { oneOf, readArgs, UsageError } from './usage';
import { BASELINE_OPTIONS, planBaseline, useBaseline } from './use-baseline';
import { assertNoInput, assertWritable, writeOutput, writePieces } from './write-output';

const OPTIONS = {
  ...CONFIG_OPTIONS,
  ...BASELINE_OPTIONS,
  cloud: { type: 'string', default: 'auto' },
  rule: { type: 'string', multiple: true },
  format: { type: 'string', default: 'text' },
  output: { type: 'string' },
  fix: { type: 'boolean', default: false },
  'fix-directives': { type: 'boolean', default: false },
  'dry-run': { type: 'boolean', default: false },
  'max-warnings': { type: 'string' },
  quiet: { type: 'boolean', default: false },
  'no-color': { type: 'boolean', default: false },
  languages: { type: 'string' },
  explain: { type: 'boolean', default: false },
  'stdin-filename': { type: 'string', default: 'stdin.json' },
} as const;

/** `server-status check`: checks files and prints the findings; see {@link sayHelp} for its options. */
export async function checkCommand(args: string[], language: Language): Promise<number> {
  const { say } = language;
  const { values, positionals } = readArgs(say, args, OPTIONS);
  const asked = {
    cloud: values.cloud,
    rules: readRules(say, values.rule ?? []),
    languages: readLanguages(say, values.languages),
    stdinName: values['stdin-filename'],
  };
  const configs = new ConfigFiles(values, language);
  const format = oneOf(say, '--format', values.format, FORMAT_NAMES);
  const maxWarnings = readCount(say, values['max-warnings']);
  const to = fixTo(say, values, positionals, format);

  const names = positionals.length > 0 ? positionals : ['.'];
  const found = await findFiles(names, asked.languages ?? LANGUAGE_IDS);
  const { named, empty } = found;
  const { plan, files } = await planBaseline(say, values, found.files);
  if (values.output !== undefined) {
    await assertNoInput(say, '--output', values.output, files);
    await assertWritable(say, values.output);
  }
  const { jobs, notes } = await planCheck(files, named, asked, configs, language);
  for (const note of [...sayIgnored(say, found), ...notes]) tell(note);
  const problems = sayMissed(say, found);
  const results = [];
  const inTurn = readAhead(jobs, async (job) => ({
    job,
    file: await checkFile(job, values.explain, named.has(job.path)),
  }));
  for await (const { job, file } of inTurn) if (file !== undefined) results.push({ job, file });
  const checked = results.map(({ file }) => file);
  const skips: string[] = [];
  for (const { path, fixture, broken, skipped, note, faults } of checked) {
    if (note) tell(`${path}: ${note}`);
    if (broken) tell(sayBroken(say, path, fixture, broken));
    if (skipped !== null) skips.push(`${path}: ${skipped}`);
    for (const fault of faults) problems.push(fault);
  }
  const fixed =
    to &&
    (await fixFiles(
      results.map(({ job, file }) => ({
        path: job.path,
        file,
        options: job.options,
        isNamed: named.has(job.path),
      })),
      to,
      values['fix-directives'] ? 'fix' : 'keep',
    ));
  for (const problem of fixed?.problems ?? []) problems.push(problem);
  for (const note of fixed?.notes ?? []) tell(note);
  for (const problem of [...problems, ...skips]) tell(problem);
  for (const { path, fixture, explanation } of checked) {
    if (explanation) process.stderr.write(formatExplanation(say, sayPath(path), fixture.text, explanation));
  }

  const after = fixed?.files ?? checked;
  const { files: now, notes: said } = plan
    ? await useBaseline(say, plan, after)
    : { files: after, notes: [] };
  for (const line of said) tell(line);
  const report: Report = { files: now, summary: count(now), problems };
  const { errors, warnings } = report.summary;
  const isShown = values.output === undefined && to !== 'stdout';
  const text = FORMATS[format](report, {
    say,
    quiet: values.quiet,
    color: isShown && !values['no-color'] && wantsColor(),
    frame: isShown ? columnsForPeople() : undefined,
    warningsFail: warnings > maxWarnings,
  });
  if (fixed) process.stdout.write(fixed.out);
  if (values.output !== undefined) await writeOutput(say, values.output, text);
  else if (to === 'stdout') await writePieces(process.stderr, text);
  else if (to !== 'diff') await writePieces(process.stdout, text);
  if (fixed) process.stderr.write(sayFixed(say, fixed, to === 'diff'));
  if (format === 'text') process.stderr.write(`${saySummary(say, report.summary)}\n`);

  // Who names a folder wants it checked.
  if (problems.length + skips.length > 0 || (empty.length > 0 && positionals.length > 0)) return 2;
  return errors > 0 || warnings > maxWarnings ? 1 : 0;
}

/** The languages of `--languages`; undefined where it is not given. */
function readLanguages(say: Say, value: string | undefined): readonly string[] | undefined {
  return value?.split(',').map((id) => oneOf(say, '--languages', id.trim(), LANGUAGE_IDS));
}

function readRules(say: Say, rules: readonly string[]): Options['rules'] {
  return Object.fromEntries(
    rules.map((rule) => {
      const [code = '', severity, ...more] = rule.split('=');
      if (severity === undefined || more.length > 0) {
        throw new UsageError(say('--rule takes CODE=SEVERITY, not {text}.', { text: rule }));
      }
      if (![...RULES.keys()].some((known) => known === code)) {
        const known = say('Known: {names}.', { names: sayAll(say, [...RULES.keys()]) });
        throw new UsageError(sayTogether(say, say('There is no rule {name}.', { name: code }), known));
      }
      return [code, oneOf(say, `--rule ${code}`, severity, SEVERITIES)];
    }),
  );
}

function readCount(say: Say, value: string | undefined): number {
  if (value === undefined) return Number.POSITIVE_INFINITY;
  if (!/^\d+$/.test(value)) throw new UsageError(say('--max-warnings is a number, not {value}.', { value }));
  return Number(value);
}
