import { fingerprintOf } from '../fingerprint';
import { pathFromHere } from '../path-from-here';
import type { CheckedFile, Report, ReportedFinding } from '../report';

/** Returns the fingerprint of a finding, with its path relative to the run's folder. */
export function fingerprintHere({ path }: CheckedFile, { fingerprint }: ReportedFinding): string {
  return fingerprintOf(pathFromHere(path), fingerprint);
}

/** Returns the files that a report lists: those with servers or findings, or that could not be checked. */
export function toldFiles({ files }: Pick<Report, 'files'>): CheckedFile[] {
  return files.filter(
    ({ servers, findings, skipped }) => servers > 0 || findings.length > 0 || skipped !== null,
  );
}
