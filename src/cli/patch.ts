import { realpath } from 'node:fs/promises';
import { normalize, relative } from 'node:path';
import { FILE_HEADERS_ONLY, formatPatch, type StructuredPatchHunk } from 'diff';
import type { Edit } from '../service';
import { applyEdits } from '../service/write/edits';

/** How many unchanged lines surround a change. */
const CONTEXT = 3;

/** A change of whole lines: their indices from 0, `to` exclusive, and their replacement. */
interface Change {
  readonly from: number;
  readonly to: number;
  readonly lines: readonly string[];
}

/**
 * Returns edits as a unified diff that `patch -p1` and `git apply` accept.
 *
 * The hunks are built from the edits: comparing the texts takes minutes for ten thousand changes.
 *
 * @param name the file as {@link patchName} gives it.
 * @param edits in order, without overlaps.
 */
export function patchOf(name: string, text: string, edits: readonly Edit[]): string {
  // Without a tab after it, patch ends a name at its first blank.
  const header = name.includes(' ') ? '\t' : undefined;
  const patch = {
    oldFileName: `a/${name}`,
    newFileName: `b/${name}`,
    oldHeader: header,
    newHeader: header,
    hunks: hunksOf(text, edits),
  };
  return formatPatch(patch, FILE_HEADERS_ONLY);
}

/** Returns a file's name in a patch: its real path relative to the current folder, as patch follows no links. */
export async function patchName(path: string): Promise<string> {
  return slashes(relative(await realpath('.'), await realpath(path)));
}

/** Returns the name in a patch of a text from standard input. */
export function patchNameOfStdin(name: string): string {
  return slashes(normalize(name)).replace(/^\/+/, '');
}

function hunksOf(text: string, edits: readonly Edit[]): StructuredPatchHunk[] {
  const lines = linesOf(text);
  let growth = 0;
  return grouped(changesOf(text, lines, edits)).map((changes) => {
    const from = Math.max((changes[0]?.from ?? 0) - CONTEXT, 0);
    const to = Math.min((changes.at(-1)?.to ?? 0) + CONTEXT, lines.length);
    const shown: string[] = [];
    const show = (mark: string, some: readonly string[]) => {
      for (const line of marked(mark, some)) shown.push(line);
    };
    let at = from;
    for (const change of changes) {
      show(' ', lines.slice(at, change.from));
      show('-', lines.slice(change.from, change.to));
      show('+', change.lines);
      at = change.to;
    }
    show(' ', lines.slice(at, to));
    const newStart = from + growth + 1;
    const grown = changes.reduce((sum, change) => sum + change.lines.length - (change.to - change.from), 0);
    growth += grown;
    return { oldStart: from + 1, oldLines: to - from, newStart, newLines: to - from + grown, lines: shown };
  });
}

/** Returns the changed lines. Edits of the same line or of adjacent lines are one change. */
function changesOf(text: string, lines: readonly string[], edits: readonly Edit[]): Change[] {
  const runs: { from: number; to: number; start: number; end: number; edits: Edit[] }[] = [];
  let line = 0;
  let start = 0;
  for (const edit of edits) {
    for (; start + (lines[line]?.length ?? 0) <= edit.offset && line < lines.length - 1; line += 1)
      start += lines[line]?.length ?? 0;
    let run = runs.at(-1);
    if (run === undefined || run.to < line) {
      run = { from: line, to: line, start, end: start, edits: [] };
      runs.push(run);
    }
    run.edits.push({ ...edit, offset: edit.offset - run.start });
    // An edit that reaches the end of a line may remove the line break, so the next line is part of the change.
    while (run.to < lines.length && (run.to <= line || run.end <= edit.offset + edit.length)) {
      run.end += lines[run.to]?.length ?? 0;
      run.to += 1;
    }
  }
  return runs.map((run) => ({
    from: run.from,
    to: run.to,
    lines: linesOf(applyEdits(text.slice(run.start, run.end), run.edits)),
  }));
}

/** Groups the changes into hunks: two changes share a hunk if their context lines meet. */
function grouped(changes: readonly Change[]): Change[][] {
  const groups: Change[][] = [];
  for (const change of changes) {
    const last = groups.at(-1)?.at(-1);
    if (last !== undefined && change.from - last.to <= 2 * CONTEXT) groups.at(-1)?.push(change);
    else groups.push([change]);
  }
  return groups;
}

/** Splits a text into lines with their line breaks. Like git, ignores a carriage return without a line feed. */
function linesOf(text: string): string[] {
  return text === '' ? [] : text.split(/(?<=\n)/);
}

function marked(mark: string, lines: readonly string[]): string[] {
  return lines.flatMap((line) =>
    line.endsWith('\n') ? [mark + line.slice(0, -1)] : [mark + line, '\\ No newline at end of file'],
  );
}

function slashes(path: string): string {
  return process.platform === 'win32' ? path.replaceAll('\\', '/') : path;
}
