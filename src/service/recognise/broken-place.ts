import type { Span } from '../../fixture';
import type { Fixture } from './types';

/** What a text says of a server's state: where it does not, nobody misses a server in it. */
const STATE_KEY = /vm[-_. ]?state|task[-_. ]?state/i;

/**
 * Where a fixture cannot be parsed, the first place of several. What such a place may have torn is left alone, and what
 * stands before and behind it is checked.
 *
 * @returns undefined for a text that is whole, and for one that says nothing of servers.
 */
export function brokenPlace({ text, servers, leftAlone, broken }: Fixture): Span | undefined {
  const isFixture = servers.length > 0 || leftAlone.some(({ torn }) => torn) || STATE_KEY.test(text);
  return isFixture ? broken()[0] : undefined;
}
