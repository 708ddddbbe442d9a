import type { Node } from 'jsonc-parser';
import type { Span } from '../../fixture';
import { nearestWords } from '../../mapping';
import { quote, sayKnown, sayNearest, sayTogether, type Text } from '../../words';
import type { Notes } from './types';

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
export function membersOf(node: Node, what: string, notes: Notes): Member[] {
  if (node.type !== 'object') {
    noteType(node, what, 'an object', notes);
    return [];
  }
  const members = new Map<string, Member>();
  for (const { children: [keyNode, value] = [] } of node.children ?? []) {
    // A key without its value is the parser's to report.
    if (keyNode === undefined || value === undefined) continue;
    const key = String(keyNode.value);
    if (members.has(key)) notes.add(notes.say('Duplicate key {key}.', { key: quote(key) }), spanOf(keyNode));
    members.set(key, { key, keySpan: spanOf(keyNode), value });
  }
  return [...members.values()];
}

/** The values behind the known keys of an object. Reported: what {@link membersOf} reports, and other keys. */
export function knownMembers<K extends string>(
  node: Node,
  what: string,
  known: readonly K[],
  notes: Notes,
): { readonly [key in K]?: Node } {
  const found: { [key in K]?: Node } = {};
  for (const { key, keySpan, value } of membersOf(node, what, notes)) {
    const name = known.find((other) => other === key);
    if (name !== undefined) found[name] = value;
    else noteUnknown('Unknown key {name}.', known, key, keySpan, notes);
  }
  return found;
}

/** The values of a list; what is no list is reported. */
export function itemsOf(node: Node, what: string, notes: Notes): readonly Node[] {
  if (node.type === 'array') return node.children ?? [];
  noteType(node, what, 'a list', notes);
  return [];
}

/** A text on one line. Reported: what is none, and what a terminal could take for a command. */
export function textOf(node: Node, what: string, notes: Notes): string | undefined {
  if (node.type !== 'string') {
    noteType(node, what, 'a string', notes);
    return undefined;
  }
  return cleanText(String(node.value), what, spanOf(node), notes);
}

/** The text, unless a control character, a line break included, is in it. */
export function cleanText(text: string, what: string, span: Span, notes: Notes): string | undefined {
  if (!/\p{Cc}/u.test(text)) return text;
  notes.add(notes.say('{what} must be one line without control characters.', { what }), span);
  return undefined;
}

/** Takes down that a value has the wrong type. */
export function noteType(
  node: Node,
  what: string,
  wanted: 'an object' | 'a list' | 'a string',
  notes: Notes,
): void {
  const { say } = notes;
  const actual = node.type === 'null' ? 'null' : say(KINDS[node.type]);
  notes.add(
    say('{what} must be {wanted}, not {actual}.', { what, wanted: say(wanted), actual }),
    spanOf(node),
  );
}

const KINDS = {
  object: 'an object',
  array: 'a list',
  string: 'a string',
  number: 'a number',
  boolean: 'a boolean',
  property: 'a property',
} as const;

/**
 * Takes down that a word names nothing, and what was meant, or else all that there is.
 *
 * @param text has the word as its `{name}`
 */
export function noteUnknown(
  text: Text,
  known: readonly string[],
  word: string,
  span: Span,
  { say, add }: Notes,
): void {
  const nearest = nearestWords(known, word);
  const hint = sayNearest(say, nearest) ?? say('Known: {names}.', { names: sayKnown(say, known) });
  add(sayTogether(say, say(text, { name: quote(word) }), hint), span, nearest);
}
