import { createScanner, SyntaxKind } from 'jsonc-parser';
import type { ServerObject } from './types';

/** What a server in Base64 is called, where nothing can point at it: its name, else its id, else its number. */
export function nameOfSealed({ sealed, number }: ServerObject): string | undefined {
  if (sealed === undefined) return undefined;
  const { name, id } = textsOf(sealed.text.slice(sealed.span.start, sealed.span.end));
  return name || id || `server ${number ?? ''}`;
}

/** The name and the id of an object in JSON. Goes over its tokens, because its fields can nest to any depth. */
function textsOf(json: string): { name?: string; id?: string } {
  const texts: { name?: string; id?: string } = {};
  const scanner = createScanner(json, true);
  let depth = 0;
  let key = '';
  let isValue = false;
  for (let token = scanner.scan(); token !== SyntaxKind.EOF; token = scanner.scan()) {
    if (token === SyntaxKind.OpenBraceToken || token === SyntaxKind.OpenBracketToken) depth += 1;
    else if (token === SyntaxKind.CloseBraceToken || token === SyntaxKind.CloseBracketToken) depth -= 1;
    else if (depth === 1 && token === SyntaxKind.StringLiteral) {
      if (isValue && (key === 'name' || key === 'id')) texts[key] = scanner.getTokenValue();
      else if (!isValue) key = scanner.getTokenValue();
    }
    if (depth === 1) isValue = token === SyntaxKind.ColonToken;
  }
  return texts;
}
