import type { Span } from '../../service';
import { spellOut } from '../../words';
import { columnsOf } from '../columns';
import type { Place } from '../report';

/** The replacement of a tab, whose width a terminal decides. */
const TAB = '  ';

/** The share of the room that a long value may take. */
const VALUE = 0.7;

/** The share of the rest that the right side may take if the left side also needs it. */
const BEHIND = 0.5;

/**
 * Returns two lines of text that show and mark a value:
 *
 *       12 |   "status": "ACTIVE",
 *          |             ^^^^^^^^
 *
 * A line that is too long is cut around the value. Invisible characters are spelled out.
 *
 * @param start the place where the span starts.
 * @param width how many columns each line may take.
 * @param paint colours the marks.
 */
export function frameOf(
  text: string,
  span: Span,
  start: Place,
  width: number,
  paint: (marks: string) => string,
): string {
  const number = String(start.line).padStart(5);
  const gutter = ' '.repeat(number.length);
  const room = Math.max(width - number.length - 3, 20);
  const { before, value, after } = cut(text, span, span.start - start.column + 1, room);
  const marks = '^'.repeat(Math.max(columnsOf(value), 1));
  const line = `${number} | ${before}${value}${after}`.trimEnd();
  return `${line}\n${gutter} | ${' '.repeat(columnsOf(before))}${paint(marks)}\n`;
}

interface Cut {
  readonly before: string;
  readonly value: string;
  readonly after: string;
}

/** Cuts the line around a span to the room there is. Reads no further than that, as a line can be a whole file. */
function cut(text: string, { start, end }: Span, lineFrom: number, room: number): Cut {
  const most = Math.ceil(room * VALUE);
  const letters = lettersOf(text, start, Math.min(end, start + most + 1));
  const value = startOf(letters, most);
  const rest = room - columnsOf(value);
  const isWhole = fits(letters, most) && !isBroken(text.slice(start, Math.min(end, start + most + 1)));
  const ahead = isWhole ? lettersOf(text, end, end + rest + 1) : [];
  const wanted = Math.min(columnsOf(ahead.join('')), Math.ceil(rest * BEHIND));
  const before = endOf(lettersOf(text, Math.max(lineFrom, start - rest - 1), start), rest - wanted);
  return { before, value, after: startOf(ahead, rest - columnsOf(before)) };
}

/** Tells whether a part of the text continues on another line. */
function isBroken(stretch: string): boolean {
  return /[\r\n]/.test(stretch);
}

/** Returns the visible form of each character between two offsets, up to the first line break. */
function lettersOf(text: string, from: number, to: number): string[] {
  const line = text.slice(isInPair(text, from) ? from + 1 : from, isInPair(text, to) ? to - 1 : to);
  return Array.from(line.split(/[\r\n]/, 1)[0] ?? '', (char) => (char === '\t' ? TAB : spellOut(char)));
}

/** Tells whether an offset lies between the halves of a surrogate pair. */
function isInPair(text: string, offset: number): boolean {
  return offset > 0 && (text.codePointAt(offset - 1) ?? 0) > 0xffff;
}

/** Returns as many characters from the start as fit. */
function startOf(letters: readonly string[], room: number): string {
  if (room < 1) return '';
  return fits(letters, room) ? letters.join('') : `${takeWhileFits(letters, room - 1).join('')}…`;
}

/** Returns as many characters from the end as fit. */
function endOf(letters: readonly string[], room: number): string {
  if (room < 1) return '';
  if (fits(letters, room)) return letters.join('');
  return `…${takeWhileFits(letters.toReversed(), room - 1)
    .reverse()
    .join('')}`;
}

function fits(letters: readonly string[], room: number): boolean {
  return columnsOf(letters.join('')) <= room;
}

function takeWhileFits(letters: readonly string[], room: number): string[] {
  let left = room;
  const end = letters.findIndex((letter) => {
    left -= columnsOf(letter);
    return left < 0;
  });
  return letters.slice(0, end < 0 ? letters.length : end);
}
