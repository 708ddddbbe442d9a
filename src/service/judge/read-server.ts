import { FIELDS, type Field } from '../../fixture';
import type { ServerObject } from '../recognise/types';
import type { WrittenServer } from '../types';

/** The words that stand for null where a program printed one as text. */
const NULL_WORDS = new Set(['none', 'null', 'nil']);

/** True for a word such as "None", which stands for null. */
export function isNullWord(text: string): boolean {
  return NULL_WORDS.has(text.toLowerCase());
}

/** True for a text such as "None" where null is meant. */
export function isNullAsText(field: Field): boolean {
  return field.kind === 'string' && isNullWord(field.text);
}

/**
 * The state that a field gives: its text, null for null, an empty text or null written as text; undefined where the
 * file does not say (a placeholder, nothing typed yet) or says something that is no state.
 */
export function stateOf(field: Field | undefined): string | null | undefined {
  if (field === undefined) return undefined;
  if (isNull(field)) return null;
  if (field.kind !== 'string') return undefined;
  return field.text === '' || isNullAsText(field) ? null : field.text;
}

/** True for null, which in YAML is also what stands behind a key with nothing behind it. */
export function isNull({ kind, style }: Field): boolean {
  return kind === 'null' || (kind === 'absent' && style !== 'json');
}

/** The states, then what they add up to. */
const STATES = FIELDS.filter((row) => row.kind === 'state').sort(
  (a, b) => Number(b.isExtended) - Number(a.isExtended),
);
const NUMBERS = FIELDS.filter((row) => row.kind === 'number');

/** The values of a server as its file writes them. */
export function writtenServer({ fields }: ServerObject): WrittenServer {
  const server: { -readonly [name in keyof WrittenServer]: WrittenServer[name] } = {};
  for (const { name } of STATES) {
    const state = written(fields[name]);
    if (state !== undefined) server[name] = state;
  }
  for (const { name } of NUMBERS) {
    const field = fields[name];
    const number = field?.kind === 'number' ? Number(field.text) : written(field);
    if (number !== undefined) server[name] = number;
  }
  return server;
}

function written(field: Field | undefined): string | null | undefined {
  if (field !== undefined && isNull(field)) return null;
  return field?.kind === 'string' || field?.kind === 'number' || field?.kind === 'boolean'
    ? field.text
    : undefined;
}
