import { quote, type Say, sayTogether } from '../words';
import type { Finding } from './types';

/** A finding's message, and which server it is about: for lists in which many servers stand. */
export function sayFinding(say: Say, { message, nameOfServer }: Finding): string {
  const name = nameOfServer?.();
  return sayTogether(
    say,
    message,
    name === undefined ? undefined : say('Server: {name}.', { name: quote(name) }),
  );
}
