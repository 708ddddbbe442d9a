import { realpath } from 'node:fs/promises';
import { normalize, relative } from 'node:path';
import { FILE_HEADERS_ONLY, formatPatch, type StructuredPatchHunk } from 'diff';
import type { Edit } from '../service';
import { applyEdits } from '../service/write/edits';

/** How many lines are shown around a change. */
const CONTEXT = 3;

/** Whole lines that change: from one to before another, counted from 0, and what stands there afterwards. */
interface Change {
  readonly from: number;
  readonly to: number;
  readonly lines: readonly string[];
}

/**
 * What edits do to a text, as a unified diff that `patch -p1` and `git apply` take.
 *
 * Only the changes themselves are looked at: to find them by comparing the texts takes minutes for ten thousand
 * of them, and they are known.
 *
 * @param name the file as {@link patchName} gives it.
 * @param edits in order and apart from each other.
 */
export function patchOf(name: string, text: string, edits: readonly Edit[]): string {
  // Without a tab behind it, patch takes a name to end at its first blank.
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

/** What a patch calls a file: its path from this folder, behind symbolic links, because a patch follows none. */
export async function patchName(path: string): Promise<string> {
  return slashes(relative(await realpath('.'), await realpath(path)));
}

/** What a patch calls a text that came by standard input. */
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

/** The lines that the edits touch; edits of the same line, or of the next one, are one change. */
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
    // An edit that reaches a line's end may take its break away, so that the next line belongs to it.
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

/** The changes of each hunk: those with so few lines between them that both would show the same ones. */
function grouped(changes: readonly Change[]): Change[][] {
  const groups: Change[][] = [];
  for (const change of changes) {
    const last = groups.at(-1)?.at(-1);
    if (last !== undefined && change.from - last.to <= 2 * CONTEXT) groups.at(-1)?.push(change);
    else groups.push([change]);
  }
  return groups;
}

/** The lines with their ends. A carriage return alone ends none, as for git. */
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
