import { blanksBefore, blanksBehind, type Span } from '../../fixture';

/** Where the line around an offset begins, behind a byte order mark. */
export function lineStart(text: string, offset: number): number {
  let at = offset;
  while (at > 0 && !/[\r\n\uFEFF]/.test(text[at - 1] ?? '')) at -= 1;
  return at;
}

/** Where the next line begins, from the end of one; the end of the text behind the last. */
export function behindBreak(text: string, end: number): number {
  return Math.min(text.length, end + (text.startsWith('\r\n', end) ? 2 : 1));
}

/** The line break that a text uses; LF where it has none yet. */
export function lineBreakOf(text: string): string {
  return /\r\n|\r|\n/.exec(text)?.[0] ?? '\n';
}

/** The lines of a stretch where it stands alone on them, else the stretch with the blanks that it would leave behind. */
export function widen(text: string, { start, end }: Span): Span {
  const lead = blanksBefore(text, start);
  const tail = blanksBehind(text, end);
  if (tail < text.length && !isBreak(text[tail])) return { start, end: tail };
  return isLineStart(text, lead) ? { start: lead, end: behindBreak(text, tail) } : { start: lead, end };
}

/** True where a line begins. */
export function isLineStart(text: string, offset: number): boolean {
  return offset === 0 || isBreak(text[offset - 1]) || text[offset - 1] === '\uFEFF';
}

/** True for a YAML key behind a question mark, be a tag or an anchor between the two: its value has a colon of its own. */
export function isBehindQuestion(text: string, key: number): boolean {
  if (text[blanksBefore(text, key) - 1] === '?') return true;
  const lead = text.slice(lineStart(text, key), key);
  return /^ *(?:-[ \t]+)*\?[ \t]+(?:[&!]\S*[ \t]+)*$/.test(lead);
}

/** True for a line break; false at the end of a text. */
export function isBreak(char: string | undefined): boolean {
  return char === '\n' || char === '\r';
}
