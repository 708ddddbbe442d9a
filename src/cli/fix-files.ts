import { realpath } from 'node:fs/promises';
import { relative, resolve } from 'node:path';
import type { Say } from '../words';
import type { FileResult } from './check-file';
import type { Change, FixTo } from './draft-fix';
import { patchName, patchNameOfStdin, patchOf } from './patch';
import { FileError } from './read-text';
import { realPathOf } from './real-path';
import { replaceFile } from './replace-file';
import type { CheckedFile } from './report';
import { UsageError } from './usage';

/** A file to fix, as it was checked. */
export interface FixJob {
  /** Where it was read, `-` for standard input. */
  readonly path: string;
  readonly result: FileResult;
  readonly say: Say;
  /** True for a file that was asked for by its own name. */
  readonly isNamed: boolean;
}

/** What fixing came to. */
export interface FixedFiles {
  /** The files as they are now, or would be. */
  readonly files: readonly CheckedFile[];
  /** How many findings are gone, and in how many files. */
  readonly findings: number;
  readonly changed: number;
  /** What belongs on standard output. */
  readonly out: string;
  /** A line for each file that could not be written. */
  readonly problems: readonly string[];
  /** A line for each file that was left as it is for another reason. */
  readonly notes: readonly string[];
}

/** One file after its fixes. */
interface FixedFile {
  readonly file: CheckedFile;
  readonly findings: number;
  readonly out: string;
  readonly problem?: string;
  readonly note?: string;
  /** True for a link that is not written through: its target may still be, under its own name. */
  readonly isLeft?: boolean;
}

/**
 * Reads `--fix` and `--dry-run`.
 *
 * @returns undefined where neither is asked for.
 * @throws UsageError where two things would have to go to standard output.
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

/** Fixes what can be fixed in files that were checked, one after another. */
export async function fixFiles(jobs: readonly FixJob[], to: FixTo): Promise<FixedFiles> {
  /** By their real path: a link and its target are one file, and are fixed once. */
  const done = new Map<string, FixedFile>();
  const fixed: FixedFile[] = [];
  for (const job of jobs) {
    const place = job.path === '-' ? '-' : (realPathOf(job.path) ?? job.path);
    const before = done.get(place);
    const one = before ? alreadyFixed(before, job.result.file.path) : await fixFile(job, to);
    if (!before && !one.isLeft) done.set(place, one);
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

/** True for a file that a link, be it on its way, leads to from this folder's tree, or from another, to somewhere else. */
async function leadsOut(path: string): Promise<boolean> {
  const here = await realpath('.');
  const target = await realpath(path);
  return target !== resolve(here, relative('', path)) && relative(here, target).startsWith('..');
}

/** The same file under another name: already fixed and reported. */
function alreadyFixed({ file }: FixedFile, path: string): FixedFile {
  return { file: { ...file, path }, findings: 0, out: '' };
}

async function fixFile({ path, result, say, isNamed }: FixJob, to: FixTo): Promise<FixedFile> {
  const { file, fix, text = '' } = result;
  const asItIs = { file, findings: 0, out: text };
  if (fix === undefined) return asItIs;
  if (fix.isWhole && !isNamed && to === 'files' && (await leadsOut(path))) {
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
 * Brings a fixed text where it belongs.
 *
 * @returns what belongs on standard output.
 * @throws FileError for a file that cannot be written; it is as it was then.
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
