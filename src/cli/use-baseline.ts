import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { positionsIn, sayFindings } from '../service';
import { type Baseline, readBaseline } from '../service/config';
import type { Say } from '../words';
import { baselineOf, leaveOut } from './baseline';
import { FileError, readText } from './read-text';
import type { CheckedFile } from './report';
import { sayPath } from './say-path';
import { BrokenConfig, UsageError } from './usage';
import { assertNoInput, assertWritable, writeOutput } from './write-output';

/** The options of `check` that name a baseline. */
export const BASELINE_OPTIONS = {
  baseline: { type: 'string' },
  'write-baseline': { type: 'string' },
} as const;

/** The options of a call that concern baselines and other outputs. */
export interface BaselineAsked {
  readonly baseline?: string | undefined;
  readonly 'write-baseline'?: string | undefined;
  readonly 'dry-run': boolean;
  readonly output?: string | undefined;
}

/** A baseline to compare with, or to write if `known` is undefined. */
export interface BaselinePlan {
  readonly path: string;
  readonly known: Baseline | undefined;
}

/**
 * Reads the baseline, or asserts that it can be written. A baseline is never checked as a fixture, even if the call
 * names it: pre-commit names every file that changes.
 *
 * @param files the files to check.
 * @returns the plan, if the call has a baseline, and the files to check without it.
 * @throws UsageError for an invalid call; BrokenConfig for a baseline with a mistake.
 */
export async function planBaseline(
  say: Say,
  asked: BaselineAsked,
  files: readonly string[],
): Promise<{ readonly plan?: BaselinePlan; readonly files: readonly string[] }> {
  const { baseline, 'write-baseline': toWrite, 'dry-run': isDry, output } = asked;
  if (baseline !== undefined && toWrite !== undefined) {
    throw new UsageError(say('--baseline and --write-baseline cannot be combined.'));
  }
  const path = baseline ?? toWrite;
  if (path === undefined) return { files };
  const option = baseline === undefined ? '--write-baseline' : '--baseline';
  if (toWrite !== undefined && isDry) {
    throw new UsageError(say('--dry-run writes no files, so it cannot be combined with --write-baseline.'));
  }
  if (output !== undefined && resolve(output) === resolve(path)) {
    throw new UsageError(
      say('{option} and {other} name the same file.', { option: '--output', other: option }),
    );
  }
  const known = baseline === undefined ? undefined : await readKnown(say, baseline);
  const isFree = known !== undefined || (await isReplaceable(say, path));
  const others = files.filter((file) => !(isFree && resolve(file) === resolve(path)));
  assertNoInput(say, option, path, others);
  if (known === undefined) await assertWritable(say, path, option);
  return { plan: { path, known }, files: others };
}

/**
 * Compares the findings with the baseline, or writes them to it.
 *
 * @returns the files with the findings that remain, and lines for standard error.
 */
export async function useBaseline(
  say: Say,
  { path, known }: BaselinePlan,
  files: readonly CheckedFile[],
): Promise<{ readonly files: readonly CheckedFile[]; readonly notes: readonly string[] }> {
  if (known === undefined) {
    await writeOutput(say, path, [baselineOf(path, files)], '--write-baseline');
    const findings = sayFindings(
      say,
      files.reduce((sum, file) => sum + file.findings.length, 0),
    );
    return {
      files: files.map((file) => ({ ...file, findings: [] })),
      notes: [say('{findings} written to {path}', { findings, path })],
    };
  }
  const { files: left, known: count, gone } = await leaveOut(path, known, files);
  const notes = [];
  if (count > 0) {
    notes.push(
      say('{findings} left out, because {path} lists them', { findings: sayFindings(say, count), path }),
    );
  }
  if (gone > 0) {
    const text = 'no longer found: {findings} in {path}; update it with --write-baseline';
    notes.push(say(text, { findings: sayFindings(say, gone), path }));
  }
  return { files: left, notes };
}

async function readKnown(say: Say, path: string): Promise<Baseline> {
  let text: string;
  try {
    text = readText(say, path);
  } catch (error) {
    if (!(error instanceof FileError)) throw error;
    throw new UsageError(say('The baseline {path} {problem}.', { path, problem: error.message }));
  }
  const { baseline, problems } = readBaseline(say, text);
  if (problems.length === 0) return baseline;
  const positionOf = positionsIn(text);
  const lines = problems.map(({ message, span }) => {
    const { line, column } = positionOf(span.start);
    return `${sayPath(path)}:${line}:${column}: ${message}`;
  });
  throw new BrokenConfig(lines.join('\n'));
}

/** Tells whether a file can be overwritten: it already contains a baseline, or nothing, as after a failed run. */
async function isReplaceable(say: Say, path: string): Promise<boolean> {
  const text = await readFile(path, 'utf8').catch(() => undefined);
  if (text === undefined) return false;
  return text.trim() === '' || readBaseline(say, text).problems.length === 0;
}
