import { type Say, sayAll, sayClauses, sayNumber } from '../words';
import type { Finding } from './types';

/** What a check of several files came to. */
export interface Summary {
  readonly files: number;
  readonly servers: number;
  readonly errors: number;
  readonly warnings: number;
  readonly informations: number;
  readonly hints: number;
  readonly skipped: number;
}

/** What one file adds to it. */
export interface Counted {
  readonly servers: number;
  readonly severities: readonly Finding['severity'][];
  /** True for a file that could not be checked. */
  readonly isSkipped: boolean;
}

/** Adds up what files hold. */
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

/** The summary on one line: how many findings of each severity, and in how much. */
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

/** `1 server`, `2 servers`. */
export function sayServers(say: Say, count: number): string {
  return sayNumber(say, count, '{count} server', '{count} servers');
}

/** `1 file`, `2 files`. */
export function sayFiles(say: Say, count: number): string {
  return sayNumber(say, count, '{count} file', '{count} files');
}

/** `1 finding`, `2 findings`. */
export function sayFindings(say: Say, count: number): string {
  return sayNumber(say, count, '{count} finding', '{count} findings');
}
