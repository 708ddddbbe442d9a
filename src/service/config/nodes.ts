import type { Node } from 'jsonc-parser';
import type { Span } from '../../fixture';
import { nearestWords } from '../../mapping';
import { sayList, sayNearest, sayValue } from '../say';
import type { Report } from './types';

/** A key and what stands behind it. */
export interface Member {
  readonly key: string;
  readonly keySpan: Span;
  readonly value: Node;
}

/** Where a value stands; of an object or list, which can run over many lines, the opening bracket. */
export function spanOf({ type, offset, length }: Node): Span {
  const isOpen = type === 'object' || type === 'array';
  return { start: offset, end: offset + (isOpen ? Math.min(length, 1) : length) };
}

/**
 * The members of an object. Reported: what is no object, and a key that stands twice, of which the last counts.
 *
 * @param what how a message calls the object
 */
export function membersOf(node: Node, what: string, report: Report): Member[] {
  if (node.type !== 'object') {
    reportType(node, what, 'an object', report);
    return [];
  }
  const members = new Map<string, Member>();
  for (const { children: [keyNode, value] = [] } of node.children ?? []) {
    // A key without its value is the parser's to report.
    if (keyNode === undefined || value === undefined) continue;
    const key = String(keyNode.value);
    if (members.has(key)) report(`${sayKey(key)} stands here twice.`, spanOf(keyNode));
    members.set(key, { key, keySpan: spanOf(keyNode), value });
  }
  return [...members.values()];
}

/** The values behind the known keys of an object. Reported: what {@link membersOf} reports, and other keys. */
export function knownMembers<K extends string>(
  node: Node,
  what: string,
  known: readonly K[],
  report: Report,
): { readonly [key in K]?: Node } {
  const found: { [key in K]?: Node } = {};
  for (const { key, keySpan, value } of membersOf(node, what, report)) {
    const name = known.find((other) => other === key);
    if (name !== undefined) found[name] = value;
    else report(`There is no key ${sayKey(key)} here${nearestOrKnown(known, key)}`, keySpan);
  }
  return found;
}

/** The values of a list; what is no list is reported. */
export function itemsOf(node: Node, what: string, report: Report): readonly Node[] {
  if (node.type === 'array') return node.children ?? [];
  reportType(node, what, 'a list', report);
  return [];
}

/** A text on one line. Reported: what is none, and what a terminal could take for a command. */
export function textOf(node: Node, what: string, report: Report): string | undefined {
  if (node.type !== 'string') {
    reportType(node, what, 'a text', report);
    return undefined;
  }
  return cleanText(String(node.value), what, spanOf(node), report);
}

/** The text, unless a control character, a line break included, is in it. */
export function cleanText(text: string, what: string, span: Span, report: Report): string | undefined {
  if (!/\p{Cc}/u.test(text)) return text;
  report(`${what} has to be one line without control characters.`, span);
  return undefined;
}

/** Takes down that a value has the wrong type. */
export function reportType(node: Node, what: string, wanted: string, report: Report): void {
  const is = { object: 'an object', array: 'a list', string: 'a text', property: '' };
  const actual = is[node.type as keyof typeof is] ?? (node.type === 'null' ? 'null' : `a ${node.type}`);
  report(`${what} has to be ${wanted}, not ${actual}.`, spanOf(node));
}

/** The end of a sentence about a word that is not there: what was meant, or else all that there is. */
export function nearestOrKnown(known: readonly string[], word: string): string {
  const near = nearestWords(known, word);
  return near.length > 0 ? sayNearest(near) : `. Known: ${sayList(known)}.`;
}

function sayKey(key: string): string {
  return key === '' ? '""' : sayValue(key);
}
