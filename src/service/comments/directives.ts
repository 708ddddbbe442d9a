import { lineAt, lineStarts, type Span } from '../../fixture';

type Verb = 'disable' | 'enable' | 'disable-line' | 'disable-next-line' | 'disable-file';

/** A word of a comment. */
export interface Word {
  readonly text: string;
  readonly span: Span;
}

/** A silencing comment: which rules it speaks of, and for which lines. */
export interface Directive {
  readonly verb: Verb;
  /** Empty for all rules. */
  readonly codes: readonly Word[];
  readonly span: Span;
  /** The comment's first and last line, from 0. */
  readonly firstLine: number;
  readonly lastLine: number;
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

/** What the comments of a file tell the product, each in the order of the text. */
export interface Directives {
  readonly silencing: readonly Directive[];
  /** The first one counts. */
  readonly clouds: readonly CloudDirective[];
}

const SILENCING =
  /server-status-(disable-next-line|disable-line|disable-file|disable|enable)(?![\w-])([^\r\n]*)/;
const CLOUD = /server-status\s+cloud=([\w.-]+)/;

/** Reads the comments of a text. What stands behind ` -- ` is the reason and not read. */
export function readDirectives(text: string, comments: readonly Span[]): Directives {
  if (comments.length === 0) return { silencing: [], clouds: [] };
  const starts = lineStarts(text);
  return {
    silencing: comments.flatMap((span) => silencingIn(text, span, starts) ?? []),
    clouds: comments.flatMap((span) => cloudIn(text, span) ?? []),
  };
}

function silencingIn(text: string, span: Span, starts: readonly number[]): Directive | undefined {
  const match = SILENCING.exec(text.slice(span.start, span.end));
  if (!match) return undefined;
  const words = (match[2] ?? '').replace(/\*\/\s*$/, '').replace(/\s--\s.*$/, '');
  const wordsAt = span.start + match.index + match[0].length - (match[2] ?? '').length;
  const codes = [...words.matchAll(/[^\s,]+/g)].map(({ 0: code, index }) => ({
    text: code,
    span: { start: wordsAt + index, end: wordsAt + index + code.length },
  }));
  const firstLine = lineAt(starts, span.start);
  return { verb: match[1] as Verb, codes, span, firstLine, lastLine: lineAt(starts, span.end) };
}

function cloudIn(text: string, comment: Span): CloudDirective | undefined {
  const match = CLOUD.exec(text.slice(comment.start, comment.end));
  if (match?.[1] === undefined) return undefined;
  const words = { start: comment.start + match.index, end: comment.start + match.index + match[0].length };
  const span = { start: words.end - match[1].length, end: words.end };
  return { cloud: match[1], span, words, comment };
}
