import { type Finding, fingerprintParts, positionsIn, type Span, sayFinding } from '../../service';
import { fingerprintOf } from '../fingerprint';
import { pathFromHere } from '../path-from-here';
import { type CheckedFile, type Print, type Report, shown } from '../report';

/** A place in lines and columns, from 1; columns in UTF-16 code units, the end exclusive. */
export interface Range {
  readonly start: Place;
  readonly end: Place;
}

export interface Place {
  readonly line: number;
  readonly column: number;
}

/** A finding as the formats for other programs print it. */
export interface Told {
  readonly finding: Finding;
  readonly message: string;
  readonly range: Range;
}

/** Turns the spans of a file into lines and columns. */
export function rangesIn({ fixture }: CheckedFile): (span: Span) => Range {
  const positionOf = positionsIn(fixture.text);
  return ({ start, end }) => ({ start: positionOf(start), end: positionOf(end) });
}

/** The findings of a file that are printed, with what every format says of them. */
export function* toldOf(file: CheckedFile, { say, quiet }: Pick<Print, 'say' | 'quiet'>): Iterable<Told> {
  const rangeOf = rangesIn(file);
  for (const finding of shown(file, { quiet })) {
    yield { finding, message: sayFinding(say, file.fixture, finding), range: rangeOf(finding.span) };
  }
}

/** What tells the finding from others in later runs, with its path from the folder of this run. */
export function fingerprintHere({ path, fixture }: CheckedFile, finding: Finding): string {
  return fingerprintOf(pathFromHere(path), fingerprintParts(fixture, finding));
}

/** The files that a report names: those that hold a server, have a finding or could not be checked. */
export function toldFiles({ files }: Pick<Report, 'files'>): CheckedFile[] {
  return files.filter(
    ({ fixture, findings, skipped }) => fixture.servers.length > 0 || findings.length > 0 || skipped !== null,
  );
}
