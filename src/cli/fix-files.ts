import { realpath } from 'node:fs/promises';
import { isAbsolute, relative, resolve, sep } from 'node:path';
import type { Say } from '../words';
import type { FileResult } from './check-file';
import type { Change, FixTo } from './draft-fix';
import { identityOf, realPathOf } from './identity';
import { patchName, patchNameOfStdin, patchOf } from './patch';
import { FileError } from './read-text';
import { replaceFile } from './replace-file';
import type { CheckedFile } from './report';
import { UsageError } from './usage';

/** A checked file to fix. */
export interface FixJob {
  /** The path it was read from; `-` for standard input. */
  readonly path: string;
  readonly result: FileResult;
  readonly say: Say;
  /** True for a file that the call names directly. */
  readonly isNamed: boolean;
}

/** The results of fixing files. */
export interface FixedFiles {
  /** The files after their fixes, which `--dry-run` does not write. */
  readonly files: readonly CheckedFile[];
  /** How many findings are fixed, and in how many files. */
  readonly findings: number;
  readonly changed: number;
  /** The text for standard output. */
  readonly out: string;
  /** A line for each file that could not be written. */
  readonly problems: readonly string[];
  /** A line for each file that was left unchanged for another reason. */
  readonly notes: readonly string[];
}

/** One file after its fixes. */
interface FixedFile {
  readonly file: CheckedFile;
  readonly findings: number;
  readonly out: string;
  readonly problem?: string;
  readonly note?: string;
  /** True for a link that is not followed: its target may still be fixed under another name. */
  readonly isLeft?: boolean;
}

/**
 * Reads `--fix`, `--fix-directives` and `--dry-run`.
 *
 * @returns undefined if none of them is given.
 * @throws UsageError if two outputs would go to standard output.
 */
export function fixTo(
  say: Say,
  values: { fix: boolean; 'fix-directives': boolean; 'dry-run': boolean; output?: string | undefined },
  names: readonly string[],
  format: string,
): FixTo | undefined {
  if (!values.fix && !values['fix-directives'] && !values['dry-run']) return undefined;
  const to = values['dry-run'] ? 'diff' : names.includes('-') ? 'stdout' : 'files';
  if (to === 'stdout' && names.length > 1) throw new UsageError(say('With --fix, - must be the only input.'));
  if (to !== 'files' && format !== 'text' && values.output === undefined) {
    throw new UsageError(say(NEEDS_OUTPUT[to], { format }));
  }
  return to;
}

const NEEDS_OUTPUT = {
  diff: '--dry-run prints a diff to standard output, so --format {format} needs --output.',
  stdout: '--fix prints the fixed text of - to standard output, so --format {format} needs --output.',
} as const;

/** Fixes checked files, one after another. */
export async function fixFiles(jobs: readonly FixJob[], to: FixTo): Promise<FixedFiles> {
  // Asked before anything is written, since a fixed file is a new one. A diff changes each hard link by itself.
  const fileOf = to === 'diff' ? realPathOf : identityOf;
  const identities = jobs.map(({ path }) => (path === '-' ? '-' : fileOf(path)));
  /** A link and its target are one file, which is fixed once. */
  const done = new Map<string | undefined, FixedFile>();
  const fixed: FixedFile[] = [];
  for (const [i, job] of jobs.entries()) {
    const before = done.get(identities[i]);
    const one = before ? alreadyFixed(before, job.result.file.path) : await fixFile(job, to);
    // One that nothing was changed in may have other rules under its other name.
    if (!before && one.findings > 0) done.set(identities[i], one);
    fixed.push(one);
  }
  return {
    files: fixed.map(({ file }) => file),
    findings: fixed.reduce((sum, { findings }) => sum + findings, 0),
    changed: fixed.filter(({ findings }) => findings > 0).length,
    out: fixed.map(({ out }) => out).join(''),
    problems: fixed.flatMap(({ problem, file }) =>
      problem === undefined ? [] : [`${file.path}: ${problem}`],
    ),
    notes: fixed.flatMap(({ note, file }) => (note === undefined ? [] : [`${file.path}: ${note}`])),
  };
}

/** Tells whether a symbolic link, anywhere along the path, leads out of the current folder. */
async function leadsOut(path: string): Promise<boolean> {
  const here = await realpath('.');
  const target = await realpath(path);
  if (target === resolve(here, relative('', path))) return false;
  const way = relative(here, target);
  // On another drive of Windows, the path stays absolute.
  return isAbsolute(way) || way.split(sep)[0] === '..';
}

/** Returns the result for the same file under another name: it is already fixed and reported. */
function alreadyFixed({ file }: FixedFile, path: string): FixedFile {
  return { file: { ...file, path }, findings: 0, out: '' };
}

async function fixFile({ path, result, say, isNamed }: FixJob, to: FixTo): Promise<FixedFile> {
  const { file, fix, text = '' } = result;
  const asItIs = { file, findings: 0, out: text };
  if (fix === undefined) return asItIs;
  if (fix.isWhole && !isNamed && to !== 'stdout' && (await leadsOut(path))) {
    const note = say('is a link that you did not name, so it was not fixed');
    return { ...asItIs, note, isLeft: true };
  }
  const note = fix.note === undefined ? {} : { note: fix.note };
  if (fix.change === undefined) return { ...asItIs, ...note };
  const { fixed } = fix.change;
  const after = { ...fix.change.file, skipped: file.skipped };
  try {
    const out = await deliver(say, path, file.path, fix.change, to);
    return { ...note, file: after, findings: fixed, out };
  } catch (error) {
    if (!(error instanceof FileError)) throw error;
    return { ...asItIs, problem: error.message };
  }
}

/**
 * Writes a fixed text to its destination.
 *
 * @returns the text for standard output.
 * @throws FileError if the file cannot be written.
 */
async function deliver(
  say: Say,
  path: string,
  name: string,
  { before, after, edits }: Change,
  to: FixTo,
): Promise<string> {
  if (to === 'stdout') return after;
  if (to === 'diff') {
    return patchOf(path === '-' ? patchNameOfStdin(name) : await patchName(path), before, edits);
  }
  await replaceFile(say, path, before, after);
  return '';
}
