import { type Field, lineEnd, type Span } from '../../fixture';
import { behindBreak, lineStart } from './lines';

/**
 * Returns the spans of YAML to delete so that a key of a block and its value are removed and nothing else moves: their
 * lines, up to a comment after the key or value, which stays; undefined if the key is not at the start of its line or
 * list item.
 */
export function blockSpans(text: string, field: Field): Span[] | undefined {
  const { key, kind, style, span } = field;
  const line = lineStart(text, key.start);
  const lead = text.slice(line, key.start);
  if (!/^ *(-[ \t]+)*$/.test(lead) || !/^[ \t]*:(\s|$)/.test(text.slice(key.end, key.end + 1000)))
    return undefined;
  const isBlock =
    kind === 'object' || kind === 'array' ? !/[{[]/.test(text[span.start] ?? '') : style === 'block';
  const last = isBlock ? lineEnd(text, key.end) : lineEnd(text, span.end);
  // A comment can be all that follows the key.
  const rest = text.slice(isBlock || kind === 'absent' ? key.end : span.end, last);
  const comment = /[ \t]#/.exec(rest);
  if (!isBlock && kind !== 'absent' && !comment && rest.trim() !== '') return undefined;
  const end = isBlock ? blockEnd(text, last, lead.length, kind === 'array') : behindBreak(text, last);
  if (comment) {
    const kept = { start: key.start, end: last - rest.length + comment.index + 1 };
    const below = behindBreak(text, last);
    return end > below ? [kept, { start: below, end }] : [kept];
  }
  if (!lead.includes('-')) return [{ start: line, end }];
  // The next key moves after the dash.
  const next = end + (/^\s*/.exec(text.slice(end))?.[0].length ?? 0);
  const isKept = text[next] === '#' || next - lineStart(text, next) === lead.length;
  return next < text.length && isKept ? [{ start: key.start, end: next }] : undefined;
}

/** Returns the end of the lines that belong to a key's value: those with a greater indentation. */
function blockEnd(text: string, keyLineEnd: number, column: number, isList: boolean): number {
  let end = behindBreak(text, keyLineEnd);
  for (let at = end; at < text.length; ) {
    const stop = lineEnd(text, at);
    const line = text.slice(at, stop);
    const indent = /^ */.exec(line)?.[0].length ?? 0;
    const isInside = indent > column || (isList && indent === column && /^-(\s|$)/.test(line.slice(indent)));
    const isFilled = line.trim() !== '';
    at = behindBreak(text, stop);
    if (isFilled && isInside) end = at;
    else if (isFilled && line[indent] !== '#') break;
  }
  return end;
}
