import type { Finding } from '../../service';
import { fingerprintOf } from '../fingerprint';
import { pathFromHere } from '../path-from-here';
import type { CheckedFile, Print, Report } from '../report';
import { fingerprintHere, type Told, toldOf } from './told';
import { writeList, writeValue } from './write-json';

const SEVERITIES = { error: 'major', warning: 'minor', information: 'info', hint: 'info' } as const;

/** The findings as GitLab's code quality report reads them: a list, each finding with a fingerprint of its own. */
export function* formatGitlab({ files }: Report, print: Pick<Print, 'say' | 'quiet'>): Iterable<string> {
  yield* writeList(issuesIn(files, print), 0, function* (issue) {
    yield writeValue(issue, 2);
  });
  yield '\n';
}

function* issuesIn(files: readonly CheckedFile[], print: Pick<Print, 'say' | 'quiet'>) {
  for (const file of files) {
    const path = pathFromHere(file.path);
    const numbered = numberEqual((finding) => fingerprintHere(file, finding));
    for (const told of toldOf(file, print)) yield issue(path, told, numbered(told.finding));
  }
}

function issue(path: string, { finding, message, range: { start, end } }: Told, fingerprint: string) {
  return {
    description: message,
    check_name: finding.rule,
    fingerprint,
    severity: SEVERITIES[finding.severity],
    location: {
      path,
      lines: { begin: start.line, end: end.line },
      positions: { begin: start, end },
    },
  };
}

/** GitLab shows one finding of those with the same fingerprint, so the second of them gets another. */
function numberEqual(fingerprint: (finding: Finding) => string): (finding: Finding) => string {
  const seen = new Map<string, number>();
  return (finding) => {
    const own = fingerprint(finding);
    const count = (seen.get(own) ?? 0) + 1;
    seen.set(own, count);
    return count === 1 ? own : fingerprintOf(own, [count]);
  };
}
