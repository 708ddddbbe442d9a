import { createScanner, ScanError, SyntaxKind } from 'jsonc-parser';
import type { Span } from '../../fixture';
import type { Collection, Member } from './outline';

/** The lists and maps of a JSON text. */
export interface JsonOutline {
  /** Each comes after the one that contains it. */
  readonly collections: readonly Collection[];
  readonly comments: readonly Span[];
  /** The number of top-level values. */
  readonly roots: number;
}

/**
 * Parses the lists and maps of a JSON text without recursion. Members may lack their value or comma; comments and
 * trailing commas are allowed. Returns undefined for any other syntax error.
 */
export function jsonOutline(text: string): JsonOutline | undefined {
  const scanner = createScanner(text, false);
  const walk = new Walk();
  const comments: Span[] = [];
  for (let token = scanner.scan(); token !== SyntaxKind.EOF; token = scanner.scan()) {
    const start = scanner.getTokenOffset();
    const end = start + scanner.getTokenLength();
    if (scanner.getTokenError() !== ScanError.None) return undefined;
    if (token === SyntaxKind.LineCommentTrivia || token === SyntaxKind.BlockCommentTrivia) {
      comments.push({ start, end });
    } else if (token !== SyntaxKind.Trivia && token !== SyntaxKind.LineBreakTrivia) {
      if (!walk.token(token, start, end, scanner.getTokenValue())) return undefined;
    }
  }
  return walk.inside === undefined
    ? { collections: walk.collections, comments, roots: walk.roots }
    : undefined;
}

/** A walk over the tokens. Its methods return false for an unexpected token. */
class Walk {
  readonly collections: Collection[] = [];
  roots = 0;
  /** The innermost open list or map. */
  inside: Collection | undefined;
  /** Its current member; undefined where the next one can start. */
  private member: Member | undefined;
  /** A string that was read as a value. If a colon follows, it is the next key. */
  private last: { start: number; end: number; text: string } | undefined;
  private lastEnd = 0;
  private isBehindComma = false;

  token(token: SyntaxKind, start: number, end: number, text: string): boolean {
    const last = this.last;
    this.last = undefined;
    const fits = this.take(token, start, end, text, last);
    this.lastEnd = end;
    this.isBehindComma = token === SyntaxKind.CommaToken;
    return fits;
  }

  private take(token: SyntaxKind, start: number, end: number, text: string, last: Walk['last']): boolean {
    switch (token) {
      case SyntaxKind.OpenBraceToken:
        return this.open('map', start, end);
      case SyntaxKind.OpenBracketToken:
        return this.open('list', start, end);
      case SyntaxKind.CloseBraceToken:
        return this.close('map', start, end);
      case SyntaxKind.CloseBracketToken:
        return this.close('list', start, end);
      case SyntaxKind.CommaToken:
        return this.comma(start, end);
      case SyntaxKind.ColonToken:
        return this.colon(end, last);
      case SyntaxKind.StringLiteral:
        if (this.inside?.kind === 'map' && this.member === undefined) return this.key(text, start, end);
        this.last = { start, end, text };
        return this.value(start, end);
      case SyntaxKind.NumericLiteral:
      case SyntaxKind.TrueKeyword:
      case SyntaxKind.FalseKeyword:
      case SyntaxKind.NullKeyword:
        return this.value(start, end);
      default:
        return false;
    }
  }

  private key(key: string, start: number, end: number): boolean {
    if (this.inside === undefined) return false;
    this.member = { start, end, in: this.inside, key, state: 'no-value' };
    this.inside.members.push(this.member);
    return true;
  }

  private value(start: number, end: number): boolean {
    const { inside, member } = this;
    if (inside === undefined) {
      this.roots += 1;
    } else if (inside.kind === 'list') {
      if (member !== undefined) return false;
      this.member = { start, end, in: inside, state: 'whole' };
      inside.members.push(this.member);
    } else {
      if (member?.colon === undefined || member.state === 'whole') return false;
      member.end = end;
      member.state = 'whole';
    }
    return true;
  }

  private colon(end: number, last: Walk['last']): boolean {
    const { inside, member } = this;
    if (inside?.kind !== 'map' || member === undefined) return false;
    if (member.state === 'whole') {
      // The value is actually the next key: the previous key has no value or comma yet.
      if (last === undefined) return false;
      member.state = 'no-value';
      member.end = last.start;
      this.key(last.text, last.start, last.end);
    } else if (member.colon !== undefined) {
      return false;
    }
    if (this.member) this.member.colon = end;
    return true;
  }

  private comma(start: number, end: number): boolean {
    if (this.inside === undefined || !this.finish(start, true)) return false;
    const member = this.inside.members.at(-1);
    if (member) member.comma = end;
    this.member = undefined;
    return true;
  }

  private open(kind: Collection['kind'], start: number, end: number): boolean {
    if (!this.value(start, end)) return false;
    const of = this.member;
    this.inside = { kind, isFlow: true, start, end, members: [], of };
    if (of) of.value = this.inside;
    this.collections.push(this.inside);
    this.member = undefined;
    return true;
  }

  private close(kind: Collection['kind'], start: number, end: number): boolean {
    const { inside } = this;
    if (inside?.kind !== kind || !this.finish(start, this.isBehindComma)) return false;
    inside.end = end;
    this.member = inside.of;
    this.inside = inside.of?.in;
    if (this.member) this.member.end = end;
    return true;
  }

  /** Ends the current member at a comma or bracket. If there is no member, adds a gap. */
  private finish(at: number, hasGap: boolean): boolean {
    const { inside, member } = this;
    if (inside && member === undefined && hasGap) {
      inside.members.push({ start: this.lastEnd, end: at, in: inside, state: 'gap' });
    }
    if (member?.state !== 'no-value') return true;
    member.end = at;
    return member.colon !== undefined;
  }
}
