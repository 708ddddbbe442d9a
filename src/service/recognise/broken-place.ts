import type { Span } from '../../fixture';
import type { Fixture } from './types';

/** The keys of a server's state. A text without them contains no servers. */
const STATE_KEY = /vm[-_. ]?state|task[-_. ]?state/i;

/**
 * Returns the first place where a fixture cannot be parsed. Objects that this may have torn apart are not checked;
 * those before and after it are. Returns undefined if the text can be parsed, or contains no servers.
 */
export function brokenPlace({ text, servers, leftAlone, broken }: Fixture): Span | undefined {
  const isFixture = servers.length > 0 || leftAlone.some(({ torn }) => torn) || STATE_KEY.test(text);
  return isFixture ? broken()[0] : undefined;
}
