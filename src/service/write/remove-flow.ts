import { createScanner, SyntaxKind } from 'jsonc-parser';
import { blanksBefore, lineEnd, lineStart, type Span } from '../../fixture';
import { isLineStart, widen } from './lines';

/** A property between brackets: in JSON, or in YAML's flow style. */
export interface FlowMember {
  /** The offset of the opening bracket of its object. */
  readonly open: number;
  readonly key: Span;
  readonly value: Span;
}

/**
 * Returns the spans to delete so that a property and its comma are removed and nothing else moves: whole lines if
 * nothing else is on them. Comments stay. Returns undefined if the text around it is not as expected.
 */
export function flowSpans(
  text: string,
  isJson: boolean,
  { open, key, value }: FlowMember,
): Span[] | undefined {
  const spans = spansOf(text, isJson, { open, key, value });
  // A YAML comment needs the blank before it.
  const isGlued = ({ start, end }: Span) => text[end] === '#' && /\S/.test(text.charAt(start - 1));
  return spans?.map((span) => (isGlued(span) ? { start: span.start, end: span.end - 1 } : span));
}

function spansOf(text: string, isJson: boolean, { open, key, value }: FlowMember): Span[] | undefined {
  const before = isJson ? commaBefore(text, open, key.start) : yamlCommaBefore(text, open, key.start);
  if (before === undefined) return undefined;
  const member = { start: key.start, end: value.end };
  const next = isJson ? behindJsonTrivia(text, value.end) : behindYamlTrivia(text, value.end);
  if (text[next] === ',') {
    const comma = { start: next, end: next + 1 };
    return isBlank(text, member.end, next)
      ? [widen(text, { ...member, end: comma.end })]
      : [widen(text, member), comma];
  }
  // Maps of programs have other brackets, too.
  if (!/[})\]]/.test(text[next] ?? '')) return undefined;
  // In YAML, a comma that may be part of a comment stays after the last member.
  if (before < 0) return [widen(text, member)];
  if (isBlank(text, before + 1, member.start) && isBlank(text, member.end, next)) {
    const whole = { start: before, end: member.end };
    // Commas can also be at the start of lines.
    return [isLineStart(text, blanksBefore(text, before)) ? widen(text, whole) : whole];
  }
  return [{ start: before, end: before + 1 }, widen(text, member)];
}

function isBlank(text: string, from: number, to: number): boolean {
  return text.slice(from, to).trim() === '';
}

/** Returns the offset of the comma before a member; -1 for the first member, undefined if there is none. */
export function commaBefore(text: string, open: number, key: number): number | undefined {
  const scanner = createScanner(text.slice(open, key), true);
  let last = SyntaxKind.Unknown;
  let at = 0;
  for (let token = scanner.scan(); token !== SyntaxKind.EOF; token = scanner.scan()) {
    last = token;
    at = scanner.getTokenOffset();
  }
  if (last === SyntaxKind.CommaToken) return open + at;
  return last === SyntaxKind.OpenBraceToken ? -1 : undefined;
}

function yamlCommaBefore(text: string, open: number, key: number): number | undefined {
  const onLine = text.slice(Math.max(open, lineStart(text, key)), key).trimEnd();
  // A comment cannot end before the key on its line, so a hash there is in a string.
  if (onLine !== '')
    return onLine.endsWith(',') ? text.lastIndexOf(',', key) : /[{([]$/.test(onLine) ? -1 : undefined;
  const before = text.slice(open, key).trimEnd();
  const line = before.split(/[\r\n]/).at(-1) ?? '';
  if (/[{([]$/.test(before) || /(^|\s)#/.test(line)) return -1;
  return before.endsWith(',') ? open + before.length - 1 : undefined;
}

function behindJsonTrivia(text: string, from: number): number {
  const scanner = createScanner(text, true);
  scanner.setPosition(from);
  scanner.scan();
  return scanner.getTokenOffset();
}

function behindYamlTrivia(text: string, from: number): number {
  let at = from;
  // A hash starts a comment only after a blank.
  while (/\s/.test(text[at] ?? '') || (text[at] === '#' && at > from))
    at = text[at] === '#' ? lineEnd(text, at) : at + 1;
  return at;
}
