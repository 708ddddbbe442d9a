import { type Field, kindOfField } from '../fixture';
import { placeAt } from './places/place';
import type { Fixture } from './recognise/types';
import type { Edit } from './types';
import { replaceNumber, replaceValue } from './write/value';

/**
 * Returns the edit that replaces the value at an offset, in the same style; undefined if no value of a server is at the
 * offset, or it comes from an alias or is not a scalar.
 */
export function putValue(fixture: Fixture, offset: number, value: string): Edit | undefined {
  const place = placeAt(fixture, offset);
  if (place?.on !== 'value' || UNLIKE.has(place.field.kind)) return undefined;
  return kindOfField(place.name) === 'number' && /^\d+$/.test(value)
    ? replaceNumber(fixture, place.field, Number(value))
    : replaceValue(fixture, place.field, value);
}

/** Replacing one of these would lose more than a value, such as anchors that aliases need. */
const UNLIKE: ReadonlySet<Field['kind']> = new Set(['object', 'array']);
