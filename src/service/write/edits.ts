import type { Edit } from '../types';

/** Applies edits that are in order and do not overlap. */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  const parts: string[] = [];
  let at = 0;
  for (const edit of edits) {
    parts.push(text.slice(at, edit.offset), edit.text);
    at = edit.offset + edit.length;
  }
  return parts.join('') + text.slice(at);
}

/**
 * Returns a function that moves an offset past edits, which are in order and do not overlap. An insertion at the offset
 * does not move it; an offset inside an edit moves to its start.
 */
export function offsetAfter(edits: readonly Edit[]): (offset: number) => number {
  const grown = [0];
  for (const { length, text } of edits) grown.push((grown.at(-1) ?? 0) + text.length - length);
  return (offset) => {
    let passed = 0;
    for (let beyond = edits.length; passed < beyond; ) {
      const middle = (passed + beyond) >> 1;
      const edit = edits[middle];
      if (edit && edit.offset < offset && edit.offset + edit.length <= offset) passed = middle + 1;
      else beyond = middle;
    }
    return Math.min(offset, edits[passed]?.offset ?? offset) + (grown[passed] ?? 0);
  };
}

/** A part of the text between two lists of edits. */
interface Region {
  readonly start: number;
  end: number;
  /** How many code units the first list added. */
  growth: number;
  /** The edits of the second list in it. */
  readonly edits: Edit[];
}

/**
 * Joins two lists of edits, of which the second applies to the result of the first.
 *
 * @param between the text after the first list.
 * @returns edits of the original text, in order and without overlaps.
 */
export function joinEdits(between: string, first: readonly Edit[], second: readonly Edit[]): Edit[] {
  const move = offsetAfter(first);
  const written = first.map(({ offset, length, text }): Region => {
    const start = move(offset);
    return { start, end: start + text.length, growth: text.length - length, edits: [] };
  });
  const replaced = second.map(
    (edit): Region => ({ start: edit.offset, end: edit.offset + edit.length, growth: 0, edits: [edit] }),
  );
  let grown = 0;
  return merge([...written, ...replaced]).map(({ start, end, growth, edits }) => {
    const inside = edits.map((edit) => ({ ...edit, offset: edit.offset - start }));
    const text = applyEdits(between.slice(start, end), inside);
    const offset = start - grown;
    grown += growth;
    return { offset, length: end - start - growth, text };
  });
}

/** Merges regions that overlap or touch. */
function merge(regions: readonly Region[]): Region[] {
  const merged: Region[] = [];
  for (const region of [...regions].sort((a, b) => a.start - b.start)) {
    const last = merged.at(-1);
    if (last === undefined || region.start > last.end) {
      merged.push({ ...region, edits: [...region.edits] });
      continue;
    }
    last.end = Math.max(last.end, region.end);
    last.growth += region.growth;
    for (const edit of region.edits) last.edits.push(edit);
  }
  return merged;
}
