import type { Span } from '../fixture';
import { lineAt, lineStarts } from './lines';
import type { Fixture } from './recognise/types';

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

/** A comment that names the file's cloud (`server-status cloud=ID`). */
export interface CloudDirective {
  readonly cloud: string;
  /** The cloud's name. */
  readonly span: Span;
  /** The directive's words, the name included. */
  readonly words: Span;
  readonly comment: Span;
}

/** The comment that names the file's cloud; the first one counts. */
export function cloudDirective(fixture: Fixture): CloudDirective | undefined {
  for (const directive of cloudDirectives(fixture)) return directive;
  return undefined;
}

/** All comments that name the file's cloud, in their order. */
export function* cloudDirectives(fixture: Fixture): Iterable<CloudDirective> {
  for (const comment of fixture.comments) {
    const match = CLOUD.exec(fixture.text.slice(comment.start, comment.end));
    if (match?.[1] === undefined) continue;
    const words = { start: comment.start + match.index, end: comment.start + match.index + match[0].length };
    const span = { start: words.end - match[1].length, end: words.end };
    yield { cloud: match[1], span, words, comment };
  }
}
