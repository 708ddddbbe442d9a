import { blanksBehind, type Span } from '../../fixture';
import type { Edit } from '../types';
import { isBreak, isLineStart, lineBreakOf, lineStart } from './lines';
import type { Json } from './new-server';
import { becomesServer, type Collection, freeKey, isPlural, type Member } from './outline';

/** What is put between brackets, and how it is written there. */
export interface Pen {
  readonly text: string;
  readonly comments: readonly Span[];
  readonly server: Json;
  /** One level of indentation. */
  readonly unit: string;
  /** `lines` where neighbours may stand on lines of their own, else all in one line, with blanks inside or without. */
  readonly layout: 'lines' | 'line' | 'tight';
  /** A key as the text writes it. */
  readonly writeKey: (key: string, into: Collection) => string;
}

/** Fills a member that is not whole yet: the value behind a key, or what is missing at a comma. */
export function fillMember(pen: Pen, member: Member, offset: number): Edit {
  return member.colon === undefined ? fillGap(pen, member, offset) : fillValue(pen, member, member.colon);
}

/** Puts a server between brackets, behind the member that the cursor is in or behind. */
export function insertInBrackets(pen: Pen, into: Collection, offset: number): Edit {
  const { text, server } = pen;
  if (becomesServer(into)) {
    const gap = into.of ? gapOfAlone(pen, into.of) : lineOf(text, into.start);
    return fillEmpty(pen, into, render(pen, server, gap).slice(1, -1));
  }
  const members = into.members.filter(({ state }) => state !== 'gap');
  const before = members.findLast(({ start }) => start < offset);
  const next = members.find(({ start }) => start >= offset);
  const prefix = prefixIn(pen, into);
  const neighbour = before ?? next;
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
  // A comment that follows on the line is the neighbour's.
  const comment = pen.comments.find(({ start }) => start === blanksBehind(text, comma));
  const isLast = comment !== undefined && isBreak(text[blanksBehind(text, comment.end)]);
  const at = isLast && /[\r\n]/.test(gap) ? comment.end : comma;
  return { offset: at, length: 0, text: `${gap}${written},` };
}

/** What goes between brackets that hold nothing: the blanks behind the first one give way. */
function fillEmpty({ text }: Pen, { start, end }: Collection, inner: string): Edit {
  const blanks = /^\s*/.exec(text.slice(start + 1, end))?.[0].length ?? 0;
  // A comment that stands there keeps apart from what comes before it.
  const isAlone = start + 1 + blanks === end - 1;
  return { offset: start + 1, length: blanks, text: isAlone ? inner : `${inner} ` };
}

/** The value behind a key, and a comma where the next key follows without one. */
function fillValue(pen: Pen, member: Member, colon: number): Edit {
  const { text, server } = pen;
  const end = blanksBehind(text, colon);
  const value = render(pen, isPlural(member.key) ? [server] : server, gapOfAlone(pen, member));
  const isLast = member.in.members.at(-1) === member;
  const comma = member.comma === undefined && !isLast ? ',' : '';
  const tail = end === text.length || /[\r\n,}\]]/.test(text[end] ?? '') ? '' : ' ';
  return { offset: colon, length: end - colon, text: ` ${value}${comma}${tail}` };
}

/** An item or entry at a comma that has none, behind the comments before the cursor. */
function fillGap(pen: Pen, hole: Member, offset: number): Edit {
  const { text, server } = pen;
  const comment = pen.comments.findLast(({ start }) => hole.start <= start && start < offset);
  const start = comment !== undefined && comment.end <= hole.end ? comment.end : hole.start;
  const blanks = /^\s*/.exec(text.slice(start, hole.end))?.[0] ?? '';
  const neighbour = hole.in.members.find(({ state }) => state !== 'gap');
  const isOnLines = pen.layout === 'lines' && /[\r\n]/.test(blanks);
  const usual = neighbour ? gapOf(pen, neighbour) : isOnLines ? lineOf(text, hole.in.start) + pen.unit : ' ';
  // Behind a comment only the next line is free.
  const gap = comment === undefined || /[\r\n]/.test(usual) ? usual : lineOf(text, hole.in.start) + pen.unit;
  const isAlone = start + blanks.length === hole.end;
  const tail = /(?:\r\n|\r|\n)[ \t]*$/.exec(blanks)?.[0] ?? (isAlone ? '' : ' ');
  const written = `${prefixIn(pen, hole.in)}${render(pen, server, gap)}`;
  return { offset: start, length: blanks.length, text: `${gap}${written}${tail}` };
}

function prefixIn({ writeKey }: Pen, into: Collection): string {
  return into.kind === 'map' ? `${writeKey(freeKey(into), into)}: ` : '';
}

/** As {@link gapOf}; what has no neighbours is written on lines. */
function gapOfAlone(pen: Pen, member: Member): string {
  const isAlone = pen.layout === 'lines' && member.in.members.length === 1;
  return isAlone ? lineOf(pen.text, member.start) : gapOf(pen, member);
}

/** What stands between a neighbour and what comes before it: a line of its own, or a blank. */
function gapOf({ text, layout }: Pen, { start }: Member): string {
  const line = lineStart(text, start);
  const isFirst = isLineStart(text, line) && blanksBehind(text, line) === start;
  return layout === 'lines' && isFirst ? lineOf(text, start) : ' ';
}

/** A line break and the blanks that the line of an offset begins with. */
function lineOf(text: string, offset: number): string {
  const start = lineStart(text, offset);
  return lineBreakOf(text) + text.slice(start, Math.min(offset, blanksBehind(text, start)));
}

/** A value on lines behind the same gap; in one line where the gap has no line break. */
function render({ unit, layout }: Pen, value: Json, gap: string): string {
  if (layout === 'tight') return inOneLine(value);
  if (layout === 'lines' && /[\r\n]/.test(gap))
    return JSON.stringify(value, null, unit).replaceAll('\n', gap);
  return JSON.stringify(value, null, 1).replace(/\n\s*/g, ' ');
}

/** A value as JSON Lines writes it: `{"a": 1, "b": 2}`. */
export function inOneLine(value: Json): string {
  return JSON.stringify(value, null, 1).replace(
    /([{[]?)\n *([}\]]?)/g,
    (_, open: string, close: string) => open + (open === '' && close === '' ? ' ' : '') + close,
  );
}
