import { type CheckedFile, type Print, type Report, type ReportedFinding, shown } from '../report';
import { toldFiles } from './told';
import { writeList, writeValue } from './write-json';

/** Formats the findings as JSON, version 1. Lines and columns start at 1; columns and offsets are UTF-16 code units. */
export function* formatJson(report: Report, print: Pick<Print, 'quiet'>): Iterable<string> {
  yield `{\n  "version": 1,\n  "summary": ${writeValue(report.summary, 2)},\n  "files": `;
  yield* writeList(toldFiles(report), 2, function* (file) {
    yield `${writeValue(factsOf(file), 4).slice(0, -'\n    }'.length)},\n      "findings": `;
    yield* writeList(shown(file, print), 6, function* (finding) {
      yield writeValue(findingOf(finding), 8);
    });
    yield '\n    }';
  });
  yield '\n}\n';
}

function factsOf({ path, servers, skipped }: CheckedFile) {
  return { path, servers, skipped };
}

function findingOf(finding: ReportedFinding) {
  const { rule, severity, cloud, message, range, server, expected, related, fixes } = finding;
  return {
    rule,
    severity,
    cloud,
    message,
    range,
    server,
    expected,
    related,
    fixes: fixes.map(({ fix }) => fix),
  };
}
