import type { Node } from 'jsonc-parser';
import type { Span } from '../../fixture';
import { nearestWords } from '../../mapping';
import { quote, sayKnown, sayNearest, sayTogether, type Text } from '../../words';
import type { Notes } from './types';

/** A key with its value. */
export interface Member {
  readonly key: string;
  readonly keySpan: Span;
  readonly value: Node;
}

/** Returns the span of a value. For an object or list, which can take many lines, returns only its opening bracket. */
export function spanOf({ type, offset, length }: Node): Span {
  const isOpen = type === 'object' || type === 'array';
  return { start: offset, end: offset + (isOpen ? Math.min(length, 1) : length) };
}

/**
 * Returns the members of an object. Reports a node that is not an object, and duplicate keys, of which the last
 * applies.
 *
 * @param what names the object in messages.
 */
export function membersOf(node: Node, what: string, notes: Notes): Member[] {
  if (node.type !== 'object') {
    noteType(node, what, 'an object', notes);
    return [];
  }
  const members = new Map<string, Member>();
  for (const { children: [keyNode, value] = [] } of node.children ?? []) {
    // The parser reports a key without a value.
    if (keyNode === undefined || value === undefined) continue;
    const key = String(keyNode.value);
    if (members.has(key)) notes.add(notes.say('Duplicate key {key}.', { key: quote(key) }), spanOf(keyNode));
    members.set(key, { key, keySpan: spanOf(keyNode), value });
  }
  return [...members.values()];
}

/** Returns the values of an object's known keys. Reports unknown keys, and what {@link membersOf} reports. */
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

/** Returns the items of a list. Reports a node that is not a list. */
export function itemsOf(node: Node, what: string, notes: Notes): readonly Node[] {
  if (node.type === 'array') return node.children ?? [];
  noteType(node, what, 'a list', notes);
  return [];
}

/** Returns a string. Reports other nodes, and strings with control characters, which could control a terminal. */
export function textOf(node: Node, what: string, notes: Notes): string | undefined {
  if (node.type !== 'string') {
    noteType(node, what, 'a string', notes);
    return undefined;
  }
  return cleanText(String(node.value), what, spanOf(node), notes);
}

/** Returns the text, or reports it if it contains control characters or line breaks. */
export function cleanText(text: string, what: string, span: Span, notes: Notes): string | undefined {
  if (!/\p{Cc}/u.test(text)) return text;
  notes.add(notes.say('{what} must be one line without control characters.', { what }), span);
  return undefined;
}

/** Reports a value of the wrong type. */
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
 * Reports an unknown word, with the nearest known words or else all of them.
 *
 * @param text contains the word as its `{name}`.
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
