import type { Fixture, Span } from '../fixture';
import { lineAt, lineStarts } from './lines';

type Verb = 'disable' | 'enable' | 'disable-line' | 'disable-next-line' | 'disable-file';

/** A silencing comment: which rules it speaks of, and for which lines. */
export interface Directive {
  readonly verb: Verb;
  /** Empty for all rules. */
  readonly codes: readonly { readonly text: string; readonly span: Span }[];
  readonly span: Span;
  /** The comment's first and last line, from 0. */
  readonly firstLine: number;
  readonly lastLine: number;
}

const SILENCING =
  /server-status-(disable-next-line|disable-line|disable-file|disable|enable)(?![\w-])([^\r\n]*)/;
const CLOUD = /server-status\s+cloud=([\w.-]+)/;

/** The silencing comments of a file, in their order. What stands behind ` -- ` is the reason and not read. */
export function directivesOf(fixture: Fixture): Directive[] {
  if (fixture.comments.length === 0) return [];
  const starts = lineStarts(fixture.text);
  return fixture.comments.flatMap((span) => {
    const match = SILENCING.exec(fixture.text.slice(span.start, span.end));
    if (!match) return [];
    const words = (match[2] ?? '').replace(/\*\/\s*$/, '').replace(/\s--\s.*$/, '');
    const wordsAt = span.start + match.index + match[0].length - (match[2] ?? '').length;
    const codes = [...words.matchAll(/[^\s,]+/g)].map(({ 0: text, index }) => ({
      text,
      span: { start: wordsAt + index, end: wordsAt + index + text.length },
    }));
    const firstLine = lineAt(starts, span.start);
    return [{ verb: match[1] as Verb, codes, span, firstLine, lastLine: lineAt(starts, span.end) }];
  });
}

/** The cloud that a comment of the file names (`server-status cloud=ID`), and where; the first one counts. */
export function cloudDirective(fixture: Fixture): { cloud: string; span: Span } | undefined {
  for (const { start, end } of fixture.comments) {
    const match = CLOUD.exec(fixture.text.slice(start, end));
    if (match?.[1] === undefined) continue;
    const at = start + match.index + match[0].length - match[1].length;
    return { cloud: match[1], span: { start: at, end: at + match[1].length } };
  }
  return undefined;
}
