import { type Field, kindOfField } from '../fixture';
import { placeAt } from './places/place';
import type { Fixture } from './recognise/types';
import type { Edit } from './types';
import { replaceNumber, replaceValue } from './write/value';

/**
 * The edit that puts a value in place of the one at an offset, written as that is.
 *
 * @returns undefined where the offset is at no value of a server, or the value is written elsewhere or no scalar.
 */
export function putValue(fixture: Fixture, offset: number, value: string): Edit | undefined {
  const place = placeAt(fixture, offset);
  if (place?.on !== 'value' || UNLIKE.has(place.field.kind)) return undefined;
  return kindOfField(place.name) === 'number' && /^\d+$/.test(value)
    ? replaceNumber(fixture, place.field, Number(value))
    : replaceValue(fixture, place.field, value);
}

/** What holds more than a value, anchors that others need among it. */
const UNLIKE: ReadonlySet<Field['kind']> = new Set(['object', 'array']);
