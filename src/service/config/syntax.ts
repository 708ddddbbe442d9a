import {
  createScanner,
  type Node,
  type ParseError,
  type ParseErrorCode,
  parseTree,
  SyntaxKind,
} from 'jsonc-parser';
import type { Say, Text } from '../../words';
import type { ConfigProblem } from './types';

/** The limits and messages for a kind of file. */
export interface FileKind {
  /** A longer text is rejected without parsing. */
  readonly maxLength: number;
  readonly tooLarge: Text;
  readonly empty: Text;
}

/** A usual config has a page or two. */
const CONFIG: FileKind = {
  maxLength: 1_000_000,
  tooLarge: 'This file is too large for a config: it has more than a million characters.',
  empty: 'The config is empty; write at least {}.',
};

/** The maximum nesting of brackets; a config needs six. The parser is recursive. */
const MAX_DEPTH = 100;

const VALUE_EXPECTED: ParseErrorCode = 4;

/** The messages for the parser's errors, by `ParseErrorCode`, a const enum without values at run time. */
const MESSAGES: { readonly [code in ParseErrorCode]: Text } = {
  1: 'Invalid JSON. Keys and strings must be in double quotes.',
  2: 'Invalid number.',
  3: 'Expected a key in double quotes.',
  4: 'Expected a value.',
  5: 'A colon is missing.',
  6: 'A comma is missing.',
  7: 'A closing brace } is missing.',
  8: 'A closing bracket ] is missing.',
  9: 'Unexpected text after the end.',
  10: 'Comments are not allowed here.',
  11: 'The comment is not closed.',
  12: 'The string is not closed.',
  13: 'The number is incomplete.',
  14: 'Expected four hexadecimal digits after \\u.',
  15: 'Invalid escape sequence.',
  16: 'Tabs and control characters in a string must be escaped.',
};

export interface Parsed {
  /** Undefined if nothing could be parsed. */
  readonly root: Node | undefined;
  /** The first syntax error. Later ones are usually caused by it. */
  readonly mistake: ConfigProblem | undefined;
}

/** Parses JSON with comments and trailing commas. Recovers from errors as far as possible. */
export function parseConfig(say: Say, text: string, kind = CONFIG): Parsed {
  if (text.length > kind.maxLength) {
    return { root: undefined, mistake: { message: say(kind.tooLarge), span: { start: 0, end: 0 } } };
  }
  const deep = tooDeepAt(text);
  if (deep >= 0) {
    const message = say('The brackets are nested too deeply.');
    return { root: undefined, mistake: { message, span: { start: deep, end: deep + 1 } } };
  }
  const errors: ParseError[] = [];
  // Replaces a byte order mark by a blank, which keeps all offsets.
  const root = parseTree(text.replace(/^\uFEFF/, ' '), errors, { allowTrailingComma: true });
  const [first] = errors;
  if (first === undefined) return { root, mistake: undefined };
  const { error, offset, length } = first;
  const isEmpty = root === undefined && error === VALUE_EXPECTED;
  const message = say(isEmpty ? kind.empty : MESSAGES[error]);
  const span = { start: Math.min(offset, text.length), end: Math.min(offset + length, text.length) };
  return { root, mistake: { message, span, isSyntax: !isEmpty } };
}

/** Returns the offset of the first bracket that is nested too deeply; -1 if there is none. */
function tooDeepAt(text: string): number {
  const scanner = createScanner(text, true);
  let depth = 0;
  for (let token = scanner.scan(); token !== SyntaxKind.EOF; token = scanner.scan()) {
    if (token === SyntaxKind.OpenBraceToken || token === SyntaxKind.OpenBracketToken) {
      depth++;
      if (depth > MAX_DEPTH) return scanner.getTokenOffset();
    } else if (token === SyntaxKind.CloseBraceToken || token === SyntaxKind.CloseBracketToken) {
      depth--;
    }
  }
  return -1;
}
