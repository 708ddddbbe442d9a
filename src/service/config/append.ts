import { createScanner, type Node, SyntaxKind } from 'jsonc-parser';
import type { Edit } from '../types';
import { lineBreakOf, lineStart } from '../write/lines';

/**
 * Returns the edits that append a member to an object or list. The member gets its own line if the last one has one;
 * comments stay with the members before them.
 */
export function append(text: string, container: Node, member: string): Edit[] {
  const last = container.children?.at(-1);
  if (last === undefined) return [appendFirst(text, container, member)];
  const end = last.offset + last.length;
  const comma = commaBehind(text, end);
  const indent = /(?:\r\n|\r|\n)[ \t]*$/.exec(text.slice(0, last.offset))?.[0];
  if (indent === undefined) return [insert(end, `, ${member}`)];
  const from = comma < 0 ? end : comma + 1;
  const comment =
    /^[ \t]*(?:\/\/[^\r\n]*|\/\*[^\r\n]*?\*\/(?=[ \t]*[\r\n]))/.exec(text.slice(from))?.[0] ?? '';
  const added = insert(from + comment.length, `${indent}${member}${comma < 0 ? '' : ','}`);
  if (comma >= 0) return [added];
  return comment === '' ? [insert(end, `,${added.text}`)] : [insert(end, ','), added];
}

function appendFirst(text: string, { offset, length, type }: Node, member: string): Edit {
  const inside = text.slice(offset + 1, offset + length - 1);
  const line = text.slice(lineStart(text, offset), offset);
  const outer = /^[ \t]*/.exec(line)?.[0] ?? '';
  const lineBreak = lineBreakOf(text);
  const isRoot = line.trim() === '' && type === 'object' && outer === '';
  const put = isRoot ? `${lineBreak}  ${member}` : type === 'object' ? ` ${member} ` : member;
  // A comment inside stays after the member.
  if (inside.trim() !== '') return insert(offset + 1, put);
  return { offset: offset + 1, length: inside.length, text: isRoot ? `${put}${lineBreak}` : put };
}

/** Returns the offset of the comma after a member; -1 if there is none. */
function commaBehind(text: string, end: number): number {
  const scanner = createScanner(text, true);
  scanner.setPosition(end);
  return scanner.scan() === SyntaxKind.CommaToken ? scanner.getTokenOffset() : -1;
}

function insert(offset: number, text: string): Edit {
  return { offset, length: 0, text };
}
