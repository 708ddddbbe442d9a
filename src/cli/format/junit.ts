import { spellOut } from '../../words';
import { pathFromHere } from '../path-from-here';
import type { CheckedFile, Print, Report, ReportedFinding } from '../report';
import { sayPath } from '../say-path';
import { toldFiles } from './told';

type Asked = Pick<Print, 'quiet' | 'warningsFail'>;

/**
 * Formats the findings as JUnit's XML: a suite for each file, a test for each finding.
 *
 * A test fails only if its finding fails the run, so a green run never has a red test. The other tests pass and have
 * the message as output. A file without findings is a passing test; one that could not be checked is a test with an
 * error, and so is whatever else fails the run, such as a path that does not exist.
 */
export function* formatJunit(report: Report, print: Asked): Iterable<string> {
  const files = toldFiles(report);
  const others = countsOfProblems(report.problems);
  const total = files.map((file) => countsOf(file, print)).reduce(add, others);
  yield `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites${attributes({ name: 'server-status', ...total })}>\n`;
  for (const file of files) yield* suite(file, print);
  if (report.problems.length > 0) yield* suiteOfProblems(report.problems);
  yield '</testsuites>\n';
}

/** The suite of what fails the run and is no file's finding. */
const RUN = 'server-status';

function* suiteOfProblems(problems: readonly string[]): Iterable<string> {
  yield `  <testsuite${attributes({ name: RUN, ...countsOfProblems(problems) })}>\n`;
  for (const message of problems) {
    const head = `    <testcase${attributes({ name: message, classname: RUN })}>`;
    yield `${head}\n      <error${attributes({ message })}/>\n    </testcase>\n`;
  }
  yield '  </testsuite>\n';
}

function countsOfProblems({ length }: readonly string[]): Counts {
  return { tests: length, failures: 0, errors: length };
}

interface Counts {
  readonly tests: number;
  readonly failures: number;
  readonly errors: number;
}

function add(a: Counts, b: Counts): Counts {
  return { tests: a.tests + b.tests, failures: a.failures + b.failures, errors: a.errors + b.errors };
}

function countsOf(file: CheckedFile, print: Asked): Counts {
  const findings = findingsIn(file, print);
  return {
    tests: Math.max(findings.length + (file.skipped === null ? 0 : 1), 1),
    failures: findings.filter(({ severity }) => fails(severity, print)).length,
    errors: file.skipped === null ? 0 : 1,
  };
}

/** Returns the findings to tell of; with `--quiet`, those that fail the run. */
function findingsIn({ findings }: CheckedFile, print: Asked): readonly ReportedFinding[] {
  return print.quiet ? findings.filter(({ severity }) => fails(severity, print)) : findings;
}

function fails(severity: ReportedFinding['severity'], { warningsFail }: Asked): boolean {
  return severity === 'error' || (severity === 'warning' && warningsFail);
}

function* suite(file: CheckedFile, print: Asked): Iterable<string> {
  const path = pathFromHere(file.path);
  yield `  <testsuite${attributes({ name: path, ...countsOf(file, print) })}>\n`;
  for (const finding of findingsIn(file, print))
    yield testOf(file.path, finding, fails(finding.severity, print));
  if (file.skipped !== null) {
    const about = attributes({ message: file.skipped });
    yield `${open(path, { name: 'check' })}>\n      <error${about}/>\n    </testcase>\n`;
  } else if (findingsIn(file, print).length === 0) yield `${open(path, { name: 'check' })}/>\n`;
  yield '  </testsuite>\n';
}

function testOf(
  path: string,
  { rule, severity, message, range }: ReportedFinding,
  isFailure: boolean,
): string {
  const { line, column } = range.start;
  const said = inXml(`${sayPath(path)}:${line}:${column}: ${severity} ${rule}: ${message}`);
  const inside = isFailure
    ? `<failure${attributes({ message, type: rule })}>${said}</failure>`
    : `<system-out>${said}</system-out>`;
  const head = open(pathFromHere(path), { name: `${rule} at ${line}:${column}`, line });
  return `${head}>\n      ${inside}\n    </testcase>\n`;
}

/** Returns the start of a test's tag, still open. Jenkins groups by classname; GitLab shows the file. */
function open(path: string, { name, line }: { readonly name: string; readonly line?: number }): string {
  return `    <testcase${attributes({ name, classname: path, file: path, line })}`;
}

function attributes(values: Readonly<Record<string, string | number | undefined>>): string {
  return Object.entries(values)
    .map(([key, value]) => (value === undefined ? '' : ` ${key}="${inXml(String(value))}"`))
    .join('');
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Matches characters that XML 1.0 cannot contain, even escaped, and unpaired surrogates. */
const FORBIDDEN = /[^\t\n\r\x20-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu;

/** Matches characters with a meaning in XML, characters that an attribute loses, and those that control a terminal. */
const MEANING = /[&<>"\t\n\r\x7f-\x9f\u202a-\u202e\u2066-\u2069]/g;

/** Escapes a text for an element or attribute. Characters that XML forbids become their code: `\\u0007`. */
function inXml(text: string): string {
  return text
    .replace(FORBIDDEN, (char) => (/[\ufffe\uffff]/.test(char) ? '\ufffd' : spellOut(char)))
    .replace(MEANING, (char) => ENTITIES[char] ?? `&#${char.charCodeAt(0)};`);
}
