import { quote, type Say, sayTogether } from '../words';
import { nameOf } from './recognise/names';
import type { Fixture } from './recognise/types';
import type { Finding } from './types';

/** A finding's message, and which server it is about: for lists in which many servers stand. */
export function sayFinding(say: Say, fixture: Fixture, { message, object }: Finding): string {
  // In Base64 the message names the server itself.
  const name = object === undefined || object.sealed ? undefined : nameOf(fixture, object);
  return sayTogether(
    say,
    message,
    name === undefined ? undefined : say('Server: {name}.', { name: quote(name) }),
  );
}
