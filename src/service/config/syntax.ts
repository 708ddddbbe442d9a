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

/** What a file is to be. */
export interface FileKind {
  /** A text of more characters is something else. */
  readonly maxLength: number;
  readonly tooLarge: Text;
  readonly empty: Text;
}

/** A config is a page or two. */
const CONFIG: FileKind = {
  maxLength: 1_000_000,
  tooLarge: 'This file is too large for a config: it has more than a million characters.',
  empty: 'The config is empty; write at least {}.',
};

/** How deep brackets may stand in one another; a config needs six. The parser calls itself for each. */
const MAX_DEPTH = 100;

const VALUE_EXPECTED: ParseErrorCode = 4;

/** What the parser's errors mean; the numbers are those of its `ParseErrorCode`, which is gone at run time. */
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

/** What the parser makes of a text. */
export interface Parsed {
  /** Undefined where nothing can be read. */
  readonly root: Node | undefined;
  /** The first mistake in the syntax. Those behind it are mostly its consequences. */
  readonly mistake: ConfigProblem | undefined;
}

/** Parses JSON with comments and trailing commas, as far as it goes. */
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
  // A byte order mark is no part of the JSON; a blank keeps all offsets.
  const root = parseTree(text.replace(/^\uFEFF/, ' '), errors, { allowTrailingComma: true });
  const [first] = errors;
  if (first === undefined) return { root, mistake: undefined };
  const { error, offset, length } = first;
  const isEmpty = root === undefined && error === VALUE_EXPECTED;
  const message = say(isEmpty ? kind.empty : MESSAGES[error]);
  const span = { start: Math.min(offset, text.length), end: Math.min(offset + length, text.length) };
  return { root, mistake: { message, span, isSyntax: !isEmpty } };
}

/** The offset of the first bracket that is nested too deeply; -1 for none. */
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
