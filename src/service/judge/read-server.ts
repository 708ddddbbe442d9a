import { FIELDS, type Field, type FieldKind, type FieldName } from '../../fixture';
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
 * The state that a field gives: its text, null for null, an empty text, a missing value or null written as
 * text; undefined where the file does not say (a placeholder) or says something that is no state.
 */
export function stateOf(field: Field | undefined): string | null | undefined {
  if (field === undefined) return undefined;
  if (field.kind === 'null' || field.kind === 'absent') return null;
  if (field.kind !== 'string') return undefined;
  return field.text === '' || isNullAsText(field) ? null : field.text;
}

/** The states, then what they add up to, then the numbers. */
const WRITTEN = [
  ...FIELDS.filter(({ kind, isExtended }) => kind === 'state' && isExtended),
  ...FIELDS.filter(({ kind, isExtended }) => kind === 'state' && !isExtended),
  ...FIELDS.filter(({ kind }) => kind === 'number'),
];

/** The values of a server as its file writes them. */
export function writtenServer({ fields }: ServerObject): WrittenServer {
  const server: { [name in FieldName]?: string | number | null } = {};
  for (const { name, kind } of WRITTEN) {
    const value = writtenAs(kind, fields[name]);
    if (value !== undefined) server[name] = value;
  }
  return server as WrittenServer;
}

function writtenAs(kind: FieldKind, field: Field | undefined): string | number | null | undefined {
  switch (field?.kind) {
    case 'null':
    case 'absent':
      return null;
    case 'number':
      return kind === 'number' ? Number(field.text) : field.text;
    case 'string':
    case 'boolean':
      return field.text;
    default:
      return undefined;
  }
}
