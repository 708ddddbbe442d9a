import { type Node, parseTree } from 'jsonc-parser';
import type { Edit } from '../types';
import { lineBreakOf, lineStart } from './lines';
import type { Json } from './new-server';

/** Puts a server into a JSON text: see {@link insertServer}. */
export function insertInJson(text: string, offset: number, server: Json, unit: string): Edit {
  const root = parseTree(text, undefined, { allowTrailingComma: true });
  const around = root && collectionsAround(root, offset);
  const eol = lineBreakOf(text);
  if (around === undefined || around.length === 0) {
    const written = render({ server }, unit, eol);
    return { offset, length: 0, text: text.trim() === '' ? `${written}${eol}` : `${eol}${written}` };
  }
  const into = target(around);
  const children = into.children ?? [];
  const prefix = into.type === 'object' ? `"${freeKey(children)}": ` : '';
  const before = children.findLast((child) => child.offset < offset);
  const next = children.find((child) => child.offset >= offset);
  if (before !== undefined) {
    const gap = gapOf(text, before, eol);
    const end = before.offset + before.length;
    return { offset: end, length: 0, text: `,${gap}${prefix}${render(server, unit, gap)}` };
  }
  if (next !== undefined) {
    const gap = gapOf(text, next, eol);
    return { offset: next.offset, length: 0, text: `${prefix}${render(server, unit, gap)},${gap}` };
  }
  // Nothing is in it yet: the blanks between its brackets give way.
  const outer = eol + indentAt(text, into.offset);
  const start = into.offset + 1;
  const blanks = /^\s*/.exec(text.slice(start))?.[0].length ?? 0;
  const inner = `${outer}${unit}`;
  return { offset: start, length: blanks, text: `${inner}${prefix}${render(server, unit, inner)}${outer}` };
}

/** The lists and maps around an offset, the innermost first. */
function collectionsAround(root: Node, offset: number): Node[] {
  const around: Node[] = [];
  let node: Node | undefined = root;
  while (node !== undefined) {
    if (node.type === 'array' || node.type === 'object') around.unshift(node);
    node = node.children?.find((child) => child.offset < offset && offset < child.offset + child.length);
  }
  return around.filter((one) => one.offset < offset && offset < one.offset + one.length);
}

/** The list that the cursor is in, be it inside one of its items; else the innermost map. */
function target(around: readonly Node[]): Node {
  const list = around.findIndex(({ type }) => type === 'array');
  const isItem = list === 1 || (list > 1 && keyOf(around[list]) === 'servers');
  return (list === 0 || isItem ? around[list] : around[0]) as Node;
}

function keyOf(node: Node | undefined): unknown {
  return node?.parent?.type === 'property' ? node.parent.children?.[0]?.value : undefined;
}

/** `server`, or the first such key with a number that the map does not have. */
function freeKey(properties: readonly Node[]): string {
  const keys = new Set(properties.map(({ children }) => children?.[0]?.value));
  let key = 'server';
  for (let i = 2; keys.has(key); i += 1) key = `server${i}`;
  return key;
}

/** What stands between a neighbour and what comes before it: a line of its own, or a blank. */
function gapOf(text: string, { offset }: Node, eol: string): string {
  const indent = indentAt(text, offset);
  return text.slice(0, offset).endsWith(`\n${indent}`) || text.slice(0, offset).endsWith(`\r${indent}`)
    ? eol + indent
    : ' ';
}

/** The blanks that the line of an offset begins with. */
function indentAt(text: string, offset: number): string {
  return /^[ \t]*/.exec(text.slice(lineStart(text, offset), offset))?.[0] ?? '';
}

/** A value on lines behind the same gap; in one line where the gap has no line break. */
function render(value: Json, unit: string, gap: string): string {
  if (!/[\r\n]/.test(gap)) return JSON.stringify(value, null, 1).replace(/\n\s*/g, ' ');
  return JSON.stringify(value, null, unit).replaceAll('\n', gap);
}
