import type { Span } from '../../service';
import { spellOut } from '../../words';
import { columnsOf } from '../columns';
import type { Place } from '../report';

/** What a tab is shown as. */
const TAB = '  ';

/** How much of the room a long value may take. */
const VALUE = 0.7;

/** How much of the room beside the value its right side may take, where the left side needs room as well. */
const BEHIND = 0.5;

/**
 * Shows the line of a value with the value marked, as two lines of text:
 *
 *       12 |   "status": "ACTIVE",
 *          |             ^^^^^^^^
 *
 * Of a line that is too long it shows what stands around the value. What nobody would see is spelled out.
 *
 * @param start where the span starts
 * @param width how many columns each line may take
 * @param paint gives the marks their colour
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

/** The line around a span, or as much of it as there is room for. Never looks further: a line can be a whole file. */
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

/** True for a stretch that goes on in another line. */
function isBroken(stretch: string): boolean {
  return /[\r\n]/.test(stretch);
}

/** The characters of a stretch of a line, as they are shown; those behind a line break are left out. */
function lettersOf(text: string, from: number, to: number): string[] {
  const line = text.slice(isInPair(text, from) ? from + 1 : from, isInPair(text, to) ? to - 1 : to);
  return Array.from(line.split(/[\r\n]/, 1)[0] ?? '', (char) => (char === '\t' ? TAB : spellOut(char)));
}

/** True for an offset between the halves of a surrogate pair. */
function isInPair(text: string, offset: number): boolean {
  return offset > 0 && (text.codePointAt(offset - 1) ?? 0) > 0xffff;
}

/** As many characters from the front as there is room for. */
function startOf(letters: readonly string[], room: number): string {
  if (room < 1) return '';
  return fits(letters, room) ? letters.join('') : `${takeWhileFits(letters, room - 1).join('')}…`;
}

/** As many characters from the back as there is room for. */
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
