import { clouds, DEFAULT_CLOUD } from '../mapping';
import { SCHEMA_DRAFTS } from '../service';
import { type Say, sayAll, type Text } from '../words';
import { columnsOf } from './columns';
import { FORMAT_NAMES } from './format';

/** A call or option, and its effect. */
type Row = readonly [typed: string, does: Text];

const CHECK_OPTIONS: readonly Row[] = [
  ['--cloud ID', "hold every server to this cloud's table (default: auto)"],
  ['--rule CODE=SEVERITY', 'off, hint, information, warning or error (repeatable)'],
  ['--config FILE', 'read this config file instead of the nearest .serverstatus.json'],
  ['--no-config', 'read no config file'],
  ['--languages ID,…', "search folders for files in these languages only (VS Code's ids)"],
  [`--format ${FORMAT_NAMES.join('|')}`, 'how the findings are printed'],
  ['--output FILE', 'where they are printed to'],
  ['--fix', 'write what can be fixed into the files, or the text of - to standard output'],
  ['--fix-directives', 'as --fix, and correct or remove the comments that silence nothing'],
  ['--dry-run', 'write nothing, print what --fix would change as a diff'],
  ['--max-warnings N', 'fail when there are more warnings'],
  ['--quiet', 'print errors only'],
  ['--write-baseline FILE', 'write the findings into this file instead of printing them'],
  ['--baseline FILE', 'leave out the findings that are in this file'],
  ['--no-color', 'no colours'],
  ['--explain', 'say on standard error what is a server, what is not, which cloud holds, and why'],
  ['--threads N', 'threads that check the files, 1 to 64 (default: 1)'],
  ['--stdin-filename NAME', 'what standard input would be called'],
];

const GENERAL_OPTIONS: readonly Row[] = [
  ['--lang en|zh-cn', "the language of what is printed (default: the locale's)"],
  ['--help', 'print this text'],
];

const EXIT_CODES: readonly Row[] = [
  ['0', 'no finding of severity error and not more warnings than allowed'],
  ['1', 'otherwise, or lookup found nothing'],
  [
    '2',
    'a wrong call, a missing path, an unreadable file or one that --fix cannot write, or a broken config',
  ],
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
    call(`check [${say('path or glob')} …]`, 'check files; folders are searched, - is standard input'),
    ...CHECK_OPTIONS.map(option),
    call('lookup VALUE', 'what a value means and where it stands'),
    call('lookup --vm-state V --task-state T', 'the status of a pair; null for none'),
    plain('--cloud ID, --format text|json, --config FILE, --no-config'),
    call('clouds', 'the clouds with their sources; as JSON every row'),
    plain('--format text|json, --config FILE, --no-config'),
    call('map', "a cloud's states and the ways between them as a picture"),
    plain(`${ofCloud}, --format svg|mermaid, --theme light|dark, --output FILE`),
    plain('--config FILE, --no-config'),
    call('schema', "a cloud's table as a JSON Schema, for other editors and test suites"),
    plain(`${ofCloud}, --draft ${SCHEMA_DRAFTS.join('|')}, --output FILE, --config FILE, --no-config`),
    call(`coverage [${say('path or glob')} …]`, 'which statuses and pairs the fixtures hold, and how often'),
    plain('--cloud ID, --format text|json, --config FILE, --no-config'),
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
