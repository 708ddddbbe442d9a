import type { Source } from '../mapping';
import type { Say, Text } from './language';

/** How much of a value is said. The values of the clouds are shorter; what a file holds need not be. */
const MAX_VALUE = 60;

/** A value of a file on one line: long ones are cut, control characters spelled out. */
export function sayValue(value: string): string {
  const shown = value.length > MAX_VALUE ? `${value.slice(0, MAX_VALUE)}…` : value;
  if (/^[\w-]*$/.test(shown)) return shown;
  return spellOut(shown);
}

/** Control characters, and what turns a line around, breaks it or does not show at all. */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}\u115f\u1160\u3164\uffa0]/gu;

/** A text on one line, with what nobody sees by its code: `\\u202e`. */
export function spellOut(text: string): string {
  return text.replace(UNSEEN, (char) => {
    const code = (char.codePointAt(0) ?? 0).toString(16);
    return code.length > 4 ? `\\u{${code}}` : `\\u${code.padStart(4, '0')}`;
  });
}

/** A value of a file in quotes, so that a blank at its end shows; null without. */
export function quote(value: string | null): string {
  return value === null ? 'null' : `"${sayValue(value)}"`;
}

/** A pair in quotes: `"active" + "rebooting"`, `"active" + null`. */
export function quotePair(vmState: string, taskState: string | null): string {
  return `${quote(vmState)} + ${quote(taskState)}`;
}

/** A pair as people say it: `active + rebooting`, `active + null`. */
export function sayPair(vmState: string, taskState: string | null): string {
  return `${sayValue(vmState)} + ${sayValue(taskState ?? 'null')}`;
}

/** `A`, `A, B`, `A, B, C`. */
export function sayAll(say: Say, values: readonly string[]): string {
  return join(values, (list, next) => say('{list}, {next}', { list, next }));
}

/** What stands between two values of a list. */
export function sayGlue(say: Say): string {
  return say('{list}, {next}', { list: '', next: '' });
}

/** `A`, `A or B`, `A, B or C`. */
export function sayList(say: Say, values: readonly string[]): string {
  const last = values.at(-1) ?? '';
  return values.length < 2 ? last : say('{list} or {last}', { list: sayAll(say, values.slice(0, -1)), last });
}

/** How many values of a long list are said. */
const MAX_SAID = 5;

/** `A, B or C`; of a long list the first ones: `A, B, C, D, E and 6 more`. */
export function saySome(say: Say, values: readonly string[], most = MAX_SAID): string {
  if (values.length <= most) return sayList(say, values);
  const count = values.length - most;
  return say('{list} and {count} more', { list: sayAll(say, values.slice(0, most)), count });
}

/** How many names are said of all that there are: those that ship, and as many of a config's own. */
const MAX_KNOWN = 20;

/** All the names that there are, `A, B or C`; of very many the first ones. */
export function sayKnown(say: Say, names: readonly string[]): string {
  return saySome(say, names, MAX_KNOWN);
}

/** `A`, `A and B`, `A, B and C`. */
export function sayBoth(say: Say, values: readonly string[]): string {
  const last = values.at(-1) ?? '';
  return values.length < 2
    ? last
    : say('{list} and {last}', { list: sayAll(say, values.slice(0, -1)), last });
}

/** `A`, `A; B`, `A; B; C`. */
export function sayClauses(say: Say, clauses: readonly string[]): string {
  return join(clauses, (list, next) => say('{list}; {next}', { list, next }));
}

/** A document and when it was read: `Title, 2026-08-21`. */
export function saySource(say: Say, { title, date }: Pick<Source, 'title' | 'date'>): string {
  return date === '' ? title : say('{source}, {date}', { source: title, date });
}

/** Sentences behind one another; those that are not there are left out. */
export function sayTogether(say: Say, ...sentences: readonly (string | undefined)[]): string {
  return join(
    sentences.filter((sentence) => sentence !== undefined),
    (text, next) => say('{text} {next}', { text, next }),
  );
}

/** Joins by halves, because each joint looks at all that it joins. */
function join(parts: readonly string[], both: (before: string, next: string) => string): string {
  if (parts.length < 2) return parts[0] ?? '';
  const middle = parts.length >> 1;
  return both(join(parts.slice(0, middle), both), join(parts.slice(middle), both));
}

/** `Did you mean "A" or "B"?`, undefined where nothing is near. */
export function sayNearest(say: Say, values: readonly string[]): string | undefined {
  const quoted = values.map(quote);
  return values.length === 0 ? undefined : say('Did you mean {values}?', { values: sayList(say, quoted) });
}

/** A number of things; `one` is the text for a single one. Both have `{count}`. */
export function sayNumber(say: Say, count: number, one: Text, many: Text): string {
  return say(count === 1 ? one : many, { count });
}
