import { stat } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { BASELINE_VERSION, type Baseline } from '../service/config';
import { fingerprintOf } from './fingerprint';
import { pathFromHere } from './path-from-here';
import type { CheckedFile, ReportedFinding } from './report';

/**
 * Returns a file's key in a baseline, relative to the baseline's folder, and a function that gives each finding's key:
 * rule and fingerprint.
 */
function keysIn(baselinePath: string, { path }: CheckedFile) {
  const file = pathFromHere(path, dirname(resolve(baselinePath)));
  return {
    file,
    keyOf: ({ rule, fingerprint }: ReportedFinding) => `${rule} ${fingerprintOf(file, fingerprint)}`,
  };
}

/**
 * Returns the text of a baseline with all findings. The entries are sorted, one finding a line, so a diff of two
 * baselines shows which findings came and went.
 */
export function baselineOf(path: string, files: readonly CheckedFile[]): string {
  const entries = new Map<string, Readonly<Record<string, number>>>();
  for (const checked of files) {
    if (checked.findings.length === 0) continue;
    const { file, keyOf } = keysIn(path, checked);
    const counts = new Map<string, number>();
    for (const finding of checked.findings) {
      const key = keyOf(finding);
      counts.set(key, (counts.get(key) ?? 0) + 1);
    }
    entries.set(file, sorted(counts));
  }
  return `${JSON.stringify({ version: BASELINE_VERSION, files: sorted(entries) }, null, 2)}\n`;
}

function sorted<T>(entries: ReadonlyMap<string, T>): Readonly<Record<string, T>> {
  return Object.fromEntries([...entries].sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** A run's findings without those that a baseline lists. */
export interface Compared {
  readonly files: readonly CheckedFile[];
  /** How many findings the baseline lists; `gone` counts those that no longer exist. */
  readonly known: number;
  readonly gone: number;
}

/** Removes the findings that a baseline lists. Of equal findings, it removes as many as the baseline counts. */
export async function leaveOut(
  path: string,
  baseline: Baseline,
  files: readonly CheckedFile[],
): Promise<Compared> {
  const unread = new Set<string>();
  /** The baseline's entries that no finding has matched yet, by file. */
  const left = new Map([...baseline].map(([file, counts]) => [file, new Map(counts)]));
  let known = 0;
  const kept = files.map((checked) => {
    const { file, keyOf } = keysIn(path, checked);
    if (checked.skipped !== null) unread.add(file);
    const counts = left.get(file);
    if (counts === undefined) return checked;
    const findings = checked.findings.filter((finding) => !takeOne(counts, keyOf(finding)));
    known += checked.findings.length - findings.length;
    return { ...checked, findings };
  });
  const seen = new Set(files.map((checked) => keysIn(path, checked).file));
  let gone = 0;
  for (const [file, counts] of left) {
    const isKnown = seen.has(file) ? !unread.has(file) : await isMissing(resolve(dirname(path), file));
    if (isKnown) for (const count of counts.values()) gone += count;
  }
  return { files: kept, known, gone };
}

/** Takes one off a count. Returns false if the count is already 0. */
function takeOne(counts: Map<string, number>, key: string): boolean {
  const count = counts.get(key) ?? 0;
  if (count > 0) counts.set(key, count - 1);
  return count > 0;
}

/** Tells whether a file does not exist. One that exists but was not checked may still have its findings. */
async function isMissing(path: string): Promise<boolean> {
  return stat(path).then(
    () => false,
    ({ code }: NodeJS.ErrnoException) => code === 'ENOENT',
  );
}
