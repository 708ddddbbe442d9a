import { blanksBefore, blanksBehind, type Span } from '../../fixture';

/** Returns the start of the line around an offset, after a byte order mark. */
export function lineStart(text: string, offset: number): number {
  let at = offset;
  while (at > 0 && !/[\r\n\uFEFF]/.test(text[at - 1] ?? '')) at -= 1;
  return at;
}

/** Returns the start of the next line from the end of one, or the end of the text. */
export function behindBreak(text: string, end: number): number {
  return Math.min(text.length, end + (text.startsWith('\r\n', end) ? 2 : 1));
}

/** Returns the end of a value without the line breaks that belong to a block scalar at its end. */
export function beforeBreaks(text: string, end: number): number {
  let at = end;
  while (at > 0 && /\s/.test(text.charAt(at - 1))) at -= 1;
  return at;
}

/** Returns the line break that a text uses; LF if it has none. */
export function lineBreakOf(text: string): string {
  return /\r\n|\r|\n/.exec(text)?.[0] ?? '\n';
}

/** Widens a span to its whole lines if nothing else is on them, or otherwise by the blanks that would remain. */
export function widen(text: string, { start, end }: Span): Span {
  const lead = blanksBefore(text, start);
  const tail = blanksBehind(text, end);
  if (tail < text.length && !isBreak(text[tail])) return { start, end: tail };
  return isLineStart(text, lead) ? { start: lead, end: behindBreak(text, tail) } : { start: lead, end };
}

/** Tells whether a line starts at an offset. */
export function isLineStart(text: string, offset: number): boolean {
  return offset === 0 || isBreak(text[offset - 1]) || text[offset - 1] === '\uFEFF';
}

/** Tells whether a YAML key follows a question mark, perhaps before a tag or anchor. Its value has its own colon. */
export function isBehindQuestion(text: string, key: number): boolean {
  if (text[blanksBefore(text, key) - 1] === '?') return true;
  const lead = text.slice(lineStart(text, key), key);
  return /^ *(?:-[ \t]+)*\?[ \t]+(?:[&!]\S*[ \t]+)*$/.test(lead);
}

/** Tells whether a character is a line break; false at the end of a text. */
export function isBreak(char: string | undefined): boolean {
  return char === '\n' || char === '\r';
}
