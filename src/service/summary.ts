import { type Say, sayAll, sayClauses, sayNumber } from '../words';
import type { Finding } from './types';

/** The totals of a check of several files. */
export interface Summary {
  readonly files: number;
  readonly servers: number;
  readonly errors: number;
  readonly warnings: number;
  readonly informations: number;
  readonly hints: number;
  readonly skipped: number;
}

/** The numbers of one file. */
export interface Counted {
  readonly servers: number;
  readonly severities: readonly Finding['severity'][];
  /** True for a file that could not be checked. */
  readonly isSkipped: boolean;
}

/** Sums up the numbers of files. */
export function summaryOf(files: Iterable<Counted>): Summary {
  const sum = { files: 0, servers: 0, errors: 0, warnings: 0, informations: 0, hints: 0, skipped: 0 };
  for (const { servers, severities, isSkipped } of files) {
    sum.files += 1;
    sum.servers += servers;
    if (isSkipped) sum.skipped += 1;
    for (const severity of severities) sum[`${severity}s`] += 1;
  }
  return sum;
}

/** Returns the summary on one line: the findings of each severity, and the servers and files. */
export function saySummary(say: Say, summary: Summary): string {
  const { files, servers, errors, warnings, informations, hints, skipped } = summary;
  const bySeverity = sayAll(say, [
    sayNumber(say, errors, '{count} error', '{count} errors'),
    sayNumber(say, warnings, '{count} warning', '{count} warnings'),
    say('{count} information', { count: informations }),
    sayNumber(say, hints, '{count} hint', '{count} hints'),
  ]);
  const read = say('{servers} in {files}', {
    servers: sayServers(say, servers),
    files: sayFiles(say, files),
  });
  const parts = [bySeverity, read];
  if (skipped > 0) parts.push(say('{files} skipped', { files: sayFiles(say, skipped) }));
  return sayClauses(say, parts);
}

/** Returns `1 server`, `2 servers`. */
export function sayServers(say: Say, count: number): string {
  return sayNumber(say, count, '{count} server', '{count} servers');
}

/** Returns `1 file`, `2 files`. */
export function sayFiles(say: Say, count: number): string {
  return sayNumber(say, count, '{count} file', '{count} files');
}

/** Returns `1 finding`, `2 findings`. */
export function sayFindings(say: Say, count: number): string {
  return sayNumber(say, count, '{count} finding', '{count} findings');
}
