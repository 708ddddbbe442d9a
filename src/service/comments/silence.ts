import type { Directive } from '../../fixture';
import { beginsWithHead, blanksBehind, lineAt, lineEnd, lineStarts, type Span } from '../../fixture';
import { readChange } from '../recognise/read-change';
import type { Fixture } from '../recognise/types';
import type { Edit, Finding, RuleCode } from '../types';
import { lineBreakOf, lineStart } from '../write/lines';
import { firstJoined } from './joined-lines';
import { suppress } from './suppress';
import { openingTagEnd, topOf } from './top';

/**
 * Returns the edit that silences a finding for its line: adds a comment above it, or the rule's code to an existing
 * comment; undefined if no comment can silence it.
 */
export function silenceLine(fixture: Fixture, finding: Finding): Edit | undefined {
  const starts = lineStarts(fixture.text);
  // A string cannot contain comments: one above its start applies to all of it.
  const at = finding.home ?? finding.span.start;
  const line = firstJoined(fixture, starts, lineAt(starts, at));
  const speaker = fixture.directives.silencing.find(
    ({ verb, firstLine, lastLine }) =>
      (verb === 'disable-next-line' && lastLine + 1 === line) ||
      (verb === 'disable-line' && firstLine <= line && line <= lastLine),
  );
  const from = starts[line] ?? 0;
  const start = Math.max(
    lineStart(fixture.text, lineEnd(fixture.text, from)),
    openingTagEnd(fixture, from, at),
  );
  const words = `server-status-disable-next-line ${finding.rule}`;
  return firstThatSilences(fixture, finding, [
    ...addCode(fixture, speaker, finding.rule),
    ...inQuote(fixture, start, words),
    ...above(fixture, start, words),
    ...aboveIndented(fixture, start, words),
    ...behindHeader(fixture, start, words),
  ]);
}

/** Returns the edit that silences a rule for the whole file, like {@link silenceLine} for a line. */
export function silenceFile(fixture: Fixture, finding: Finding): Edit | undefined {
  const speaker = fixture.directives.silencing.find(({ verb }) => verb === 'disable-file');
  if (isBeyondComments(fixture, finding)) return undefined;
  const words = `server-status-disable-file ${finding.rule}`;
  return addCode(fixture, speaker, finding.rule)[0] ?? fileComment(fixture, words);
}

/** Returns the edit that adds a comment at the top of the file; undefined if the language has no comments. */
export function fileComment(fixture: Fixture, words: string): Edit | undefined {
  return above(fixture, topOf(fixture), words)[0];
}

/** Tells whether a comment may silence a finding. Only {@link silenceLine} and {@link silenceFile} verify it. */
export function mayBeSilenced(fixture: Fixture, finding: Finding): boolean {
  return fixture.language.comment !== null && !isBeyondComments(fixture, finding);
}

/** Tells whether no comment can silence a finding: an unused directive, or one in an HTTP message. */
function isBeyondComments({ text }: Fixture, { rule }: Finding): boolean {
  return rule === 'unused-directive' || beginsWithHead(text);
}

/** Returns the first edit after which the text, parsed again, silences the finding. */
function firstThatSilences(fixture: Fixture, finding: Finding, edits: readonly Edit[]): Edit | undefined {
  if (isBeyondComments(fixture, finding)) return undefined;
  return edits.find((edit) => {
    const { offset, text: put } = edit;
    const text = fixture.text.slice(0, offset) + put + fixture.text.slice(offset);
    const moved = (at: number) => (offset <= at ? at + put.length : at);
    const span: Span = { start: moved(finding.span.start), end: moved(finding.span.end) };
    const home = finding.home === undefined ? {} : { home: moved(finding.home) };
    const changed = readChange(fixture, text);
    // Inside a string, the comment would become part of the string, which could hide a server.
    const isWhole = changed.servers.length === fixture.servers.length;
    return isWhole && suppress(changed, [{ ...finding, span, ...home }]).findings.length === 0;
  });
}

/** Adds a code after the last one of a comment. A comment without codes already silences all rules. */
function addCode({ text }: Fixture, directive: Directive | undefined, rule: RuleCode): Edit[] {
  const last = directive?.codes.at(-1);
  const before = directive?.codes.at(-2);
  if (last === undefined) return [];
  const separator = before ? text.slice(before.span.end, last.span.start) : ', ';
  return [{ offset: last.span.end, length: 0, text: `${separator}${rule}` }];
}

/** Adds a comment on its own line, with the indentation of the line below. */
function above(fixture: Fixture, start: number, words: string, lead = leadOf(fixture, start)): Edit[] {
  const { text, language } = fixture;
  const lineBreak = lineBreakOf(text);
  // What must come first can be on the line of something else.
  const before = start === lineStart(text, start) ? lead : lineBreak;
  return commentOf(language, words).map((comment) => ({
    offset: start,
    length: 0,
    text: `${before}${comment.replaceAll('\n', lineBreak)}${lineBreak}`,
  }));
}

/** Returns what a line starts with: its blanks. */
function leadOf({ text }: Fixture, start: number): string {
  return text.slice(start, blanksBehind(text, start));
}

/** Adds a comment above a code block in a quote of a document, behind the signs of the quote. */
function inQuote(fixture: Fixture, start: number, words: string): Edit[] {
  const { text, language } = fixture;
  const lead = /^[ \t]*(?:>[ \t]*)+/.exec(text.slice(start, lineEnd(text, start)))?.[0];
  return language.reader === 'document' && lead !== undefined ? above(fixture, start, words, lead) : [];
}

/** Adds a comment above an indented code block of a document, which needs a blank line before it. */
function aboveIndented(fixture: Fixture, start: number, words: string): Edit[] {
  if (fixture.language.reader !== 'document') return [];
  const lead = leadOf(fixture, start).replace(/(?: {4}|\t)$/, '');
  const lineBreak = lineBreakOf(fixture.text);
  return above(fixture, start, words, lead).map((edit) => ({ ...edit, text: edit.text + lineBreak }));
}

/** Adds a comment after the header of a YAML block scalar, which applies to the first line of its text. */
function behindHeader({ text, language }: Fixture, start: number, words: string): Edit[] {
  const end = start - (text.startsWith('\r\n', start - 2) ? 2 : 1);
  const header = text.slice(lineStart(text, Math.max(end, 0)), Math.max(end, 0));
  if (language.comment?.open !== '#' || !/[|>][-+\d]*[ \t]*$/.test(header)) return [];
  return [{ offset: end, length: 0, text: ` # ${words}` }];
}

function commentOf({ comment }: Fixture['language'], words: string): string[] {
  return comment === null ? [] : [`${comment.open} ${words}${comment.close}`];
}
