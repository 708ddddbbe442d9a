import { FIELDS, type Field } from '../../fixture';
import type { ServerObject } from '../recognise/types';
import type { WrittenServer } from '../types';

/** Words for null that programs print. */
const NULL_WORD = /^(?:none|null|nil)$/i;

/** Tells whether a word such as "None" stands for null. */
export function isNullWord(text: string): boolean {
  return NULL_WORD.test(text);
}

/** Tells whether a field is a string such as "None" instead of null. */
export function isNullAsText(field: Field): boolean {
  return field.kind === 'string' && isNullWord(field.text);
}

/**
 * Returns the state in a field. Null, an empty string and a word for null give null. Returns undefined if the state is
 * unknown (a placeholder, no value yet) or the value is not a state.
 */
export function stateOf(field: Field | undefined): string | null | undefined {
  if (field === undefined) return undefined;
  if (isNull(field)) return null;
  if (field.kind !== 'string') return undefined;
  return field.text === '' || isNullAsText(field) ? null : field.text;
}

/** Tells whether a field is null. In YAML, a key without a value is null. */
export function isNull({ kind, style }: Field): boolean {
  return kind === 'null' || (kind === 'absent' && style !== 'json');
}

/** The extended states come first, then the status that follows from them. */
const STATES = FIELDS.filter((row) => row.kind === 'state').sort(
  (a, b) => Number(b.isExtended) - Number(a.isExtended),
);
const NUMBERS = FIELDS.filter((row) => row.kind === 'number');

/** Returns the values of a server as the file has them. */
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
