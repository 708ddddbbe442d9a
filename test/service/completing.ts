import assert from 'node:assert/strict';
import { type Completions, complete, type Options, readFixture } from '../../src/service';
import { atCursor, optionsOf } from './helpers';

/** The completion list at the mark `|`. */
export function listAt(
  marked: string,
  languageId: string,
  options: Partial<Options> = {},
): Completions | undefined {
  const { text, offset } = atCursor(marked);
  return complete(readFixture(text, languageId), offset, optionsOf(options));
}

/** The labels at the mark `|`, best first. */
export function labelsAt(marked: string, languageId: string, options: Partial<Options> = {}): string[] {
  return listAt(marked, languageId, options)?.items.map(({ label }) => label) ?? [];
}

/** The text after the entry with this label, or the first one, was accepted at the mark `|`. */
export function accept(
  marked: string,
  languageId: string,
  label?: string,
  options: Partial<Options> = {},
): string {
  const { text } = atCursor(marked);
  const list = listAt(marked, languageId, options);
  assert.ok(list, 'there is a list');
  const item = label === undefined ? list.items[0] : list.items.find((other) => other.label === label);
  assert.ok(item, `${label ?? 'an entry'} in ${list.items.map((other) => other.label)}`);
  return text.slice(0, list.span.start) + item.text + text.slice(list.span.end);
}
