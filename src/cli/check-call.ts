import { LANGUAGE_IDS, type Options, RULES, SEVERITIES } from '../service';
import { type Say, sayAll, sayTogether } from '../words';
import { CONFIG_OPTIONS, type ConfigAsked } from './config-files';
import type { FixAsked } from './draft-fix';
import { fixTo } from './fix-files';
import { FORMAT_NAMES, type Format } from './format';
import type { Asked } from './plan';
import { oneOf, readArgs, UsageError } from './usage';
import { BASELINE_OPTIONS, type BaselineAsked } from './use-baseline';

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
  threads: { type: 'string', default: '1' },
  'stdin-filename': { type: 'string', default: 'stdin.json' },
} as const;

/** A valid call of `check`. */
export interface CheckCall extends BaselineAsked {
  /** The paths and globs of the call; may be empty. */
  readonly names: readonly string[];
  readonly asked: Asked;
  readonly config: ConfigAsked;
  readonly format: Format;
  /** The run fails if there are more warnings than this. */
  readonly maxWarnings: number;
  readonly fix: FixAsked | undefined;
  readonly quiet: boolean;
  readonly noColor: boolean;
  readonly explain: boolean;
  /** The maximum number of threads that check files. */
  readonly threads: number;
}

/** Reads the arguments of `check`. @throws UsageError for an invalid call. */
export function readCheckCall(say: Say, args: string[]): CheckCall {
  const { values, positionals } = readArgs(say, args, OPTIONS);
  const { config, cloud, baseline, output, quiet, explain } = values;
  const asked = {
    cloud,
    rules: readRules(say, values.rule ?? []),
    languages: readLanguages(say, values.languages),
    stdinName: values['stdin-filename'],
  };
  const noConfig = values['no-config'];
  const format = oneOf(say, '--format', values.format, FORMAT_NAMES);
  const maxWarnings = readCount(say, values['max-warnings']);
  const to = fixTo(say, values, positionals, format);
  const threads = readThreads(say, values.threads);
  return {
    names: positionals,
    asked,
    config: { ...(config === undefined ? {} : { config }), 'no-config': noConfig },
    format,
    maxWarnings,
    fix: to && { to, comments: values['fix-directives'] ? 'fix' : 'keep' },
    quiet,
    noColor: values['no-color'],
    explain,
    threads,
    output,
    baseline,
    'write-baseline': values['write-baseline'],
    'dry-run': values['dry-run'],
  };
}

/** Returns the languages of `--languages`, or undefined if the option is not given. */
function readLanguages(say: Say, value: string | undefined): readonly string[] | undefined {
  return value?.split(',').map((id) => oneOf(say, '--languages', id.trim(), LANGUAGE_IDS));
}

function readRules(say: Say, rules: readonly string[]): Options['rules'] {
  return Object.fromEntries(
    rules.map((rule) => {
      const [code = '', severity, ...more] = rule.split('=');
      if (severity === undefined || more.length > 0) {
        throw new UsageError(say('--rule must be CODE=SEVERITY, not {text}.', { text: rule }));
      }
      if (![...RULES.keys()].some((known) => known === code)) {
        const known = say('Known: {names}.', { names: sayAll(say, [...RULES.keys()]) });
        throw new UsageError(sayTogether(say, say('Unknown rule {name}.', { name: code }), known));
      }
      return [code, oneOf(say, `--rule ${code}`, severity, SEVERITIES)];
    }),
  );
}

function readCount(say: Say, value: string | undefined): number {
  if (value === undefined) return Number.POSITIVE_INFINITY;
  if (!/^\d+$/.test(value))
    throw new UsageError(say('--max-warnings must be a number, not {value}.', { value }));
  return Number(value);
}

/** Guards against a typo that would start thousands of threads. */
const MOST_THREADS = 64;

function readThreads(say: Say, value: string): number {
  const count = /^\d+$/.test(value) ? Number(value) : 0;
  if (count >= 1 && count <= MOST_THREADS) return count;
  throw new UsageError(
    say('--threads must be a number from 1 to {most}, not {value}.', { most: MOST_THREADS, value }),
  );
}
