import { clouds, DEFAULT_CLOUD } from '../mapping';
import { SCHEMA_DRAFTS } from '../service';
import { type Say, sayAll, type Text } from '../words';
import { columnsOf } from './columns';
import { FORMAT_NAMES } from './format';

/** A call or option, and its effect. */
type Row = readonly [typed: string, does: Text];

const CHECK_OPTIONS: readonly Row[] = [
  ['--cloud ID', "check every server against this cloud's table (default: auto)"],
  ['--rule CODE=SEVERITY', 'off, hint, information, warning or error (repeatable)'],
  ['--config FILE', 'read this config file instead of the nearest .serverstatus.json'],
  ['--no-config', 'read no config file'],
  ['--languages ID,…', 'search folders only for files in these languages (VS Code ids)'],
  [`--format ${FORMAT_NAMES.join('|')}`, 'output format of the findings'],
  ['--output FILE', 'file to write the findings to'],
  ['--fix', 'fix the files in place; with -, print the fixed text'],
  ['--fix-directives', 'like --fix, and correct or remove comments that silence nothing'],
  ['--dry-run', 'write nothing; print what --fix would change as a diff'],
  ['--max-warnings N', 'fail if there are more warnings'],
  ['--quiet', 'print errors only'],
  ['--write-baseline FILE', 'write the findings to this file instead of printing them'],
  ['--baseline FILE', 'leave out the findings listed in this file'],
  ['--no-color', 'no colours'],
  ['--explain', 'explain on standard error what is a server, what is not, which cloud applies, and why'],
  ['--threads N', 'number of threads, 1 to 64 (default: 1)'],
  ['--stdin-filename NAME', 'file name to assume for standard input'],
];

const GENERAL_OPTIONS: readonly Row[] = [
  ['--lang en|zh-cn', 'output language (default: from the locale)'],
  ['--help', 'print this help'],
  ['--version', 'print the version'],
];

const EXIT_CODES: readonly Row[] = [
  ['0', 'no finding of severity error and not more warnings than allowed'],
  ['1', 'any other result, or lookup found nothing'],
  ['2', 'a wrong call, a missing path, a file that cannot be read or fixed, or a broken config'],
];

/** Returns the help text, laid out in columns. */
export function sayHelp(say: Say): string {
  const call = (typed: string, does: Text) => row(2, 46, `server-status ${typed}`, say(does));
  const widest = Math.max(...[...CHECK_OPTIONS, ...GENERAL_OPTIONS].map(([typed]) => columnsOf(typed)));
  const option = ([typed, does]: Row) => row(6, 6 + widest + 2, typed, say(does));
  const plain = (options: string) => `${' '.repeat(6)}${options}`;
  const ofCloud = say('--cloud ID (default: {value})', { value: DEFAULT_CLOUD });
  return [
    say('server-status: checks the servers in fixtures: JSON and YAML, in files, test sources and documents'),
    '',
    call(`check [${say('path or glob')} …]`, 'check files and folders; - is standard input'),
    ...CHECK_OPTIONS.map(option),
    call('lookup VALUE', 'explain a value and where it occurs'),
    call('lookup --vm-state V --task-state T', 'the status of a pair; null for no operation'),
    plain('--cloud ID, --format text|json, --config FILE, --no-config'),
    call('clouds', 'list the clouds with their sources; as JSON, with every row'),
    plain('--format text|json, --config FILE, --no-config'),
    call('map', "draw a cloud's states and the transitions between them"),
    plain(`${ofCloud}, --format svg|mermaid, --theme light|dark, --output FILE`),
    plain('--config FILE, --no-config'),
    call('schema', "print a cloud's table as a JSON Schema, for other editors and test suites"),
    plain(`${ofCloud}, --draft ${SCHEMA_DRAFTS.join('|')}, --output FILE, --config FILE, --no-config`),
    call(`coverage [${say('path or glob')} …]`, 'count the statuses and pairs that the fixtures contain'),
    plain('--cloud ID, --format text|json, --config FILE, --no-config'),
    call('lsp --stdio', 'run a language server, for editors other than VS Code'),
    '',
    say('With every command:'),
    ...GENERAL_OPTIONS.map(option),
    '',
    say('Clouds: {ids}, and those of the config file.', { ids: sayAll(say, [...clouds.keys()]) }),
    say('Exit codes:'),
    ...EXIT_CODES.map(([code, means]) => row(2, 6, code, say(means))),
    '',
  ].join('\n');
}

/** Returns a line of two columns. If the first is too long, the second starts two blanks after it. */
function row(indent: number, column: number, first: string, second: string): string {
  const gap = Math.max(column - indent - columnsOf(first), 2);
  return `${' '.repeat(indent)}${first}${' '.repeat(gap)}${second}`;
}
