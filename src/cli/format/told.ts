import { fingerprintOf } from '../fingerprint';
import { pathFromHere } from '../path-from-here';
import type { CheckedFile, Report, ReportedFinding } from '../report';

/** What tells the finding from others in later runs, with its path from the folder of this run. */
export function fingerprintHere({ path }: CheckedFile, { fingerprint }: ReportedFinding): string {
  return fingerprintOf(pathFromHere(path), fingerprint);
}

/** The files that a report names: those that hold a server, have a finding or could not be checked. */
export function toldFiles({ files }: Pick<Report, 'files'>): CheckedFile[] {
  return files.filter(
    ({ servers, findings, skipped }) => servers > 0 || findings.length > 0 || skipped !== null,
  );
}
