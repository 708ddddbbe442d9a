import { blanksBehind, type Span } from '../../fixture';
import type { Edit } from '../types';
import { isBreak, isLineStart, lineBreakOf, lineStart } from './lines';
import type { Json } from './new-server';
import { becomesServer, type Collection, freeKey, isPlural, type Member } from './outline';

/** A server to insert between brackets, and the style of the text. */
export interface Pen {
  readonly text: string;
  readonly comments: readonly Span[];
  readonly server: Json;
  /** One level of indentation. */
  readonly unit: string;
  /**
   * `lines` if members may be on their own lines; otherwise one line, with blanks inside the brackets (`line`) or
   * without (`tight`).
   */
  readonly layout: 'lines' | 'line' | 'tight';
  /** Returns a key in the style of the text. */
  readonly writeKey: (key: string, into: Collection) => string;
}

/** Completes a member: inserts the value after a key, or the missing member at a comma. */
export function fillMember(pen: Pen, member: Member, offset: number): Edit {
  return member.colon === undefined ? fillGap(pen, member, offset) : fillValue(pen, member, member.colon);
}

/** Inserts a server between brackets, after the member that is at or before the cursor. */
export function insertInBrackets(pen: Pen, into: Collection, offset: number): Edit {
  const { text, server } = pen;
  if (becomesServer(into)) {
    const gap = into.of ? gapOfAlone(pen, into.of) : lineOf(text, into.start);
    return fillEmpty(pen, into, render(pen, server, gap).slice(1, -1));
  }
  const before = into.members.findLast(({ start }) => start < offset);
  const prefix = prefixIn(pen, into);
  const neighbour = before ?? into.members[0];
  if (neighbour === undefined) {
    const outer = pen.layout === 'lines' ? lineOf(text, into.start) : '';
    const inner = pen.layout === 'lines' ? `${outer}${pen.unit}` : '';
    return fillEmpty(pen, into, `${inner}${prefix}${render(pen, server, inner)}${outer}`);
  }
  const gap = gapOf(pen, neighbour);
  const written = `${prefix}${render(pen, server, gap)}`;
  if (before === undefined) return { offset: neighbour.start, length: 0, text: `${written},${gap}` };
  const { comma } = neighbour;
  if (comma === undefined) return { offset: neighbour.end, length: 0, text: `,${gap}${written}` };
  // A comment on the same line belongs to the neighbour.
  const comment = pen.comments.find(({ start }) => start === blanksBehind(text, comma));
  const isLast = comment !== undefined && isBreak(text[blanksBehind(text, comment.end)]);
  const at = isLast && /[\r\n]/.test(gap) ? comment.end : comma;
  return { offset: at, length: 0, text: `${gap}${written},` };
}

/** Fills empty brackets, replacing the blanks after the first one. */
function fillEmpty({ text }: Pen, { start, end }: Collection, inner: string): Edit {
  const blanks = /^\s*/.exec(text.slice(start + 1, end))?.[0].length ?? 0;
  // A comment there is separated from the inserted text.
  const isAlone = start + 1 + blanks === end - 1;
  return { offset: start + 1, length: blanks, text: isAlone ? inner : `${inner} ` };
}

/** Inserts the value after a key, and a comma if the next key follows without one. */
function fillValue(pen: Pen, member: Member, colon: number): Edit {
  const { text, server } = pen;
  const end = blanksBehind(text, colon);
  const value = render(pen, isPlural(member.key) ? [server] : server, gapOfAlone(pen, member));
  const isLast = member.in.members.at(-1) === member;
  const comma = member.comma === undefined && !isLast ? ',' : '';
  const tail = /[\r\n,}\]]/.test(text.charAt(end)) ? '' : ' ';
  return { offset: colon, length: end - colon, text: ` ${value}${comma}${tail}` };
}

/** Inserts an item or entry at a comma without one, after the comments before the cursor. */
function fillGap(pen: Pen, hole: Member, offset: number): Edit {
  const { text, server } = pen;
  const comment = pen.comments.findLast(({ start }) => hole.start <= start && start < offset);
  const start = comment?.end ?? hole.start;
  const blanks = /^\s*/.exec(text.slice(start, hole.end))?.[0] ?? '';
  const neighbour = hole.in.members.find(({ state }) => state !== 'gap');
  const usual = gapOf(pen, neighbour ?? hole);
  // After a comment, only the next line is free.
  const gap = comment === undefined || /[\r\n]/.test(usual) ? usual : lineOf(text, hole.in.start) + pen.unit;
  const isAlone = start + blanks.length === hole.end;
  const tail = /(?:\r\n|\r|\n)[ \t]*$/.exec(blanks)?.[0] ?? (isAlone ? '' : ' ');
  const written = `${prefixIn(pen, hole.in)}${render(pen, server, gap)}`;
  return { offset: start, length: blanks.length, text: `${gap}${written}${tail}` };
}

function prefixIn({ writeKey }: Pen, into: Collection): string {
  return into.kind === 'map' ? `${writeKey(freeKey(into), into)}: ` : '';
}

/** Returns the gap like {@link gapOf}, but a line break for a member without neighbours. */
function gapOfAlone(pen: Pen, member: Member): string {
  return member.in.members.length === 1 ? lineOf(pen.text, member.start) : gapOf(pen, member);
}

/** Returns the gap before a member: a line break with indentation, or a blank. */
function gapOf({ text, layout }: Pen, { start }: Member): string {
  const line = lineStart(text, start);
  const isFirst = isLineStart(text, line) && blanksBehind(text, line) === start;
  return layout === 'lines' && isFirst ? lineOf(text, start) : ' ';
}

/** Returns a line break and the indentation of the line at an offset. */
function lineOf(text: string, offset: number): string {
  const start = lineStart(text, offset);
  return lineBreakOf(text) + text.slice(start, Math.min(offset, blanksBehind(text, start)));
}

/** Formats a value on lines with the same gap, or on one line if the gap has no line break. */
function render({ unit, layout }: Pen, value: Json, gap: string): string {
  if (layout === 'tight') return inOneLine(value);
  if (layout === 'lines' && /[\r\n]/.test(gap))
    return JSON.stringify(value, null, unit).replaceAll('\n', gap);
  return JSON.stringify(value, null, 1).replace(/\n\s*/g, ' ');
}

/** Formats a value as JSON Lines does: `{"a": 1, "b": 2}`. */
export function inOneLine(value: Json): string {
  return JSON.stringify(value, null, 1).replace(
    /([{[]?)\n *([}\]]?)/g,
    (_, open: string, close: string) => open + (open === '' && close === '' ? ' ' : '') + close,
  );
}
