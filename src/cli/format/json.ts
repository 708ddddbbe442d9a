import { fixesOf, positionsIn, type Related, type Span, sayFinding } from '../../service';
import { type CheckedFile, type Print, type Report, shown } from '../report';
import { toldFiles } from './told';
import { writeList, writeValue } from './write-json';

/** The findings as JSON, version 1. Lines and columns from 1, columns and offsets in UTF-16 code units. */
export function* formatJson(report: Report, print: Pick<Print, 'say' | 'quiet'>): Iterable<string> {
  yield `{\n  "version": 1,\n  "summary": ${writeValue(report.summary, 2)},\n  "files": `;
  yield* writeList(toldFiles(report), 2, function* (file) {
    const { findings, ...facts } = fileOf(file, print);
    yield `${writeValue(facts, 4).slice(0, -'\n    }'.length)},\n      "findings": `;
    yield* writeList(findings, 6, function* (finding) {
      yield writeValue(finding(), 8);
    });
    yield '\n    }';
  });
  yield '\n}\n';
}

function fileOf(file: CheckedFile, { say, quiet }: Pick<Print, 'say' | 'quiet'>) {
  const { fixture } = file;
  const positionOf = positionsIn(fixture.text);
  const position = (offset: number) => ({ ...positionOf(offset), offset });
  const range = ({ start, end }: Span) => ({ start: position(start), end: position(end) });
  return {
    path: file.path,
    servers: fixture.servers.length,
    skipped: file.skipped,
    findings: shown(file, { quiet }).map((finding) => () => ({
      rule: finding.rule,
      severity: finding.severity,
      cloud: finding.cloud,
      message: sayFinding(say, fixture, finding),
      range: range(finding.span),
      server: finding.server,
      expected: finding.expected,
      related: finding.related.map((other: Related) => ({
        message: other.message,
        range: range(other.span),
      })),
      fixes: fixesOf(say, fixture, finding),
    })),
  };
}
