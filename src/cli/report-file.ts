import {
  type Finding,
  type Fixture,
  fingerprintParts,
  fixesOf,
  positionsIn,
  type Span,
  sayFinding,
} from '../service';
import type { Say } from '../words';
import { frameOf } from './format/frame';
import { painter, SEVERITY_STYLES } from './format/paint';
import type { CheckedFile, Range, ReportedFinding } from './report';

/** The details that a report needs of each finding besides message and place. */
export interface Details {
  readonly fixes: boolean;
  readonly fingerprints: boolean;
  /** How the source line is shown; undefined to omit it. */
  readonly frame: { readonly width: number; readonly color: boolean } | undefined;
}

/** Returns a file's results with all places computed, so its text is no longer needed. */
export function reportFile(
  say: Say,
  path: string,
  fixture: Fixture,
  findings: readonly Finding[],
  details: Details,
): CheckedFile {
  const { text, servers } = fixture;
  const positionOf = positionsIn(text);
  const position = (offset: number) => ({ ...positionOf(offset), offset });
  const rangeOf = ({ start, end }: Span): Range => ({ start: position(start), end: position(end) });
  return {
    path,
    servers: servers.length,
    hasMark: text.startsWith('\uFEFF'),
    findings: findings.map((finding) => reportFinding(say, fixture, finding, rangeOf, details)),
    skipped: null,
  };
}

function reportFinding(
  say: Say,
  fixture: Fixture,
  finding: Finding,
  rangeOf: (span: Span) => Range,
  { fixes, fingerprints, frame }: Details,
): ReportedFinding {
  const { rule, severity, cloud, server, expected, span, related } = finding;
  const range = rangeOf(span);
  return {
    rule,
    severity,
    cloud,
    message: sayFinding(say, fixture, finding),
    range,
    server,
    expected,
    related: related.map((other) => ({ message: other.message, range: rangeOf(other.span) })),
    fixes: fixes
      ? fixesOf(say, fixture, finding).map((fix) => ({
          fix,
          ranges: fix.edits.map(({ offset, length }) => rangeOf({ start: offset, end: offset + length })),
        }))
      : [],
    fingerprint: fingerprints ? fingerprintParts(fixture, finding) : [],
    frame:
      frame &&
      frameOf(fixture.text, span, range.start, frame.width, (marks) =>
        painter(frame.color)(SEVERITY_STYLES[severity], marks),
      ),
  };
}
