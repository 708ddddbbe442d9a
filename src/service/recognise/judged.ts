import type { FixtureObject } from '../../fixture';
import type { Fields, LeftAloneReason, ServerObject, Shape } from './types';

/** An object with its verdict: `server`, the reason why it is not one, or null if it does not resemble one. */
export interface Judged {
  readonly verdict: 'server' | LeftAloneReason | null;
  readonly object: ServerObject;
}

/**
 * Converts an object to a server. Copies each property, as a spread is ten times slower.
 *
 * @param place where the object is, if it has moved.
 */
export function toServer(
  object: FixtureObject,
  shape: Shape,
  fields: Fields,
  likeness: number,
  { span, embedded, home }: Pick<FixtureObject, 'span' | 'embedded' | 'home'> = object,
): ServerObject {
  const { notation, container, within, sealed, torn, isUnfinished } = object;
  return {
    shape,
    fields,
    likeness,
    span,
    notation,
    container,
    embedded,
    within,
    home,
    sealed,
    torn,
    isUnfinished,
  };
}
