import type { Source } from '../mapping';
import type { Say, Text } from './language';

/** How many UTF-16 code units of a value are shown. Values of the clouds are shorter, but a file can contain any. */
const MAX_VALUE = 60;

/** Shortens a value of a file to one line, with control characters spelled out. */
export function sayValue(value: string): string {
  const shown = value.length > MAX_VALUE ? `${value.slice(0, MAX_VALUE)}…` : value;
  if (/^[\w-]*$/.test(shown)) return shown;
  return spellOut(shown);
}

/** Matches control characters, line breaks, and characters that are invisible or change the text's direction. */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}\u115f\u1160\u3164\uffa0]/gu;

/** Replaces invisible characters by their codes: `\\u202e`. */
export function spellOut(text: string): string {
  return text.replace(UNSEEN, (char) => {
    const code = (char.codePointAt(0) ?? 0).toString(16);
    return code.length > 4 ? `\\u{${code}}` : `\\u${code.padStart(4, '0')}`;
  });
}

/** Quotes a value of a file, so blanks at its end show. Null is not quoted. */
export function quote(value: string | null): string {
  return value === null ? 'null' : `"${sayValue(value)}"`;
}

/** Quotes a pair: `"active" + "rebooting"`, `"active" + null`. */
export function quotePair(vmState: string, taskState: string | null): string {
  return `${quote(vmState)} + ${quote(taskState)}`;
}

/** Returns a pair without quotes: `active + rebooting`, `active + null`. */
export function sayPair(vmState: string, taskState: string | null): string {
  return `${sayValue(vmState)} + ${sayValue(taskState ?? 'null')}`;
}

/** Returns `A`, `A, B`, `A, B, C`. */
export function sayAll(say: Say, values: readonly string[]): string {
  return join(values, (list, next) => say('{list}, {next}', { list, next }));
}

/** Returns the separator between two values of a list. */
export function sayGlue(say: Say): string {
  return say('{list}, {next}', { list: '', next: '' });
}

/** Returns `A`, `A or B`, `A, B or C`. */
export function sayList(say: Say, values: readonly string[]): string {
  const last = values.at(-1) ?? '';
  return values.length < 2 ? last : say('{list} or {last}', { list: sayAll(say, values.slice(0, -1)), last });
}

/** How many values of a long list are shown. */
const MAX_SAID = 5;

/** Returns `A, B or C`, or the start of a long list: `A, B, C, D, E and 6 more`. */
export function saySome(say: Say, values: readonly string[], most = MAX_SAID): string {
  if (values.length <= most) return sayList(say, values);
  const count = values.length - most;
  return say('{list} and {count} more', { list: sayAll(say, values.slice(0, most)), count });
}

/** How many of all known names are shown: enough for the built-in ones and those of a usual config. */
const MAX_KNOWN = 20;

/** Returns all known names as `A, B or C`, or the first ones if there are very many. */
export function sayKnown(say: Say, names: readonly string[]): string {
  return saySome(say, names, MAX_KNOWN);
}

/** Returns `A`, `A and B`, `A, B and C`. */
export function sayBoth(say: Say, values: readonly string[]): string {
  const last = values.at(-1) ?? '';
  return values.length < 2
    ? last
    : say('{list} and {last}', { list: sayAll(say, values.slice(0, -1)), last });
}

/** Returns `A`, `A; B`, `A; B; C`. */
export function sayClauses(say: Say, clauses: readonly string[]): string {
  return join(clauses, (list, next) => say('{list}; {next}', { list, next }));
}

/** Returns a document with its date: `Title, 2026-08-21`. */
export function saySource(say: Say, { title, date }: Pick<Source, 'title' | 'date'>): string {
  return date === '' ? title : say('{source}, {date}', { source: title, date });
}

/** Joins sentences to a text. Skips those that are undefined. */
export function sayTogether(say: Say, ...sentences: readonly (string | undefined)[]): string {
  return join(
    sentences.filter((sentence) => sentence !== undefined),
    (text, next) => say('{text} {next}', { text, next }),
  );
}

/** Joins by halves: `both` scans its arguments, so joining one by one would take quadratic time. */
function join(parts: readonly string[], both: (before: string, next: string) => string): string {
  if (parts.length < 2) return parts[0] ?? '';
  const middle = parts.length >> 1;
  return both(join(parts.slice(0, middle), both), join(parts.slice(middle), both));
}

/** Returns `Did you mean "A" or "B"?`, or undefined if there are no values. */
export function sayNearest(say: Say, values: readonly string[]): string | undefined {
  const quoted = values.map(quote);
  return values.length === 0 ? undefined : say('Did you mean {values}?', { values: sayList(say, quoted) });
}

/** Returns a count with its noun; `one` is the text for 1, `many` for others. Both contain `{count}`. */
export function sayNumber(say: Say, count: number, one: Text, many: Text): string {
  return say(count === 1 ? one : many, { count });
}
