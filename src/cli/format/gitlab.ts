import { fingerprintOf } from '../fingerprint';
import { pathFromHere } from '../path-from-here';
import { type CheckedFile, type Print, type Report, type ReportedFinding, shown } from '../report';
import { fingerprintHere } from './told';
import { writeList, writeValue } from './write-json';

const SEVERITIES = { error: 'major', warning: 'minor', information: 'info', hint: 'info' } as const;

/** Formats the findings as GitLab's code quality report: a list in which each finding has a unique fingerprint. */
export function* formatGitlab({ files }: Report, print: Pick<Print, 'quiet'>): Iterable<string> {
  yield* writeList(issuesIn(files, print), 0, function* (issue) {
    yield writeValue(issue, 2);
  });
  yield '\n';
}

function* issuesIn(files: readonly CheckedFile[], print: Pick<Print, 'quiet'>) {
  for (const file of files) {
    const path = pathFromHere(file.path);
    const numbered = numberEqual((finding) => fingerprintHere(file, finding));
    for (const finding of shown(file, print)) yield issue(path, finding, numbered(finding));
  }
}

function issue(path: string, { rule, severity, message, range }: ReportedFinding, fingerprint: string) {
  const [begin, end] = [range.start, range.end].map(({ line, column }) => ({ line, column }));
  return {
    description: message,
    check_name: rule,
    fingerprint,
    severity: SEVERITIES[severity],
    location: {
      path,
      lines: { begin: range.start.line, end: range.end.line },
      positions: { begin, end },
    },
  };
}

/** Gives equal findings different fingerprints: of those that share one, GitLab shows only one. */
function numberEqual(
  fingerprint: (finding: ReportedFinding) => string,
): (finding: ReportedFinding) => string {
  const seen = new Map<string, number>();
  return (finding) => {
    const own = fingerprint(finding);
    const count = (seen.get(own) ?? 0) + 1;
    seen.set(own, count);
    return count === 1 ? own : fingerprintOf(own, [count]);
  };
}
