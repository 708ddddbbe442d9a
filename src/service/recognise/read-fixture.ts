import { type ReadOptions, readObjects } from '../../fixture';
import { type Cloud, clouds } from '../../mapping';
import { recognise } from './recognise';
import type { Fixture } from './types';

/** What to read of a text, and by which clouds. */
export interface FixtureOptions extends ReadOptions {
  readonly clouds: ReadonlyMap<string, Cloud>;
}

/**
 * Reads a text as far as it goes and finds the servers in it, and in the JSON that its strings hold.
 *
 * @param text the whole text; a byte order mark, where there is one, counts as its first code unit.
 * @param languageId VS Code's language id.
 * @returns flat records with offsets in UTF-16 code units. Never throws.
 */
export function readFixture(
  text: string,
  languageId: string,
  { embeddedJson = true, leftAlone = true, clouds: inForce = clouds }: Partial<FixtureOptions> = {},
): Fixture {
  return recognise(readObjects(text, languageId, { embeddedJson, leftAlone }), inForce);
}

/** Reads a fixture's text after a change, as the fixture itself was read. */
export function readAgain({ languageId, read, clouds }: Fixture, text: string): Fixture {
  return recognise(readObjects(text, languageId, read), clouds);
}
