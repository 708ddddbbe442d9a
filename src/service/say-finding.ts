import { quote, type Say, sayTogether } from '../words';
import { nameOf } from './recognise/names';
import type { Fixture } from './recognise/types';
import type { Finding } from './types';

/** Returns a finding's message with the server's name, for lists of findings in many servers. */
export function sayFinding(say: Say, fixture: Fixture, { message, object }: Finding): string {
  // In Base64, the message already names the server.
  const name = object === undefined || object.sealed ? undefined : nameOf(fixture, object);
  return sayTogether(
    say,
    message,
    name === undefined ? undefined : say('Server: {name}.', { name: quote(name) }),
  );
}
